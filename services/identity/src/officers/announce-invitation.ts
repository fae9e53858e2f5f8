import { announced, worded } from '@sportello/contracts/notifications/announcements';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import { OrganizationRow } from '../organizations/organization.entity.js';
import type { OfficerRow } from './officer.entity.js';

const words = {
  title: { it: 'Un ente ti invita a lavorare come operatore', en: 'A public body invites you to work as an officer' },
  body: {
    it: "{organization} ti invita a lavorare le pratiche dei suoi servizi digitali. L'invito è nel tuo profilo: puoi accettarlo o rifiutarlo.",
    en: '{organization} asks you to work on the practices of its digital services. The invitation is in your profile: you can accept or decline it.',
  },
  action: { it: "Leggi l'invito", en: 'Read the invitation' },
};

/** Tells a person that a body asks her to work for it. She does not yet: it is told in the portal. */
export async function announceInvitation(tx: EntityManager, { id: personId, organizationId }: OfficerRow, at: Date): Promise<void> {
  const { name: organization } = await tx.findOneByOrFail(OrganizationRow, { id: organizationId });
  await publish(tx, announced, {
    id: stableId(at, 'officer-invited', personId),
    at,
    organizationId: null,
    sender: organization,
    subject: { kind: 'account', id: personId },
    topic: 'identity.invitation',
    documents: [],
    messages: [
      {
        audience: [{ kind: 'person', personId }],
        by: ['notice', 'mail'],
        place: 'portal',
        path: '/area-personale/profilo',
        ...words,
        body: worded(words.body, { organization }),
      },
    ],
  });
}
