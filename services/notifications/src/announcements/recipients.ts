import type { Language, Output } from '@sportello/contracts/contract';
import type { listRecipients } from '@sportello/contracts/identity/officers';
import type { describePeople } from '@sportello/contracts/identity/people';
import type { describePractice } from '@sportello/contracts/practices/practices';
import { type Audience, type Template, texts } from '../templates/texts.js';

export interface Recipients {
  /** Who finds it in the portal's centre. */
  notices: { personId: string; audience: Audience }[];
  /** Who gets it by mail: one for each address. */
  mails: { personId: string | null; audience: Audience; address: string; language: Language }[];
}

export interface Known {
  practice: Output<typeof describePractice>;
  /** Null when the identity service does not know her. */
  applicant: Output<typeof describePeople>['items'][number] | null;
  officers: Output<typeof listRecipients>['items'];
}

/**
 * Who is told of something: one notice for each person, one mail for each address. Whoever did it is not told of her own act; an officer who
 * is the applicant too hears of it as the applicant.
 */
export function recipientsOf(template: Template, { practice, applicant, officers }: Known): Recipients {
  const { applicantId, officerId } = practice;
  const told = texts[template];
  const informed = told.officer ? officers.filter(({ id }) => id !== applicantId && !(told.isByOffice && id === officerId)) : [];
  const notices: Recipients['notices'] = [
    ...(told.applicant && told.isInPortal ? [{ personId: applicantId, audience: 'applicant' as const }] : []),
    ...informed.map(({ id }) => ({ personId: id, audience: 'officer' as const })),
  ];
  const mails: Recipients['mails'] = [
    ...(told.applicant ? applicantMails(template, practice, applicant) : []),
    ...informed.flatMap(({ id, mail, language }) =>
      mail === null ? [] : [{ personId: id, audience: 'officer' as const, address: mail, language }],
    ),
  ];
  return { notices: firstOfEach(notices, ({ personId }) => personId), mails: firstOfEach(mails, ({ address }) => address.toLowerCase()) };
}

/**
 * The receipt goes to the address that the form gives for it, else to the applicant's; until it comes no other mail speaks of the sending.
 * Everything later goes to both (CAT-25).
 */
function applicantMails(template: Template, { applicantId, confirmationMail }: Known['practice'], applicant: Known['applicant']) {
  const language = applicant?.language ?? 'it';
  const own = applicant?.mail ?? null;
  const addresses = template === 'submitted' ? [] : template === 'receipt' ? [confirmationMail ?? own] : [own, confirmationMail];
  return addresses.flatMap((address) => {
    if (address === null) return [];
    const isOwn = address.toLowerCase() === own?.toLowerCase();
    return [{ personId: isOwn ? applicantId : null, audience: 'applicant' as const, address, language }];
  });
}

function firstOfEach<T>(items: T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
