import { directoryStates } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import type { ServiceDefinition } from '@sportello/service/definition';
import { Badge, Child, Enrolment } from './children/child.entity.js';
import { ChildrenService } from './children/children.service.js';
import { BodyCopies } from './children/directory-copies.js';
import { Parent, Parents } from './children/parents.js';
import { School, SchoolService, ServiceDay } from './children/school.entity.js';
import { Config } from './config.js';
import { AppliedImport } from './imports/applied-import.entity.js';
import { ImportsService } from './imports/imports.service.js';
import { AddChildren1796700000000 } from './migrations/1796700000000-add-children.js';

export const schoolService: ServiceDefinition = {
  name: 'school',
  config: Config,
  entities: [Child, Badge, Enrolment, Parent, School, SchoolService, ServiceDay, AppliedImport, ...directoryEntities],
  migrations: [AddChildren1796700000000, ...directoryMigrations],
  controllers: [ChildrenService, ImportsService],
  providers: [BodyCopies, Parents],
  states: directoryStates,
};
