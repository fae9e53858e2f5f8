import { Controller } from '@nestjs/common';
import { ofSubject } from '@sportello/casework/attachments';
import { Message } from '@sportello/casework/message.entity';
import { Passage, passageOf } from '@sportello/casework/passage.entity';
import type { Input, Output, Payload } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { positionCompleted, positionFailed, positionStarted } from '@sportello/contracts/payments/positions';
import { paymentCameLate, paymentDropped } from '@sportello/contracts/practices/events';
import { exemptPractice, proceedToPayment, registerPayment } from '@sportello/contracts/practices/payments';
import { moveRefused } from '@sportello/contracts/practices/states';
import type { Actor } from '@sportello/messaging/actor';
import { On, publish } from '@sportello/messaging/events';
import { changedSince, checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { Dues } from '../dues/dues.js';
import { Payment } from '../dues/payment.entity.js';
import { admit } from '../limits/limits.js';
import { type Accessed, accessAsOfficer, accessOwn, candidateOf } from '../practices/access.js';
import { factOf } from '../practices/facts.js';
import { findLine } from '../practices/moves.js';
import { Practice, showsCompleted, subjectOf } from '../practices/practice.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { publishWritten } from '../practices/publish-written.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { Completion } from './completion.js';
import { Intake } from './intake.js';
import { SettledDues } from './settled-dues.js';

/** Practices move by what the payments service tells of their positions, and by officers who know better. */
@Controller()
export class PaymentsService {
  constructor(
    private readonly db: DataSource,
    private readonly completion: Completion,
    private readonly intake: Intake,
    private readonly dues: Dues,
    private readonly settled: SettledDues,
    private readonly reader: PracticeReader,
  ) {}

  /** Where the two steps are not required, a draft is completed on the way. The same again answers the first. */
  @Handles(proceedToPayment)
  async proceed({ id, version }: Input<typeof proceedToPayment>, actor: Actor): Promise<Output<typeof proceedToPayment>> {
    const now = new Date();
    const { practice, procedure } = await accessOwn(this.db.manager, id, actor, 'read');
    const completes = practice.status === 'draft' && !procedure.settings.requiresConfirmation && procedure.settings.payment === 'request';
    if (completes) await this.completion.complete(id, version, actor, now);
    await this.db.transaction(async (tx) => {
      const accessed = await accessOwn(tx, id, actor);
      if (accessed.practice.phase === 'request') return;
      if (accessed.practice.status === 'ready' && !showsCompleted(version, accessed.practice.version))
        throw changedSince(accessed.practice.version);
      await this.wait(tx, accessed, now);
    });
    return this.reader.read(id, actor);
  }

  /** What is paid before a request is presented: pressed inside the window it is in time as long as the grace lasts. */
  private async wait(tx: EntityManager, { practice, procedure, mover }: Accessed, now: Date): Promise<void> {
    const { settings, closesAt, title } = procedure;
    const passage = practice.move('proceed-to-payment', practice.version, procedure, mover, now);
    // Whoever pays has her place, whenever the payment comes.
    const candidate = candidateOf(practice, procedure);
    const refused = (await admit(tx, [candidate])).get(practice.id);
    if (refused) throw refused;
    await tx.insert(Passage, passage);
    await tx.save(Object.assign(practice, { phase: 'request', hasPayment: true, places: candidate.places }));
    const payBy = closesAt && settings.paymentGraceHours ? new Date(closesAt.getTime() + settings.paymentGraceHours * 3_600_000) : null;
    const asked = { id: newId(), phase: 'request', status: 'wanted', reason: title.it, amountCents: settings.paymentCents ?? 0 } as const;
    const { organizationId, id: practiceId } = practice;
    await this.dues.want(tx, practice, { ...asked, organizationId, practiceId, askedAt: now, payBy });
  }

  @Handles(registerPayment)
  async register(input: Input<typeof registerPayment>, actor: Actor): Promise<Output<typeof registerPayment>> {
    const { id, version, text, isForApplicant } = input;
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const now = new Date();
      const line = findLine('register-payment', practice.situation(procedure), mover, now);
      if (line instanceof Problem) throw line;
      checkVersion(version, practice.version);
      await this.settleElsewhere(tx, practice, 'elsewhere', now);
      if (text) await this.write(tx, accessed, isForApplicant ? 'message' : 'note', text, now);
      const goesOn = await this.settled.goOn(tx, practice, procedure, now, { move: 'register-payment', mover });
      if (goesOn) return;
      // What is still to be declared keeps it waiting; the history says who registered this all the same.
      const { status } = practice;
      await tx.insert(Passage, passageOf(subjectOf(practice), { move: 'register-payment', from: status, to: status }, mover, now));
      practice.version += 1;
      await tx.save(practice);
    });
    return this.reader.read(id, actor);
  }

  @Handles(exemptPractice)
  async exempt({ id, version, reason }: Input<typeof exemptPractice>, actor: Actor): Promise<Output<typeof exemptPractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await accessAsOfficer(tx, id, actor);
      const now = new Date();
      const line = findLine('exempt', practice.situation(procedure), mover, now);
      if (line instanceof Problem) throw line;
      checkVersion(version, practice.version);
      await this.settleElsewhere(tx, practice, 'exempt', now);
      await this.intake.present(tx, practice, { move: 'exempt', from: practice.status, mover, reason }, now);
    });
    return this.reader.read(id, actor);
  }

  @On(positionStarted, { from: 'beginning' })
  started(fact: Payload<typeof positionStarted>, tx: EntityManager): Promise<void> {
    return this.handle(tx, fact, async ({ payment, practice, procedure }, now) => {
      if (payment.status !== 'wanted') return;
      payment.status = 'started';
      await this.moveIf(tx, 'awaiting_payment', 'payment-started', practice, procedure, now);
    });
  }

  @On(positionFailed, { from: 'beginning' })
  failed({ why, ...fact }: Payload<typeof positionFailed>, tx: EntityManager): Promise<void> {
    return this.handle(tx, fact, async ({ payment, practice, procedure }, now) => {
      if (payment.status !== 'started') return;
      payment.status = 'wanted';
      await this.moveIf(tx, 'payment_in_progress', 'payment-failed', practice, procedure, now, reasons[why]);
    });
  }

  /** What is paid counts, whatever became of the attempt before; what comes too late is told, to be refunded. */
  @On(positionCompleted, { from: 'beginning' })
  completed(fact: Payload<typeof positionCompleted>, tx: EntityManager): Promise<void> {
    return this.handle(tx, fact, async ({ payment, practice, procedure }, now) => {
      if (payment.isSettled) return;
      const isLate = practice.phase === 'request' && payment.payBy !== null && fact.at > payment.payBy;
      Object.assign(payment, { status: isLate ? 'late' : 'completed', settledAt: fact.at });
      await tx.save(payment);
      if (isLate) {
        await this.moveIf(tx, 'payment_in_progress', 'payment-failed', practice, procedure, now, reasons.late);
        await publish(tx, paymentCameLate, { ...factOf(practice, now), positionId: payment.id });
      } else await this.settled.goOn(tx, practice, procedure, now);
    });
  }

  /**
   * Handles a fact of a position that a practice wanted: practice and payment are locked, in this order as everywhere. One that is older than
   * what was handled before comes to nothing, and so does one of a position that is nobody's here.
   */
  private async handle(
    tx: EntityManager,
    { positionId, version }: Pick<Payload<typeof positionStarted>, 'positionId' | 'version'>,
    act: (known: Concerned, now: Date) => Promise<void>,
  ): Promise<void> {
    const known = await tx.findOneBy(Payment, { id: positionId });
    if (!known) return;
    const { practiceId, organizationId } = known;
    const lock = { mode: 'pessimistic_write' } as const;
    const practice = await tx.findOneOrFail(Practice, { where: { id: practiceId, organizationId }, lock });
    const payment = await tx.findOneOrFail(Payment, { where: { id: positionId }, lock });
    if (version <= payment.positionVersion) return;
    payment.positionVersion = version;
    const procedure = await tx.findOneByOrFail(Procedure, { id: practice.procedureId, organizationId });
    await act({ payment, practice, procedure }, new Date());
    await tx.save(payment);
  }

  private async moveIf(
    tx: EntityManager,
    from: Practice['status'],
    move: 'payment-started' | 'payment-failed',
    practice: Practice,
    procedure: Procedure,
    now: Date,
    reason: string | null = null,
  ): Promise<void> {
    if (practice.status !== from) return;
    await tx.insert(Passage, practice.move(move, practice.version, procedure, { side: 'system' }, now, reason));
    await tx.save(practice);
  }

  /** @throws Problem `moveRefused` where no payment is due */
  private async settleElsewhere(tx: EntityManager, practice: Practice, why: 'elsewhere' | 'exempt', now: Date): Promise<void> {
    const { id: practiceId, phase } = practice;
    const payments = phase === null ? [] : await tx.find(Payment, { where: { practiceId, phase }, lock: { mode: 'pessimistic_write' } });
    const due = payments.filter(({ isSettled }) => !isSettled);
    if (due.length === 0) throw new Problem(moveRefused, nothingDue);
    for (const payment of due) {
      await tx.save(Object.assign(payment, { status: why, settledAt: now }));
      await publish(tx, paymentDropped, { ...factOf(practice, now), positionId: payment.id, why });
    }
  }

  private async write(tx: EntityManager, accessed: Accessed, kind: Message['kind'], text: string, sentAt: Date): Promise<void> {
    const { practice, mover } = accessed;
    const author = { fromSide: 'office', authorId: mover.id, authorName: mover.name } as const;
    const message = tx.create(Message, { ...ofSubject(subjectOf(practice)), id: newId(), kind, ...author, text, sentAt });
    await tx.insert(Message, message);
    await publishWritten(tx, accessed, message);
  }
}

interface Concerned {
  payment: Payment;
  practice: Practice;
  procedure: Procedure;
}

/** As they stand in the history: what is written there is Italian, as what people write in it. */
const reasons = {
  failed: 'Il pagamento non è riuscito',
  abandoned: 'Il pagamento è stato interrotto',
  expired: 'Il tempo per pagare è scaduto',
  cancelled: 'Il pagamento è stato annullato',
  late: 'Il pagamento è arrivato fuori termine',
} as const;
const nothingDue = { it: 'Non ci sono pagamenti in attesa', en: 'No payment is awaited' };
