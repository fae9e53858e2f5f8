import type { Language, Output } from '@sportello/contracts/contract';
import type { listRecipients } from '@sportello/contracts/identity/officers';
import type { describePeople } from '@sportello/contracts/identity/people';
import type { AnnouncedMessage, Audience } from '@sportello/contracts/notifications/announcements';

/** Each names the message by its place among those of the announcement. */
export interface Recipients {
  /** Who finds it in the portal's centre or the console. */
  notices: { personId: string; message: number }[];
  /** Who gets it by mail: one for each address. */
  mails: { personId: string | null; message: number; address: string; language: Language }[];
}

/** What the identity service knows of those concerned. */
export interface Known {
  people: Pick<Output<typeof describePeople>['items'][number], 'id' | 'mail' | 'language'>[];
  officersOf: (audience: Officers) => Output<typeof listRecipients>['items'];
}

export type Officers = Extract<Audience, { kind: 'officers' }>;

interface Recipient {
  personId: string | null;
  address: string | null;
  language: Language;
}

/** Who is told: one notice for each person, one mail for each address, by the first message that concerns them. */
export function recipientsOf(messages: readonly AnnouncedMessage[], known: Known): Recipients {
  const found = messages.flatMap(({ audience, by }, message) =>
    audience.flatMap((each) => membersOf(each, known).map((recipient) => ({ ...recipient, by, message }))),
  );
  const notices = found.flatMap(({ personId, by, message }) => (personId !== null && by.includes('notice') ? [{ personId, message }] : []));
  const mails = found.flatMap(({ personId, by, message, address, language }) =>
    address !== null && by.includes('mail') ? [{ personId, message, address, language }] : [],
  );
  return { notices: firstOfEach(notices, ({ personId }) => personId), mails: firstOfEach(mails, ({ address }) => address.toLowerCase()) };
}

function membersOf(audience: Audience, { people, officersOf }: Known): Recipient[] {
  if (audience.kind === 'officers')
    return officersOf(audience)
      .filter(({ id }) => !audience.except.includes(id))
      .map(({ id, mail, language }) => ({ personId: id, address: mail, language }));
  const { personId } = audience;
  const person = people.find(({ id }) => id === personId);
  const mail = person?.mail ?? null;
  const language = person?.language ?? (audience.kind === 'address' ? audience.language : undefined) ?? 'it';
  if (audience.kind === 'person') return [{ personId: audience.personId, address: mail, language }];
  const { address } = audience;
  const isOwn = address.toLowerCase() === mail?.toLowerCase();
  return [{ personId: isOwn ? personId : null, address, language }];
}

function firstOfEach<T>(items: T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
