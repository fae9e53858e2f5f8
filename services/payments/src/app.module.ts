import { Files } from '@sportello/casework/files';
import { caseworkEntities, caseworkMigrations } from '@sportello/casework/schema';
import { directoryStates, PlainCopies } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import type { ServiceDefinition } from '@sportello/service/definition';
import { Attempt, Cart } from './carts/cart.entity.js';
import { CartsService } from './carts/carts.service.js';
import { Checkout } from './carts/checkout.js';
import { Outcomes } from './carts/outcomes.js';
import { Config } from './config.js';
import { Creditor } from './creditors/creditor.entity.js';
import { CreditorsService } from './creditors/creditors.service.js';
import { DuesService } from './dues/dues.service.js';
import { ToldDue } from './dues/told-due.entity.js';
import { PaymentExport } from './exports/payment-export.entity.js';
import { PaymentExportJobs } from './exports/payment-export-jobs.js';
import { PaymentExportsService } from './exports/payment-exports.service.js';
import { Fdr } from './flows/fdr.js';
import { Flow, FlowPoll, FlowRow } from './flows/flow.entity.js';
import { FlowPolls } from './flows/flow-polls.js';
import { Flows } from './flows/flows.js';
import { FlowsService } from './flows/flows.service.js';
import { AddPositions1796624000000 } from './migrations/1796624000000-add-positions.js';
import { AddCarts1796630000000 } from './migrations/1796630000000-add-carts.js';
import { CountOpenAnomalies1796631000000 } from './migrations/1796631000000-count-open-anomalies.js';
import { KeepHistory1796640000000 } from './migrations/1796640000000-keep-history.js';
import { TakeDues1796641000000 } from './migrations/1796641000000-take-dues.js';
import { Remind1796642000000 } from './migrations/1796642000000-remind.js';
import { ExportPayments1796643000000 } from './migrations/1796643000000-export-payments.js';
import { Reconcile1796644000000 } from './migrations/1796644000000-reconcile.js';
import { FindFaster1796645000000 } from './migrations/1796645000000-find-faster.js';
import { CountShares1796646000000 } from './migrations/1796646000000-count-shares.js';
import { DropUnusedSettings1796647000000 } from './migrations/1796647000000-drop-unused-settings.js';
import { ListReceipts1796648000000 } from './migrations/1796648000000-list-receipts.js';
import { KeepWhatBecame1796649000000 } from './migrations/1796649000000-keep-what-became.js';
import { Dues } from './node/due.js';
import { NodeListener } from './node/node-listener.js';
import { PaForNode } from './node/pa-for-node.js';
import { RefusedReceipt } from './node/refused-receipt.entity.js';
import { CertificatesService } from './papers/certificates.service.js';
import { PapersService } from './papers/papers.service.js';
import { Printing } from './papers/printing.js';
import { StoredPapers } from './papers/stored-papers.js';
import { BodyPositionMoves } from './positions/body-position-moves.service.js';
import { BodyPositionsService } from './positions/body-positions.service.js';
import { Instalment, Transfer } from './positions/instalment.entity.js';
import { NoticeCounter } from './positions/notice-counter.entity.js';
import { Openings } from './positions/openings.js';
import { PaymentOption, Position } from './positions/position.entity.js';
import { PositionsService } from './positions/positions.service.js';
import { Reminders } from './positions/reminders.js';
import { WantedPositions } from './positions/wanted.service.js';
import { Activation } from './settlement/activation.entity.js';
import { AnomaliesService } from './settlement/anomalies.service.js';
import { Anomaly } from './settlement/anomaly.entity.js';
import { paymentFigures } from './settlement/figures.js';
import { Receipt } from './settlement/receipt.entity.js';
import { ReceiptsService } from './settlement/receipts.service.js';

export const paymentsService: ServiceDefinition = {
  name: 'payments',
  config: Config,
  entities: [
    Creditor,
    Position,
    PaymentOption,
    Instalment,
    Transfer,
    NoticeCounter,
    ToldDue,
    PaymentExport,
    Flow,
    FlowRow,
    FlowPoll,
    Activation,
    Receipt,
    Anomaly,
    RefusedReceipt,
    Cart,
    Attempt,
    ...caseworkEntities,
    ...directoryEntities,
  ],
  migrations: [
    AddPositions1796624000000,
    AddCarts1796630000000,
    CountOpenAnomalies1796631000000,
    KeepHistory1796640000000,
    TakeDues1796641000000,
    Remind1796642000000,
    ExportPayments1796643000000,
    Reconcile1796644000000,
    FindFaster1796645000000,
    CountShares1796646000000,
    DropUnusedSettings1796647000000,
    ListReceipts1796648000000,
    KeepWhatBecame1796649000000,
    ...caseworkMigrations,
    ...directoryMigrations,
  ],
  controllers: [
    CreditorsService,
    PositionsService,
    BodyPositionsService,
    BodyPositionMoves,
    DuesService,
    AnomaliesService,
    ReceiptsService,
    CartsService,
    PapersService,
    CertificatesService,
    PaymentExportsService,
    FlowsService,
  ],
  providers: [
    PlainCopies,
    Openings,
    WantedPositions,
    Dues,
    PaForNode,
    NodeListener,
    Checkout,
    Outcomes,
    Files,
    Printing,
    StoredPapers,
    Reminders,
    PaymentExportJobs,
    Fdr,
    Flows,
    FlowPolls,
  ],
  states: directoryStates,
  figures: paymentFigures,
  checks: { storage: (get) => get(Files).check() },
};
