import { attachmentDoors, fileProviders } from '@sportello/casework/attachment-doors';
import { Files } from '@sportello/casework/files';
import { messageDoors } from '@sportello/casework/message-doors';
import { caseworkEntities, caseworkMigrations } from '@sportello/casework/schema';
import { attachments } from '@sportello/contracts/practices/attachments';
import { messages } from '@sportello/contracts/practices/messages';
import { directoryStates } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import type { ServiceDefinition } from '@sportello/service/definition';
import { storedFormsEntities, storedFormsMigrations } from '@sportello/stored-forms/schema';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { Amendment } from './amendments/amendment.entity.js';
import { AmendmentsService } from './amendments/amendments.service.js';
import { PracticesConfig } from './config.js';
import { PracticeSubjects } from './correspondence/practice-subjects.js';
import { Document } from './documents/document.entity.js';
import { DocumentsService } from './documents/documents.service.js';
import { Printing } from './documents/printing.js';
import { ReceiptMaker } from './documents/receipt-maker.js';
import { Receipts } from './documents/receipts.js';
import { DraftsService } from './drafts/drafts.service.js';
import { Openings } from './drafts/openings.js';
import { migrations } from './migrations/all.js';
import { ArrivalCounter } from './practices/arrival-counter.entity.js';
import { FormReadingService } from './practices/form-reading.service.js';
import { Practice } from './practices/practice.entity.js';
import { PracticeReader } from './practices/practice-reader.js';
import { PracticesService } from './practices/practices.service.js';
import { Star } from './practices/star.entity.js';
import { FormsService } from './procedures/forms.service.js';
import { Procedure } from './procedures/procedure.entity.js';
import { ProceduresService } from './procedures/procedures.service.js';
import { SearchWord } from './procedures/search-word.entity.js';
import { GiveBack } from './queue/give-back.js';
import { QueueService } from './queue/queue.service.js';
import { WorkService } from './queue/work.service.js';
import { Completion } from './submissions/completion.js';
import { Intake } from './submissions/intake.js';
import { SubmissionsService } from './submissions/submissions.service.js';

export const practicesService: ServiceDefinition = {
  name: 'practices',
  config: PracticesConfig,
  entities: [
    Procedure,
    Practice,
    Star,
    ArrivalCounter,
    Amendment,
    Document,
    SearchWord,
    ...caseworkEntities,
    ...directoryEntities,
    ...storedFormsEntities,
  ],
  migrations: [...migrations, ...caseworkMigrations, ...directoryMigrations, ...storedFormsMigrations],
  controllers: [
    ProceduresService,
    FormsService,
    FormReadingService,
    DraftsService,
    PracticesService,
    SubmissionsService,
    AmendmentsService,
    DocumentsService,
    QueueService,
    WorkService,
    attachmentDoors(attachments, PracticeSubjects),
    messageDoors(messages, PracticeSubjects),
  ],
  providers: [
    Completion,
    GiveBack,
    Intake,
    Openings,
    PracticeReader,
    PracticeSubjects,
    Printing,
    ReceiptMaker,
    Receipts,
    StoredForms,
    ...fileProviders,
  ],
  states: directoryStates,
  checks: { storage: (get) => get(Files).check() },
};
