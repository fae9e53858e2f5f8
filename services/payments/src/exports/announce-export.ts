import { announced, worded } from '@sportello/contracts/notifications/announcements';
import { namesOf } from '@sportello/directory/copies';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import type { PaymentExport } from './payment-export.entity.js';

/** Whoever waited for so long has gone on to something else, and is told by mail too. Milliseconds. */
const LONG_MS = 60_000;

const action = { it: 'Apri le esportazioni', en: 'Open the exports' };
const words = {
  ready: {
    title: { it: 'Esportazione pronta', en: 'Export ready' },
    body: {
      it: 'Il file «{name}» è pronto: puoi scaricarlo entro sette giorni, poi sarà eliminato.',
      en: 'The file “{name}” is ready: you can download it within seven days, after which it is deleted.',
    },
  },
  failed: {
    title: { it: 'Esportazione non riuscita', en: 'Export failed' },
    body: { it: 'Non è stato possibile preparare il file «{name}».', en: 'The file “{name}” could not be made.' },
  },
};

/** Tells whoever asked for an export what became of it (BKO-21). */
export async function announceExport(tx: EntityManager, row: PaymentExport, at: Date): Promise<void> {
  const { id, organizationId, requesterId, state, name, askedAt } = row;
  const { title, body } = words[state === 'ready' ? 'ready' : 'failed'];
  const isLong = at.getTime() - askedAt.getTime() > LONG_MS;
  await publish(tx, announced, {
    id: stableId(at, `payment-export-${state}`, id),
    at,
    organizationId,
    sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
    subject: { kind: 'exports', id },
    topic: 'payments.exports',
    messages: [
      {
        audience: [{ kind: 'person', personId: requesterId }],
        by: isLong ? ['notice', 'mail'] : ['notice'],
        place: 'console',
        path: '/console/pagamenti/esportazioni',
        title,
        body: worded(body, { name }),
        action,
      },
    ],
    documents: [],
  });
}
