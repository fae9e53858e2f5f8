import type { ThemeCopy } from '@sportello/directory/theme-copy.entity';
import { homeOfBody } from '@sportello/service/homes';
import type { Enclosure } from '../announcements/announcement.entity.js';
import type { Config } from '../config.js';
import type { Delivery } from './delivery.entity.js';
import { emblem, emblemId } from './emblem.js';
import { type Content, codeId, html, letterOf, plainText } from './letter.js';

export interface Mail {
  messageId: string;
  date: Date;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  /** One with a `cid` is shown inside the HTML part, and is none of the files. */
  attachments: { filename: string; content: Buffer; contentType: string; cid?: string; contentDisposition?: 'inline' }[];
}

/** A mail as it leaves, of one announcement or of several: the same whenever it is written, so that a copy is known as one. */
export function mailOf(
  delivery: Delivery,
  contents: Content[],
  enclosed: (Enclosure & { content: Buffer })[],
  config: Pick<Config, 'MAIL_FROM' | 'PUBLIC_URL' | 'BODY_URLS' | 'LABORATORY'>,
  theme: ThemeCopy | null = null,
  /** The picture of the QR code that its message shows. */
  code: Buffer | null = null,
): Mail {
  const { MAIL_FROM, LABORATORY } = config;
  const { id, language, address, queuedAt, organizationId } = delivery;
  const letter = letterOf({
    language,
    contents,
    publicUrl: homeOfBody(config, organizationId),
    theme,
    isLaboratory: LABORATORY,
    hasCode: code !== null,
  });
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
    attachments: [
      {
        filename: 'logo.png',
        content: theme?.logo ? Buffer.from(theme.logo.png, 'base64') : emblem,
        contentType: 'image/png',
        cid: emblemId,
        contentDisposition: 'inline',
      },
      ...(code
        ? [{ filename: 'codice.png', content: code, contentType: 'image/png', cid: codeId, contentDisposition: 'inline' as const }]
        : []),
      ...enclosed.map(({ name, content }) => ({ filename: name, content, contentType: 'application/pdf' })),
      ...contents.flatMap(({ message }) => message.calendar ?? []).map(calendarFile),
    ],
  };
}

/** Mail programs offer it to one's own calendar by its type and its method, which stands in the file too (RFC 6047). */
const calendarFile = (content: string) => ({
  filename: 'appuntamento.ics',
  content: Buffer.from(content),
  contentType: `text/calendar; charset=utf-8; method=${/^METHOD:(\w+)/m.exec(content)?.[1] ?? 'PUBLISH'}`,
});

const domainOf = (from: string) => /@([A-Za-z0-9.-]+)>?$/.exec(from)?.[1] ?? 'localhost';
