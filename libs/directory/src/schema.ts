import { AddDirectory1796020000000 } from './migrations/1796020000000-add-directory.js';
import { EnableOfficersToSubjects1796120000000 } from './migrations/1796120000000-enable-officers-to-subjects.js';
import { AddAbsences1796621250000 } from './migrations/1796621250000-add-absences.js';
import { OfficerCopy } from './officer-copy.entity.js';
import { OrganizationCopy } from './organization-copy.entity.js';

/** The tables of a service that has the copies, beside its own. */
export const directoryEntities = [OfficerCopy, OrganizationCopy];

/** How they come about: a service writes none of this. */
export const directoryMigrations = [AddDirectory1796020000000, EnableOfficersToSubjects1796120000000, AddAbsences1796621250000];
