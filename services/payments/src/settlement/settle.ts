import { newId } from '@sportello/contracts/id';
import { positionCompleted } from '@sportello/contracts/payments/positions';
import { isCivilDate, romeInstant } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { type EntityManager, type FindOptionsWhere, In, IsNull, Not } from 'typeorm';
import type { Creditor } from '../creditors/creditor.entity.js';
import type { Became } from '../flows/flow.entity.js';
import { becameOf, matchReceipt, type ToldPayment } from '../flows/matching.js';
import { keepStep, system } from '../positions/history.js';
import { Instalment, Transfer, transfersAt } from '../positions/instalment.entity.js';
import { isAllPaid, isSettled, Position, stateOf } from '../positions/position.entity.js';
import { Activation, type AnsweredTransfer } from './activation.entity.js';
import { announcePaid, announcePaidWithoutReceipt } from './announcements.js';
import { noteAnomaly } from './anomalies.js';
import { Anomaly } from './anomaly.entity.js';
import { Receipt, type ReceiptContent } from './receipt.entity.js';

/**
 * What came of a receipt: it paid its notice; the same was there already; another one of the same id was there; the debt had been paid before,
 * and the money is to be given back; it is for shares of another body's notice; or nobody knows its notice. All but `differs` are kept.
 */
export type Settled = Became | 'repeated' | 'differs' | 'of-others' | 'unknown';

/**
 * Takes a receipt: keeps it, marks its notice paid, and tells. The money has been taken, so it is never refused because of what it meets here:
 * what is odd about it goes on the list of the staff.
 * @param receiver the body to which the receipt was sent
 * @param raw the message as it came
 */
export async function settle(
  tx: EntityManager,
  receiver: Pick<Creditor, 'organizationId'>,
  content: ReceiptContent,
  raw: Buffer,
  now: Date,
): Promise<Settled> {
  const { organizationId } = receiver;
  const { idPa, receiptId, noticeNumber, amountCents } = content;
  const row = { id: newId(), organizationId, idPa, receiptId, instalmentId: null, noticeNumber, amountCents, arrivedAt: now, content, raw };
  // Of two at once the second waits here, and finds the first.
  const { raw: made } = await tx.createQueryBuilder().insert().into(Receipt).values(row).orIgnore().returning('id').execute();
  if ((made as unknown[]).length === 0) {
    const known = await tx.findOneByOrFail(Receipt, { idPa, receiptId });
    return known.noticeNumber === noticeNumber && known.amountCents === amountCents ? 'repeated' : 'differs';
  }
  const notice = { creditorFiscalCode: content.fiscalCode, noticeNumber };
  const instalment = content.fiscalCode === idPa ? await lockInstalment(tx, notice) : null;
  if (instalment) await tx.update(Receipt, { id: row.id }, { instalmentId: instalment.id });
  const payment = { receiptId: row.id, iur: receiptId, amountCents, paidAt: paidAtOf(content, now), shares: content.transfers };
  const became = instalment ? await payByReceipt(tx, instalment, payment, now) : content.fiscalCode === idPa ? 'unknown' : 'of-others';
  if (became === 'unknown') {
    const nobody = {
      flowId: null,
      resolvedAt: null,
      resolvedBy: null,
      note: null,
      refundCents: null,
      positionId: null,
      instalmentId: null,
    };
    await tx.insert(Anomaly, { id: newId(), organizationId, kind: 'unknown_notice', receiptId: row.id, noticeNumber, at: now, ...nobody });
  }
  await matchReceipt(tx, organizationId, content, instalment?.id ?? null, now);
  return became;
}

/** The position is locked first, as by everything that changes its instalments. */
async function lockInstalment(tx: EntityManager, where: FindOptionsWhere<Instalment>): Promise<Instalment | null> {
  const known = await tx.findOneBy(Instalment, where);
  if (!known) return null;
  await tx.findOneOrFail(Position, { where: { id: known.positionId }, lock: { mode: 'pessimistic_write' } });
  return tx.findOneByOrFail(Instalment, { id: known.id });
}

/**
 * Pays an instalment by what a flow tells, where there is no receipt. A flow tells the shares that went to one account of one body: those of others,
 * and of its other accounts, went along with them.
 */
