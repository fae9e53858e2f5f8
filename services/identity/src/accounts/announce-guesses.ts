import { announced } from '@sportello/contracts/notifications/announcements';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';

const words = {
  title: { it: 'Tentativi di accesso non riusciti', en: 'Failed attempts to sign in' },
  body: {
    it: 'Qualcuno ha provato più volte ad accedere con il tuo username e una password sbagliata. Nessuno è entrato. Se i tentativi non sono tuoi e altre persone potrebbero conoscere la tua password, cambiala o avvisa il servizio di assistenza.',
    en: 'Somebody tried several times to sign in with your username and a wrong password. Nobody got in. If it was not you and others may know your password, change it or tell the help desk.',
  },
};

const pages = {
  portal: { path: '/area-personale/profilo', action: { it: 'Apri il tuo profilo', en: 'Open your profile' } },
  console: { path: '/console', action: { it: 'Apri la console', en: 'Open the console' } },
};

/** Tells a person that somebody guesses at her password: where she works or, if she works for nobody, in the portal. */
export async function announceGuesses(
  tx: EntityManager,
  { personId, organizationId, at }: { personId: string; organizationId: string | null; at: Date },
): Promise<void> {
  const place = organizationId ? 'console' : 'portal';
  await publish(tx, announced, {
    id: stableId(at, 'sign-in-guessed', personId),
    at,
    organizationId,
    sender: 'Sportello',
    subject: { kind: 'account', id: personId },
    topic: 'identity.security',
    documents: [],
    messages: [{ audience: [{ kind: 'person', personId }], by: ['notice', 'mail'], place, ...pages[place], ...words }],
  });
}
