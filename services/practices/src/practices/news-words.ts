import type { Text } from '@sportello/contracts/contract';
import type { AnnouncedMessage, Together } from '@sportello/contracts/notifications/announcements';

export type Words = Pick<AnnouncedMessage, 'title' | 'body' | 'action'>;

export interface NewsWords {
  topic: string;
  /** What the applicant is told; absent when she did it, or when it concerns the office alone. */
  applicant?: Words;
  /** How she is told, unless by both. */
  applicantBy?: AnnouncedMessage['by'];
  /** What the officers of the service are told. */
  officers?: Words;
  /** What the persons are told whom the fact names: officers, one by one. */
  persons?: Words;
  /** True when the officer in charge did it: she is not told of it. */
  isByOffice: boolean;
  /** For what people write to each other: after the first one, mails of some minutes go together. */
  together?: Together;
}

export const openRequest: Text = { it: "Apri l'istanza", en: 'Open the request' };
export const openPractice: Text = { it: 'Apri la pratica', en: 'Open the practice' };
export const readAndAnswer: Text = { it: 'Leggi e rispondi', en: 'Read and answer' };
export const readOutcome: Text = { it: "Leggi l'esito", en: 'Read the outcome' };
export const readMessage: Text = { it: 'Leggi il messaggio', en: 'Read the message' };
export const readMessages: Text = { it: 'Leggi i messaggi', en: 'Read the messages' };

/** A title in words: what happened, the service, and the number after them. */
export const named = (it: string, en: string): Text => ({ it: `${it}: {service} ({number})`, en: `${en}: {service} ({number})` });

export const toOfficers = (titleIt: string, titleEn: string, whatIt: string, whatEn: string, action = openPractice): Words => ({
  title: named(titleIt, titleEn),
  body: { it: `${whatIt} Servizio: {service}.`, en: `${whatEn} Service: {service}.` },
  action,
});
