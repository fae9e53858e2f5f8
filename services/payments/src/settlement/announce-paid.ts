import { type AnnouncedMessage, announced, worded } from '@sportello/contracts/notifications/announcements';
import { namesOf } from '@sportello/directory/copies';
import { writeAmount } from '@sportello/italy/amounts';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import type { Position } from '../positions/position.entity.js';

const words = {
  title: { it: 'Pagamento ricevuto: {reason}', en: 'Payment received: {reason}' },
  body: {
    it: 'Hai pagato {amount} euro. La ricevuta si scarica dalla pagina del pagamento.',
    en: 'You paid {amount} euro. The receipt can be downloaded from the page of the payment.',
  },
  action: { it: 'Apri il pagamento', en: 'Open the payment' },
} as const satisfies Pick<AnnouncedMessage, 'title' | 'body' | 'action'>;

/** Tells whoever owed it that a receipt has come: once for a receipt, however often it comes (PAY-52). Somebody who is not of this installation is told by pagoPA. */
export async function announcePaid(
  tx: EntityManager,
  { id, organizationId, personId, reason, debtor }: Position,
  { receiptId, amountCents }: { receiptId: string; amountCents: number },
  at: Date,
): Promise<void> {
  if (!personId) return;
  const values = { reason, amount: writeAmount(amountCents) };
  await publish(tx, announced, {
    id: stableId(at, 'paid', receiptId),
    at,
    organizationId,
    sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
    subject: { kind: 'positions', id },
    topic: 'payments.paid',
    messages: [
      {
        audience: [{ kind: 'person', personId }],
        by: ['notice', 'mail'],
        place: 'portal',
        path: `/area-personale/pagamenti/${id}`,
        ...(debtor && { addressee: debtor.fullName }),
        title: worded(words.title, values),
        body: worded(words.body, values),
        action: words.action,
      },
    ],
    documents: [],
  });
}
