import type { Absence } from '@sportello/contracts/identity/officers';
import { announced, worded } from '@sportello/contracts/notifications/announcements';
import { displayDate } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import { OrganizationRow } from '../organizations/organization.entity.js';
import type { OfficerRow } from './officer.entity.js';

const words = {
  title: { it: 'Sostituisci {name}', en: 'You stand in for {name}' },
  body: {
    it: 'Dal {from} al {to} sostituisci {name}: in quei giorni ricevi i suoi avvisi, e le pratiche che ha in carico sono anche tra le tue.',
    en: 'From {from} to {to} you stand in for {name}: on those days you receive her notices, and the practices in her charge are among yours too.',
  },
  action: { it: 'Apri le tue pratiche', en: 'Open your practices' },
};

/** Tells a colleague that she stands in for somebody. */
export async function announceAbsence(tx: EntityManager, officer: OfficerRow, name: string, absence: Absence, at: Date): Promise<void> {
  const { id, organizationId, version } = officer;
  const { name: sender } = await tx.findOneByOrFail(OrganizationRow, { id: organizationId });
  const values = { name, from: displayDate(absence.from), to: displayDate(absence.to) };
  await publish(tx, announced, {
    id: stableId(at, 'absence-told', id, version),
    at,
    organizationId,
    sender,
    subject: { kind: 'officers', id },
    topic: 'practices.progress',
    documents: [],
    messages: [
      {
        audience: [{ kind: 'person', personId: absence.substituteId }],
        by: ['notice', 'mail'],
        place: 'console',
        path: '/console/pratiche',
        title: worded(words.title, values),
        body: worded(words.body, values),
        action: words.action,
      },
    ],
  });
}
