import type { Announcement, Enclosure } from '../announcements/announcement.entity.js';
import type { Config } from '../config.js';
import { html, letterOf, plainText } from '../templates/letter.js';
import type { Delivery } from './delivery.entity.js';

export interface Mail {
  messageId: string;
  date: Date;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** A mail as it leaves, of one thing or of several messages: the same whenever it is written, so that a copy is known as one. */
export function mailOf(
  delivery: Delivery,
  announcements: Announcement[],
  enclosed: (Enclosure & { content: Buffer })[],
  { MAIL_FROM, PUBLIC_URL, LABORATORY }: Pick<Config, 'MAIL_FROM' | 'PUBLIC_URL' | 'LABORATORY'>,
): Mail {
  const { id, audience, language, address, queuedAt } = delivery;
  const letter = letterOf({ audience, language, announcements, publicUrl: PUBLIC_URL, isLaboratory: LABORATORY });
  if (!letter) throw new Error(`There are no words for ${audience} in ${announcements.map(({ template }) => template).join(', ')}`);
  return {
    messageId: `<${id}@${domainOf(MAIL_FROM)}>`,
    date: queuedAt,
    from: MAIL_FROM,
    to: address,
    subject: letter.subject,
    text: plainText(letter),
    html: html(letter),
    headers: {
      // RFC 3834: no holiday notice answers it.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
    },
    attachments: enclosed.map(({ name, content }) => ({ filename: name, content, contentType: 'application/pdf' })),
  };
}

const domainOf = (from: string) => /@([A-Za-z0-9.-]+)>?$/.exec(from)?.[1] ?? 'localhost';