export async function payByFlow(tx: EntityManager, { instalmentId, iur, places, cents, paidOn }: ToldPayment, now: Date): Promise<Became> {
  const instalment = await lockInstalment(tx, { id: instalmentId });
  if (!instalment) throw new Error(`instalment ${instalmentId} of a flow is gone`);
  const known = await becameOf(tx, instalmentId, iur);
  if (known) return known;
  const paidAt = isCivilDate(paidOn) && romeInstant(paidOn) < now ? romeInstant(paidOn) : now;
  const transfers = transfersAt(instalment, await tx.findBy(Transfer, { instalmentId }), paidAt);
  const others = transfers.filter(({ place }) => !places.includes(place));
  const amountCents = others.reduce((sum, share) => sum + share.amountCents, cents);
  return pay(tx, instalment, { receiptId: null, iur, amountCents, paidAt, shares: null }, now);
}

/** A payment as it is known: by its receipt, or by a flow alone, which does not tell all of its shares. */
interface Payment {
  receiptId: string | null;
  /** What pagoPA calls it. */
  iur: string;
  amountCents: number;
  paidAt: Date;
  shares: readonly AnsweredTransfer[] | null;
}
type Receipted = Payment & { receiptId: string };

async function payByReceipt(tx: EntityManager, instalment: Instalment, payment: Receipted, now: Date): Promise<Became> {
  const told = await becameOf(tx, instalment.id, payment.iur);
  if (!told) return pay(tx, instalment, payment, now);
  await (told === 'paid' ? correct(tx, instalment, payment, now) : nameRefund(tx, instalment, payment));
  return told;
}

/** The receipt of what a flow has settled comes late. It is the same money, and says better than the flow how much it was, and when. */
async function correct(tx: EntityManager, instalment: Instalment, payment: Receipted, now: Date): Promise<void> {
  const { id: instalmentId, positionId, settledAt: toldAt } = instalment;
  const { receiptId, amountCents, paidAt: settledAt } = payment;
  await tx.update(Instalment, { id: instalmentId }, { paidCents: amountCents, settledAt });
  if (toldAt) await tx.update(Position, { id: positionId, settledAt: toldAt }, { settledAt });
  const wrong = await quotedWrongly(tx, instalment, await tx.findBy(Activation, { instalmentId }), payment);
  const kind = In(['amount_never_quoted', 'paid_after_end'] satisfies Anomaly['kind'][]);
  const noted = await tx.findBy(Anomaly, { instalmentId, kind, receiptId: IsNull() });
  for (const anomaly of noted.filter(({ resolvedAt }) => resolvedAt === null)) {
    if (anomaly.kind === 'amount_never_quoted' && wrong !== anomaly.kind) Object.assign(anomaly, { resolvedAt: now, note: '' });
    if (anomaly.refundCents !== null) anomaly.refundCents = amountCents;
  }
  await tx.save(noted.map((anomaly) => Object.assign(anomaly, { receiptId })));
  if (wrong && !noted.some((anomaly) => anomaly.kind === wrong)) await noteAnomaly(tx, wrong, { instalment, receiptId, at: now });
}

/** The same of what was found paid twice by a flow: of two such payments that of this sum is meant. */
async function nameRefund(tx: EntityManager, { id: instalmentId }: Instalment, { receiptId, amountCents }: Receipted): Promise<void> {
  const unnamed = { instalmentId, kind: 'paid_twice' as const, receiptId: IsNull() };
  const noted = await tx.find(Anomaly, { where: unnamed, order: { at: 'ASC', id: 'ASC' } });
  const anomaly = noted.find(({ refundCents }) => refundCents === amountCents) ?? noted[0];
  if (!anomaly) return;
  // What staff has dealt with stays as it was dealt with.
  await tx.save(Object.assign(anomaly, { receiptId, ...(anomaly.resolvedAt === null && { refundCents: amountCents }) }));
}

