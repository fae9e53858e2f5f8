import { attachmentDoors, fileProviders } from '@sportello/casework/attachment-doors';
import { Files } from '@sportello/casework/files';
import { caseworkEntities, caseworkMigrations } from '@sportello/casework/schema';
import { attachments } from '@sportello/contracts/practices/attachments';
import { directoryStates } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import { ThemeCopies, themeEntities, themeMigrations, themeStates } from '@sportello/directory/themes';
import type { ServiceDefinition } from '@sportello/service/definition';
import { storedFormsEntities, storedFormsMigrations } from '@sportello/stored-forms/schema';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { Amendment } from './amendments/amendment.entity.js';
import { AmendmentsService } from './amendments/amendments.service.js';
import { AutoAssignments } from './assignment/auto-assign.js';
import { AutoAssignment } from './assignment/auto-assignment.entity.js';
import { BulkItem, BulkJob } from './bulk/bulk.entity.js';
import { BulkService } from './bulk/bulk.service.js';
import { BulkActs } from './bulk/bulk-acts.js';
import { BulkJobs } from './bulk/bulk-jobs.js';
import { ClickDayRow } from './click-days/click-day.entity.js';
import { ClickDaysService } from './click-days/click-days.service.js';
import { ClosuresService } from './closures/closures.service.js';
import { PastOutcome } from './closures/past-outcome.entity.js';
import { PracticesConfig } from './config.js';
import { Correction } from './corrections/correction.entity.js';
import { CorrectionsService } from './corrections/corrections.service.js';
import { PracticeMessages } from './correspondence/practice-messages.js';
import { PracticeSubjects } from './correspondence/practice-subjects.js';
import { Document } from './documents/document.entity.js';
import { DocumentsService } from './documents/documents.service.js';
import { Printing } from './documents/printing.js';
import { ReceiptMaker } from './documents/receipt-maker.js';
import { Receipts, RegistrationReceipts } from './documents/receipts.js';
import { AccessLinksService } from './drafts/access-links.service.js';
import { ActionsService } from './drafts/actions.service.js';
import { DeskService } from './drafts/desk.service.js';
import { DraftsService } from './drafts/drafts.service.js';
import { Openings } from './drafts/openings.js';
import { Dues } from './dues/dues.js';
import { Payment } from './dues/payment.entity.js';
import { Stamp } from './dues/stamp.entity.js';
import { CredentialSystems } from './enabling/credential-system.js';
import { Enabling, EnablingItem } from './enabling/enabling-item.entity.js';
import { Enablings } from './enabling/enablings.js';
import { EnablingsService } from './enabling/enablings.service.js';
import { MissingTerms } from './expiry/missing-terms.js';
import { Reminder } from './expiry/reminder.entity.js';
import { Reminders } from './expiry/reminders.js';
import { Silence } from './expiry/silence.js';
import { TermDigest } from './expiry/term-digest.entity.js';
import { TermDigests } from './expiry/term-digests.js';
import { Archives } from './exports/archives.js';
import { Export } from './exports/export.entity.js';
import { ExportJobs } from './exports/export-jobs.js';
import { ExportsService } from './exports/exports.service.js';
import { ExternalPracticeRow } from './external/external-practice.entity.js';
import { ExternalPracticesService } from './external/external-practices.service.js';
import { HistoriesService } from './histories/histories.service.js';
import { HistoryFiles } from './histories/history-files.js';
import { Capacity, UniqueKey } from './limits/capacity.entity.js';
import { AutoAssignmentService } from './managing/auto-assignment.service.js';
import { CapacityService } from './managing/capacity.service.js';
import { DefinitionsService } from './managing/definitions.service.js';
import { FormDeskService } from './managing/form-desk.service.js';
import { ListedPeopleService } from './managing/listed-people.service.js';
import { ManagingService } from './managing/managing.service.js';
import { Offers } from './managing/offers.js';
import { ScheduleService } from './managing/schedule.service.js';
import { Checklist, ChecklistTick } from './marks/checklist.entity.js';
import { ChecklistsService } from './marks/checklists.service.js';
import { MarksService } from './marks/marks.service.js';
import { Presence } from './marks/presence.entity.js';
import { PresenceService } from './marks/presence.service.js';
import { UsedTag } from './marks/tag.entity.js';
import { migrations } from './migrations/all.js';
import { Observations } from './observations/observations.entity.js';
import { ObservationsService } from './observations/observations.service.js';
import { ObservationsEnd } from './observations/observations-end.js';
import { Opinion } from './opinions/opinion.entity.js';
import { OpinionsService } from './opinions/opinions.service.js';
import { AppointmentCopies } from './practices/appointment-copies.js';
import { AppointmentCopy } from './practices/appointment-copy.entity.js';
import { ArrivalCounter } from './practices/arrival-counter.entity.js';
import { FormReadingService } from './practices/form-reading.service.js';
import { PracticeLink } from './practices/link.entity.js';
import { NamesService } from './practices/names.service.js';
import { Practice } from './practices/practice.entity.js';
import { PracticeReader } from './practices/practice-reader.js';
import { PracticesService } from './practices/practices.service.js';
import { RelatedService } from './practices/related.service.js';
import { Star } from './practices/star.entity.js';
import { AccessLink } from './procedures/access-link.entity.js';
import { CatalogueGroups } from './procedures/catalogue-groups.entity.js';
import { CatalogueGroupsService } from './procedures/catalogue-groups.service.js';
import { FormsService } from './procedures/forms.service.js';
import { ListedPerson } from './procedures/listed-person.entity.js';
import { Procedure } from './procedures/procedure.entity.js';
import { ProceduresService } from './procedures/procedures.service.js';
import { RequirementsService } from './procedures/requirements.service.js';
import { SearchWord } from './procedures/search-word.entity.js';
import { DailyRegisters } from './protocol/daily-registers.js';
import { ProtocolAnnulment, ProtocolDay, ProtocolEntry, ProtocolSetting } from './protocol/entry.entity.js';
import { protocolFigures } from './protocol/figures.js';
import { Filing, FilingLine } from './protocol/filing.entity.js';
import { Handover } from './protocol/handover.js';
import { MissingFilings } from './protocol/missing-filings.js';
import { ProtocolService } from './protocol/protocol.service.js';
import { protocolStates } from './protocol/states.js';
import { BodySystems } from './protocol/systems.js';
import { AssignmentsService } from './queue/assignments.service.js';
import { ChargesService } from './queue/charges.service.js';
import { GiveBack } from './queue/give-back.js';
import { QueueService } from './queue/queue.service.js';
import { View } from './queue/view.entity.js';
import { ViewsService } from './queue/views.service.js';
import { WorkService } from './queue/work.service.js';
import { Rating } from './ratings/rating.entity.js';
import { RatingsService } from './ratings/ratings.service.js';
import { BodyFigures } from './statistics/figures.js';
import { StatisticsService } from './statistics/statistics.service.js';
import { Completion } from './submissions/completion.js';
import { Intake } from './submissions/intake.js';
import { PaymentsService } from './submissions/payments.service.js';
import { SettledDues } from './submissions/settled-dues.js';
import { StampsService } from './submissions/stamps.service.js';
import { SubmissionsService } from './submissions/submissions.service.js';
import { Templates } from './templates/template.entity.js';
import { TemplatesService } from './templates/templates.service.js';
import { WithdrawalsService } from './withdrawals/withdrawals.service.js';

