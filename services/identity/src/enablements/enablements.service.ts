import { Controller } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { accountEnabled } from '@sportello/contracts/identity/enablements';
import { announced, worded } from '@sportello/contracts/notifications/announcements';
import { enablingGranted } from '@sportello/contracts/practices/enabling';
import { service } from '@sportello/messaging/actor';
import { On, publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { Registrations } from '../people/registrations.js';
import { Enablement } from './enablement.entity.js';

type Granted = Payload<typeof enablingGranted>;

/** What the request does not say of her: her digital identity will. */
const unsaid = { birthPlace: null, birthState: null, sex: null };

const words = {
  title: { it: 'Utenza abilitata', en: 'You were enabled' },
  body: {
    it: '{organization} ti ha abilitato ai suoi servizi, su richiesta di: {onBehalfOf}. Accedi con la tua credenziale regionale, username «{username}».',
    en: '{organization} enabled you to its services, as asked by: {onBehalfOf}. Sign in with your regional credential, username “{username}”.',
  },
  action: { it: 'Vai al tuo profilo', en: 'Go to your profile' },
};

/**
 * Makes the accounts of those who are enabled on the ground of a request (002). Whoever is known keeps what is known of her: a request says
 * nothing that her digital identity would not say better, and gives her no password.
 */
@Controller()
export class EnablementsService {
  constructor(private readonly registrations: Registrations) {}

  @On(enablingGranted, { from: 'beginning' })
  async enable(granted: Granted, tx: EntityManager): Promise<void> {
    const { itemId, practiceId, organizationId, applicantId, onBehalfOf, username } = granted;
    if (await tx.existsBy(Enablement, { id: itemId })) return;
    const now = new Date();
    const personId = (await this.known(tx, granted.fiscalCode)) ?? (await this.register(tx, granted));
    await tx.insert(Enablement, {
      id: itemId,
      personId,
      organizationId,
      practiceId,
      askedBy: applicantId,
      onBehalfOf,
      username,
      enabledAt: now,
    });
    const asker = { ...service, personId: applicantId, organizationId };
    await noteAccess(tx, 'account-enabled', personId, asker, { kind: 'practices', id: practiceId });
    await this.tell(tx, personId, granted, now);
    await publish(tx, accountEnabled, { itemId, at: now });
  }

  private async known(tx: EntityManager, fiscalCode: string): Promise<string | undefined> {
    return (await tx.findOne(Person, { where: { identity: { fiscalCode } }, lock: { mode: 'pessimistic_write' } }))?.id;
  }

  private async register(tx: EntityManager, { givenName, familyName, fiscalCode, birthDate, mail }: Granted): Promise<string> {
    const id = newId();
    const identity = { ...unsaid, givenName, familyName, fiscalCode, birthDate };
    await this.registrations.write(tx, null, { id, identity, mail, profiles: [], credentials: null });
    return id;
  }

  private async tell(tx: EntityManager, personId: string, { itemId, organizationId, onBehalfOf, username }: Granted, at: Date) {
    const { name: organization = '' } = (await tx.findOneBy(OrganizationRow, { id: organizationId })) ?? {};
    await publish(tx, announced, {
      id: stableId(at, 'account-enabled', itemId),
      at,
      organizationId,
      sender: organization,
      subject: { kind: 'account', id: personId },
      topic: 'identity.enabling',
      documents: [],
      messages: [
        {
          audience: [{ kind: 'person', personId }],
          by: ['notice', 'mail'],
          place: 'portal',
          path: '/area-personale/profilo',
          ...words,
          body: worded(words.body, { organization, onBehalfOf, username }),
        },
      ],
    });
  }
}