async function pay(tx: EntityManager, instalment: Instalment, payment: Payment, now: Date): Promise<Became> {
  const { positionId } = instalment;
  const { receiptId, iur, amountCents, paidAt: settledAt } = payment;
  const note = (kind: Anomaly['kind'], refundCents: number | null = null) =>
    noteAnomaly(tx, kind, { instalment, receiptId, at: now, refundCents });
  const state = instalment.stateAt(settledAt);
  const siblings = await tx.findBy(Instalment, { positionId, id: Not(instalment.id) });
  const renewals = renewalsOf(instalment, siblings);
  if ([instalment, ...renewals].some((notice) => isSettled(notice.state))) {
    await note('paid_twice', amountCents);
    return 'paid-before';
  }
  const position = await tx.findOneByOrFail(Position, { id: positionId });
  const wasSettled = position.settledAt !== null;
  const from = stateOf(position, [instalment, ...siblings], now);
  const activations = await tx.findBy(Activation, { instalmentId: instalment.id });
  const kind = await quotedWrongly(tx, instalment, activations, payment);
  if (kind) await note(kind);
  // Withdrawn and paid all the same: nothing is owed. One that was replaced pays the debt in the place of the newer notice.
  const isReplaced = instalment.replacedById !== null;
  if (wasSettled || (state === 'cancelled' && !isReplaced) || position.droppedWhy) await note('paid_after_end', amountCents);
  else if (state !== 'open' && !(state === 'expired' && activations.length > 0)) await note('paid_after_end');
  Object.assign(instalment, { state: 'paid', paidCents: amountCents, settledAt });
  const given = siblings.filter((sibling) => isGivenUp(sibling, instalment, renewals));
  for (const sibling of given) sibling.state = 'excluded';
  await tx.save([instalment, ...given]);
  const isWhole = isAllPaid([instalment, ...siblings], now);
  Object.assign(position, { version: position.version + 1, ...(isWhole && !wasSettled && { settledAt, nextTryAt: null }) });
  await tx.save(position);
  await keepStep(tx, position, { move: 'pay', from, to: stateOf(position, [instalment, ...siblings], now) }, system, now);
  if (receiptId) await announcePaid(tx, position, { receiptId, amountCents }, now);
  else await announcePaidWithoutReceipt(tx, position, { iur, amountCents }, now);
  if (isWhole && !wasSettled) {
    const paidCents = [instalment, ...siblings].reduce((sum, it) => sum + (it.paidCents ?? 0), 0);
    await publish(tx, positionCompleted, { positionId, version: position.version, at: settledAt, paidCents });
  }
  return 'paid';
}

/** When it was paid, where the receipt tells: what comes hours later was in time all the same. Nothing was paid after its receipt. */
const paidAtOf = ({ paidAt }: ReceiptContent, now: Date): Date => (paidAt === null || new Date(paidAt) > now ? now : new Date(paidAt));

/** Whoever pays one thing chooses its option: all others are given up, and so are the other notices of the same debt. */
const isGivenUp = (sibling: Instalment, paid: Instalment, renewals: readonly Instalment[]): boolean =>
  !isSettled(sibling.state) && sibling.state !== 'cancelled' && (sibling.optionId !== paid.optionId || renewals.includes(sibling));

/** The other notices of the same debt: those that an instalment replaced, one after the other, and those that replaced it. */
function renewalsOf(instalment: Instalment, siblings: readonly Instalment[]): Instalment[] {
  const found = [instalment];
  for (const one of found) {
    const next = siblings.filter((it) => it.replacedById === one.id || it.id === one.replacedById);
    found.push(...next.filter((it) => !found.includes(it)));
  }
  return found.slice(1);
}

/** A payment is compared with what we answered to whoever was about to pay; with what was due then, where nobody asked us (stand-in). */
async function quotedWrongly(
  tx: EntityManager,
  instalment: Instalment,
  activations: readonly Activation[],
  { amountCents, shares, paidAt }: Payment,
): Promise<'amount_never_quoted' | 'transfers_differ' | null> {
  const due = await tx.findBy(Transfer, { instalmentId: instalment.id });
  const unasked = { amountCents: instalment.amountAt(paidAt), transfers: transfersAt(instalment, due, paidAt) };
  const quotes = (activations.length > 0 ? activations : [unasked]).filter((quote) => quote.amountCents === amountCents);
  if (quotes.length === 0) return 'amount_never_quoted';
  return shares === null || quotes.some((quote) => sharesOf(quote.transfers) === sharesOf(shares)) ? null : 'transfers_differ';
}

const sharesOf = (transfers: readonly AnsweredTransfer[]): string =>
  transfers
    .map(({ place, fiscalCode, amountCents }) => `${place} ${fiscalCode} ${amountCents}`)
    .sort()
    .join();