export const practicesService: ServiceDefinition = {
  name: 'practices',
  config: PracticesConfig,
  entities: [
    ClickDayRow,
    Procedure,
    CatalogueGroups,
    ListedPerson,
    AccessLink,
    Practice,
    Star,
    ArrivalCounter,
    AppointmentCopy,
    Amendment,
    Observations,
    Opinion,
    PastOutcome,
    Correction,
    TermDigest,
    Reminder,
    Document,
    SearchWord,
    Filing,
    FilingLine,
    Enabling,
    EnablingItem,
    ProtocolEntry,
    ProtocolAnnulment,
    ProtocolDay,
    ProtocolSetting,
    Rating,
    View,
    Export,
    Stamp,
    Payment,
    BulkItem,
    BulkJob,
    Checklist,
    ChecklistTick,
    PracticeLink,
    ExternalPracticeRow,
    Presence,
    UsedTag,
    Templates,
    AutoAssignment,
    Capacity,
    UniqueKey,
    ...caseworkEntities,
    ...directoryEntities,
    ...themeEntities,
    ...storedFormsEntities,
  ],
  migrations: [...migrations, ...caseworkMigrations, ...directoryMigrations, ...themeMigrations, ...storedFormsMigrations],
  controllers: [
    AppointmentCopies,
    ProceduresService,
    RequirementsService,
    CatalogueGroupsService,
    ManagingService,
    FormDeskService,
    DefinitionsService,
    ScheduleService,
    ClickDaysService,
    ListedPeopleService,
    CapacityService,
    AutoAssignmentService,
    FormsService,
    FormReadingService,
    ActionsService,
    ExternalPracticesService,
    DraftsService,
    AccessLinksService,
    DeskService,
    PracticesService,
    SubmissionsService,
    WithdrawalsService,
    HistoriesService,
    StatisticsService,
    RelatedService,
    AmendmentsService,
    ObservationsService,
    OpinionsService,
    ClosuresService,
    CorrectionsService,
    DocumentsService,
    ExportsService,
    ProtocolService,
    QueueService,
    ViewsService,
    BulkService,
    ChecklistsService,
    MarksService,
    PresenceService,
    RatingsService,
    TemplatesService,
    WorkService,
    AssignmentsService,
    StampsService,
    PaymentsService,
    ChargesService,
    NamesService,
    EnablingsService,
    attachmentDoors(attachments, PracticeSubjects),
    PracticeMessages,
  ],
  providers: [
    BodySystems,
    BulkActs,
    BulkJobs,
    Completion,
    DailyRegisters,
    HistoryFiles,
    BodyFigures,
    Archives,
    ExportJobs,
    Dues,
    GiveBack,
    AutoAssignments,
    Handover,
    MissingFilings,
    CredentialSystems,
    Enablings,
    Intake,
    MissingTerms,
    ObservationsEnd,
    Reminders,
    Silence,
    TermDigests,
    Offers,
    Openings,
    PracticeReader,
    PracticeSubjects,
    Printing,
    ReceiptMaker,
    Receipts,
    RegistrationReceipts,
    SettledDues,
    StoredForms,
    ThemeCopies,
    ...fileProviders,
  ],
  states: [...directoryStates, ...themeStates, ...protocolStates],
  figures: protocolFigures,
  checks: { storage: (get) => get(Files).check() },
};
