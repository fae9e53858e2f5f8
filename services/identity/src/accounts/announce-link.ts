import type { Text } from '@sportello/contracts/contract';
import { INVITATION_DAYS } from '@sportello/contracts/identity/links';
import type { LinkPurpose } from '@sportello/contracts/identity/officers';
import { announced, worded } from '@sportello/contracts/notifications/announcements';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';

interface Letter {
  personId: string;
  /** In whose name: the body, or the installation. */
  sender: string;
  organizationId: string | null;
  at: Date;
}

const words: Record<LinkPurpose, { title: Text; body: Text; action: Text }> = {
  invitation: {
    title: { it: 'Un ente ti invita a lavorare come operatore', en: 'A public body invites you to work as an officer' },
    body: {
      it: '{organization} ti invita a lavorare le pratiche dei suoi servizi digitali. Il tuo username è «{username}». Apri il collegamento entro {days} giorni: leggi l’invito, scegli la tua password e accetta. Il collegamento vale una volta sola e solo per te: non inoltrarlo. Se non aspettavi questo invito, non fare nulla.',
      en: '{organization} asks you to work on the practices of its digital services. Your username is “{username}”. Open the link within {days} days: read the invitation, choose your password and accept. The link works once and only for you: do not forward it. If you did not expect this invitation, do nothing.',
    },
    action: { it: 'Accetta l’invito', en: 'Accept the invitation' },
  },
  reset: {
    title: { it: 'Reimposta la tua password', en: 'Reset your password' },
    body: {
      it: 'È stata chiesta una nuova password per lo username «{username}». Apri il collegamento entro un’ora e scegli la nuova password: il collegamento vale una volta sola. Se non l’hai chiesta tu, non fare nulla: la password resta quella di prima.',
      en: 'A new password was asked for the username “{username}”. Open the link within an hour and choose the new password: the link works once. If you did not ask for it, do nothing: the password stays as it is.',
    },
    action: { it: 'Reimposta password', en: 'Reset password' },
  },
};

/** Mails somebody a one-time link. The secret is not in what is published: who writes the mail asks for it. */
export function announceLink(tx: EntityManager, purpose: LinkPurpose, linkId: string, username: string, letter: Letter): Promise<void> {
  const { title, body, action } = words[purpose];
  return tell(tx, 'link-sent', letter, {
    title,
    body: worded(body, { organization: letter.sender, username, days: String(INVITATION_DAYS) }),
    action,
    linkId,
  });
}

const usernameWords = {
  title: { it: 'Il tuo username', en: 'Your username' },
  body: {
    it: 'È stato chiesto quale username è legato a questo indirizzo: «{username}». Se non l’hai chiesto tu, non fare nulla.',
    en: 'Somebody asked which username belongs to this address: “{username}”. If it was not you, do nothing.',
  },
  action: { it: 'Vai alla pagina di accesso', en: 'Go to the sign-in page' },
};

/** Mails somebody the username that she forgot (IDE-03). */
export const announceUsername = (tx: EntityManager, username: string, letter: Letter): Promise<void> =>
  tell(tx, 'username-sent', letter, { ...usernameWords, body: worded(usernameWords.body, { username }) });

const changedWords = {
  title: { it: 'La tua password è cambiata', en: 'Your password was changed' },
  body: {
    it: 'La password del tuo username è stata cambiata, e gli accessi che erano aperti sono stati chiusi. Se non l’hai cambiata tu, reimpostala subito e avvisa il servizio di assistenza.',
    en: 'The password of your username was changed, and the sessions that were open were closed. If it was not you, reset it at once and tell the help desk.',
  },
  action: { it: 'Vai alla pagina di accesso', en: 'Go to the sign-in page' },
};

/** Mails somebody that her password is another one: whoever did not change it learns so. */
export const announcePasswordChange = (tx: EntityManager, letter: Letter): Promise<void> =>
  tell(tx, 'password-changed', letter, changedWords);

function tell(
  tx: EntityManager,
  what: string,
  { personId, sender, organizationId, at }: Letter,
  message: { title: Text; body: Text; action: Text; linkId?: string },
): Promise<void> {
  return publish(tx, announced, {
    id: stableId(at, what, personId),
    at,
    organizationId,
    sender,
    subject: { kind: 'account', id: personId },
    topic: 'identity.credentials',
    documents: [],
    messages: [{ audience: [{ kind: 'person', personId }], by: ['mail'], place: 'console', path: '/console', ...message }],
  });
}
