import { directoryStates, PlainCopies } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import type { ServiceDefinition } from '@sportello/service/definition';
import { Absence, SchoolCutoff } from './absences/absence.entity.js';
import { AbsenceReport } from './absences/absence-report.entity.js';
import { Absences } from './absences/absences.js';
import { AbsencesService } from './absences/absences.service.js';
import { Counting } from './absences/counting.js';
import { AccountsService } from './accounts/accounts.service.js';
import { Attendance } from './accounts/attendance.entity.js';
import { BadgeWarning } from './accounts/badge-warning.entity.js';
import { Movement } from './accounts/movement.entity.js';
import { Badge, Child, Enrolment } from './children/child.entity.js';
import { ChildrenService } from './children/children.service.js';
import { Parent } from './children/parent.entity.js';
import { Parents } from './children/parents.js';
import { School, SchoolService, ServiceDay } from './children/school.entity.js';
import { SecondHolder } from './children/second-holder.entity.js';
import { SecondHoldersService } from './children/second-holders.service.js';
import { Config } from './config.js';
import { Collecting } from './documents/collecting.js';
import { DocumentsService } from './documents/documents.service.js';
import { Invoice } from './documents/invoice.entity.js';
import { TopUp } from './documents/top-up.entity.js';
import { schoolFigures } from './figures.js';
import { AppliedImport } from './imports/applied-import.entity.js';
import { ImportsService } from './imports/imports.service.js';
import { Invoicing } from './invoicing/invoicing.js';
import { InvoicingService } from './invoicing/invoicing.service.js';
import { InvoicingRun } from './invoicing/invoicing-run.entity.js';
import { CountCorrection } from './kitchen/count-correction.entity.js';
import { KitchenService } from './kitchen/kitchen.service.js';
import { AddChildren1796700000000 } from './migrations/1796700000000-add-children.js';
import { AddAccounts1796700100000 } from './migrations/1796700100000-add-accounts.js';
import { AddDocuments1796700200000 } from './migrations/1796700200000-add-documents.js';
import { AddKitchen1796700300000 } from './migrations/1796700300000-add-kitchen.js';
import { AddInvoicing1796700400000 } from './migrations/1796700400000-add-invoicing.js';
import { AddReckonings1796700500000 } from './migrations/1796700500000-add-reckonings.js';
import { AddRemovals1796700600000 } from './migrations/1796700600000-add-removals.js';
import { AddSettings1796700700000 } from './migrations/1796700700000-add-settings.js';
import { AddWarnings1796700800000 } from './migrations/1796700800000-add-warnings.js';
import { AddSecondHolders1796700900000 } from './migrations/1796700900000-add-second-holders.js';
import { SumFromIndexes1796701000000 } from './migrations/1796701000000-sum-from-indexes.js';
import { Reckoning } from './reckoning/reckoning.entity.js';
import { Reckonings } from './reckoning/reckonings.js';
import { SchoolSettings } from './settings/school-settings.entity.js';
import { SettingsService } from './settings/settings.service.js';

export const schoolService: ServiceDefinition = {
  name: 'school',
  config: Config,
  entities: [
    Child,
    Badge,
    Enrolment,
    Parent,
    SecondHolder,
    School,
    SchoolService,
    ServiceDay,
    Attendance,
    Movement,
    BadgeWarning,
    Absence,
    AbsenceReport,
    SchoolCutoff,
    Invoice,
    TopUp,
    CountCorrection,
    InvoicingRun,
    SchoolSettings,
    AppliedImport,
    Reckoning,
    ...directoryEntities,
  ],
  migrations: [
    AddChildren1796700000000,
    AddAccounts1796700100000,
    AddDocuments1796700200000,
    AddKitchen1796700300000,
    AddInvoicing1796700400000,
    AddReckonings1796700500000,
    AddRemovals1796700600000,
    AddSettings1796700700000,
    AddWarnings1796700800000,
    AddSecondHolders1796700900000,
    SumFromIndexes1796701000000,
    ...directoryMigrations,
  ],
  controllers: [
    ChildrenService,
    SecondHoldersService,
    AccountsService,
    AbsencesService,
    DocumentsService,
    KitchenService,
    InvoicingService,
    ImportsService,
    SettingsService,
  ],
  providers: [PlainCopies, Parents, Absences, Counting, Collecting, Invoicing, Reckonings],
  states: directoryStates,
  figures: schoolFigures,
};
