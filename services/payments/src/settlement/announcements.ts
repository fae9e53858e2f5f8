import type { Text } from '@sportello/contracts/contract';
import { type AnnouncedMessage, announced, worded } from '@sportello/contracts/notifications/announcements';
import type { StaffMove } from '@sportello/contracts/payments/body-positions';
import { namesOf } from '@sportello/directory/copies';
import { writeAmount } from '@sportello/italy/amounts';
import { type CivilDate, displayDate } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import type { Position } from '../positions/position.entity.js';

type Said = Pick<AnnouncedMessage, 'title' | 'body'>;

const action: Text = { it: 'Apri il pagamento', en: 'Open the payment' };

const paid: Said = {
  title: { it: 'Pagamento ricevuto: {reason}', en: 'Payment received: {reason}' },
  body: {
    it: 'Hai pagato {amount} euro. La ricevuta si scarica dalla pagina del pagamento.',
    en: 'You paid {amount} euro. The receipt can be downloaded from the page of the payment.',
  },
};
const paidWithoutReceipt: Said = {
  title: paid.title,
  body: {
    it: 'Risulta pagato: {amount} euro. pagoPA non ha ancora inviato la ricevuta, ma non devi fare altro.',
    en: 'It is paid: {amount} euro. pagoPA has not sent the receipt yet, but there is nothing else to do.',
  },
};
const opened: Said = {
  title: { it: 'Nuovo avviso di pagamento: {reason}', en: 'New payment notice: {reason}' },
  body: {
    it: 'C’è un avviso di {amount} euro a tuo nome. Nella pagina del pagamento lo scarichi o lo paghi online.',
    en: 'There is a notice of {amount} euro in your name. On the page of the payment you download it or pay it online.',
  },
};
const renewed: Said = {
  title: { it: 'Nuovo codice avviso: {reason}', en: 'New notice number: {reason}' },
  body: {
    it: 'L’avviso che avevi è sostituito da uno nuovo: per pagare usa quello che trovi nella pagina del pagamento.',
    en: 'The notice that you had is replaced by a new one: to pay, use the one on the page of the payment.',
  },
};
const due: Said = {
  title: { it: 'Da pagare entro il {day}: {reason}', en: 'To be paid by {day}: {reason}' },
  body: {
    it: 'Ci sono ancora {amount} euro da pagare entro il {day}. Se hai già pagato, non devi fare altro.',
    en: 'There are still {amount} euro to be paid by {day}. If you have paid already, there is nothing else to do.',
  },
};
const ended: Record<StaffMove, Said> = {
  cancel: {
    title: { it: 'Pagamento annullato: {reason}', en: 'Payment withdrawn: {reason}' },
    body: {
      it: 'L’ente ha annullato l’avviso: non devi pagare nulla.',
      en: 'The body has withdrawn the notice: you need not pay anything.',
    },
  },
  collect: {
    title: { it: 'Passato alla riscossione: {reason}', en: 'Passed to collection: {reason}' },
    body: {
      it: 'Il debito è passato alla riscossione: l’avviso che avevi non si può più pagare.',
      en: 'The debt passed to forced collection: the notice that you had can no longer be paid.',
    },
  },
  elsewhere: {
    title: { it: 'Pagamento registrato: {reason}', en: 'Payment registered: {reason}' },
    body: {
      it: 'L’ente ha registrato che hai già pagato: non devi fare altro.',
      en: 'The body has registered that you paid already: there is nothing else to do.',
    },
  },
};

interface Told {
  /** What it is about besides: of two of one topic and mark one is sent (PAY-52). */
  mark: string;
  values?: Record<string, string>;
}

/** Tells whoever owes it. Somebody who is not of this installation is told by pagoPA alone. */
async function tell(
  tx: EntityManager,
  position: Position,
  topic: string,
  said: Said,
  { mark, values = {} }: Told,
  at: Date,
): Promise<void> {
  const { id, organizationId, personId, reason, beneficiaryName, debtor } = position;
  if (!personId) return;
  // For whom it is stands beside what for (PAY-49).
  const filled = { reason: beneficiaryName ? `${reason} (${beneficiaryName})` : reason, ...values };
  await publish(tx, announced, {
    id: stableId(at, topic, mark),
    at,
    organizationId,
    sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
    subject: { kind: 'positions', id },
    topic: `payments.${topic}`,
    messages: [
      {
        audience: [{ kind: 'person', personId }],
        by: ['notice', 'mail'],
        place: 'portal',
        path: `/area-personale/pagamenti/${id}`,
        ...(debtor && { addressee: debtor.fullName }),
        title: worded(said.title, filled),
        body: worded(said.body, filled),
        action,
      },
    ],
    documents: [],
  });
}

/** That a receipt has come: once for a receipt, however often it comes. */
export const announcePaid = (
  tx: EntityManager,
  position: Position,
  { receiptId, amountCents }: { receiptId: string; amountCents: number },
  at: Date,
): Promise<void> => tell(tx, position, 'paid', paid, { mark: receiptId, values: { amount: writeAmount(amountCents) } }, at);

/** The same of what a flow tells, without a receipt. */
export const announcePaidWithoutReceipt = (
  tx: EntityManager,
  position: Position,
  { iur, amountCents }: { iur: string; amountCents: number },
  at: Date,
): Promise<void> => tell(tx, position, 'paid', paidWithoutReceipt, { mark: iur, values: { amount: writeAmount(amountCents) } }, at);

/** That there is something to be paid, which no practice of hers has told her. */
export const announceOpened = (tx: EntityManager, position: Position, amountCents: number, at: Date): Promise<void> =>
  tell(tx, position, 'opened', opened, { mark: position.id, values: { amount: writeAmount(amountCents) } }, at);

export const announceRenewal = (tx: EntityManager, position: Position, instalmentId: string, at: Date): Promise<void> =>
  tell(tx, position, 'renewed', renewed, { mark: instalmentId }, at);

export const announceEnd = (tx: EntityManager, position: Position, move: StaffMove, at: Date): Promise<void> =>
  tell(tx, position, 'ended', ended[move], { mark: position.id }, at);

/** That something is due soon. */
export const announceDue = (
  tx: EntityManager,
  position: Position,
  { instalmentId, day, amountCents }: { instalmentId: string; day: CivilDate; amountCents: number },
  at: Date,
): Promise<void> =>
  tell(
    tx,
    position,
    'due',
    due,
    { mark: `${instalmentId} ${day}`, values: { amount: writeAmount(amountCents), day: displayDate(day) } },
    at,
  );
