import type { Language, Text } from '@sportello/contracts/contract';
import type { AnnouncedMessage, Together } from '@sportello/contracts/notifications/announcements';
import type { ThemeCopy } from '@sportello/directory/theme-copy.entity';
import { apart } from '@sportello/italy/direction';
import type { Announcement } from '../announcements/announcement.entity.js';
import { emblemId } from './emblem.js';

/** A mail's words, from which both its plain and its HTML part are made. */
export interface Letter {
  language: Language;
  subject: string;
  /** In whose name it is written. */
  sender: string;
  /** What stands on the head, and in which colour it is. */
  look: Look;
  greeting: string;
  /** The day and hour on which it happened, in Italy. */
  date: string;
  body: string;
  /** What somebody wrote, word by word. */
  quote: string | null;
  action: string;
  url: string;
  linkHint: string;
  footer: string;
  /** Stands before everything else where nothing that is written counts. */
  notice: string | null;
  /** What the QR code that is shown is for. */
  code: string | null;
  /** The things that a mail about several is about, each with its page. */
  items: { text: string; url: string }[];
}

/** The picture on the head of a letter, in words, and the colour of head, links and button. */
export interface Look {
  logo: string;
  colour: string;
}

/** What a mail is made of: a message, and the announcement that it belongs to. */
export interface Content {
  message: AnnouncedMessage;
  announcement: Pick<Announcement, 'sender' | 'subjectKind' | 'subjectId' | 'at'>;
}

/**
 * The words of a mail about one announcement, or about several of one topic.
 * @param contents at least one
 */
export function letterOf({
  language,
  contents,
  publicUrl,
  theme = null,
  isLaboratory,
  hasCode = false,
}: {
  language: Language;
  contents: Content[];
  publicUrl: string;
  /** How the body shows itself in whose name it is written, if it has chosen a look. */
  theme?: ThemeCopy | null;
  isLaboratory: boolean;
  /** Whether a QR code comes with it. */
  hasCode?: boolean;
}): Letter {
  const [first, ...others] = contents as [Content, ...Content[]];
  const { message, announcement } = first;
  const sender = apart(theme?.name[language] ?? announcement.sender);
  const tail = {
    language,
    linkHint: linkHint[language],
    sender,
    look: { logo: theme?.logo?.alternative[language] ?? '', colour: theme?.primaryColour ?? '#0066cc' },
    greeting: message.addressee ? greetings[language].named(apart(message.addressee)) : greetings[language].other,
    date: dateOf(announcement.at, language),
    footer: `${sender}. ${automatic[language]}`,
    notice: isLaboratory ? laboratoryNotice[language] : null,
    code: hasCode ? codeHint[language] : null,
  };
  if (others.length > 0 && message.together)
    return { ...tail, quote: null, ...gathered(message, message.together, contents, language, publicUrl) };
  const { title, body, action, quote = null } = message;
  const url = addressOf(publicUrl, message, language);
  return { ...tail, subject: title[language], body: body[language], action: action[language], quote, url, items: [] };
}

/** The address of a page. The portal's English pages begin with /en; the console asks its officer. */
export function addressOf(publicUrl: string, { place, path }: Pick<AnnouncedMessage, 'place' | 'path'>, language: Language): string {
  return `${publicUrl}${place === 'portal' && language === 'en' ? '/en' : ''}${path}`;
}

/** Several messages: about one thing in its own words, about more in the order of the first message of each. */
function gathered({ place, path }: AnnouncedMessage, together: Together, contents: Content[], language: Language, publicUrl: string) {
  const subjects = [
    ...Map.groupBy(
      contents.toSorted((a, b) => a.announcement.at.getTime() - b.announcement.at.getTime()),
      ({ announcement: { subjectKind, subjectId } }) => `${subjectKind} ${subjectId}`,
    ).values(),
  ];
  const counted = (text: Text, count: number) =>
    text[language].replaceAll('{count}', String(count)).replaceAll('{subjects}', String(subjects.length));
  const items = subjects.flatMap((messages) =>
    messages.slice(0, 1).map(({ message }) => {
      const { one, several } = message.together ?? together;
      return { text: counted(messages.length === 1 ? one : several, messages.length), url: addressOf(publicUrl, message, language) };
    }),
  );
  const isOne = subjects.length === 1;
  const { title, body, action } = isOne ? together.ofOne : together.ofMany;
  return {
    subject: counted(title, contents.length),
    body: counted(body, contents.length),
    action: counted(action, contents.length),
    url: addressOf(publicUrl, { place, path: isOne ? path : together.ofMany.path }, language),
    items: isOne ? [] : items,
  };
}

const greetings: Record<Language, { named: (name: string) => string; other: string }> = {
  it: { named: (name) => `Gentile ${name},`, other: 'Buongiorno,' },
  en: { named: (name) => `Dear ${name},`, other: 'Hello,' },
};

/** `martedì 10 marzo 2026, 10:00`. */
const dateOf = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    timeZone: 'Europe/Rome',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

/** Nobody reads answers. */
const automatic: Text = {
  it: 'Messaggio automatico: non rispondere, nessuno legge questa casella.',
  en: 'Automatic message: do not answer, nobody reads this mailbox.',
};

/** For those who cannot use the link's button. */
const linkHint: Text = {
  it: 'Se il collegamento non funziona, copia questo indirizzo nel browser:',
  en: 'If the link does not work, copy this address into the browser:',
};

/** As the picture is called that the HTML part shows. */
export const codeId = 'code@sportello';
const codeHint: Text = {
  it: 'Il giorno dell’appuntamento mostra questo codice all’ingresso: serve a registrare il tuo arrivo.',
  en: 'On the day of the appointment show this code at the entrance: your arrival is noted with it.',
};

const laboratoryNotice: Text = {
  it: "Messaggio di prova: viene da un'installazione dimostrativa, dove persone, enti e servizi sono inventati.",
  en: 'Test message: it comes from a demonstration installation, where people, bodies and services are invented.',
};

export const plainText = ({ sender, greeting, date, body, quote, action, url, items, footer: end, notice }: Letter) =>
  [
    ...(notice ? [notice, ''] : []),
    `${sender} - ${date}`,
    '',
    greeting,
    '',
    body,
    '',
    ...(quote ? [...quote.split('\n').map((line) => `> ${line}`), ''] : []),
    ...items.flatMap((item) => [`- ${item.text}`, `  ${item.url}`]),
    ...(items.length > 0 ? [''] : []),
    `${action}:`,
    url,
    '',
    '-- ',
    end,
    '',
  ].join('\n');

/** Nothing is loaded from anywhere, so that nobody learns when a mail is opened: the mark comes with it. Read aloud it makes the same sense as on screen. */
export const html = ({
  language,
  subject,
  sender,
  look: { logo, colour },
  greeting,
  date,
  body,
  quote,
  action,
  url,
  items,
  linkHint: hint,
  footer: end,
  notice,
  code,
}: Letter) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;background:#f5f6f7;color:#17324d;font:16px/1.5 Arial,Helvetica,sans-serif">
<main style="max-width:600px;margin:0 auto;background:#ffffff">
${notice ? `<p style="margin:0;padding:8px 24px;background:#fff3cd;color:#4d3800">${escaped(notice)}</p>\n` : ''}<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;background:${colour}"><tr>
<td style="width:40px;padding:16px 0 16px 24px"><img src="cid:${emblemId}" alt="${escaped(logo)}" height="40" style="display:block;max-width:120px"></td>
<td style="padding:16px 24px 16px 12px;color:#ffffff;font-size:18px;font-weight:bold">${escaped(sender)}</td>
</tr></table>
<div style="padding:24px">
<p style="margin:0 0 8px;color:#455b71;font-size:14px">${escaped(date)}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escaped(subject)}</h1>
<p style="margin:0 0 16px">${escaped(greeting)}</p>
<p style="margin:0 0 24px">${escaped(body)}</p>
${quote ? `<blockquote style="margin:0 0 24px;padding:8px 16px;border-left:4px solid #5b6f82;background:#f5f6f7;white-space:pre-line">${escaped(quote)}</blockquote>\n` : ''}${code ? `<p style="margin:0 0 8px">${escaped(code)}</p>\n<p style="margin:0 0 24px"><img src="cid:${codeId}" alt="${escaped(code)}" width="200" height="200" style="display:block"></p>\n` : ''}${listOf(items, colour)}<p style="margin:0 0 24px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 24px;background:${colour};color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">${escaped(action)}</a></p>
<p style="margin:0 0 24px;font-size:14px">${escaped(hint)}<br><span style="word-break:break-all">${escaped(url)}</span></p>
<p style="margin:0;padding-top:16px;border-top:1px solid #5b6f82;color:#455b71;font-size:14px">${escaped(end)}</p>
</div>
</main>
</body>
</html>
`;

const listOf = (items: Letter['items'], colour: string) =>
  items.length === 0
    ? ''
    : `<ul style="margin:0 0 24px;padding-left:24px">
${items.map(({ text, url }) => `<li style="margin:0 0 8px"><a href="${escaped(url)}" style="color:${colour}">${escaped(text)}</a></li>`).join('\n')}
</ul>
`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
