import type { Language, Text } from '@sportello/contracts/contract';
import { practicePath, practicesPath } from '@sportello/contracts/practices/practices';
import { apart } from '@sportello/documents/direction';
import type { About, Announcement } from '../announcements/announcement.entity.js';
import { type Audience, footer, gatheredTexts, laboratoryNotice, linkHint, texts } from './texts.js';

/** A mail's words, from which both its plain and its HTML part are made. */
export interface Letter {
  language: Language;
  subject: string;
  body: string;
  action: string;
  url: string;
  linkHint: string;
  footer: string;
  /** Stands before everything else where nothing that is written counts. */
  notice: string | null;
  /** The practices of a mail about messages of several, each with its page. */
  items: { text: string; url: string }[];
}

/**
 * Puts the values in the places of a text.
 *
 * @throws RangeError if the text names a place that there is not
 */
export function fill(text: Text, about: About & { count?: number; practices?: number }, language: Language): string {
  const values: Record<string, string | undefined> = {
    number: about.number,
    service: about.service?.[language],
    organization: about.organization,
    count: about.count?.toString(),
    practices: about.practices?.toString(),
  };
  return text[language].replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`want number, service, organization or a count that there is, got "${name}"`);
    return apart(value);
  });
}

/** The page where the next action is, without language prefix. What is about no practice is about the person's own account. */
export function pathOf(audience: Audience, practiceId: string | null): string {
  if (practiceId === null) return audience === 'applicant' ? '/area-personale/profilo' : '/console';
  return audience === 'applicant' ? practicePath(practiceId) : `/console/pratiche/${practiceId}`;
}

/** The same page as an address. The portal's English pages begin with /en; the console asks its officer. */
export function addressOf(publicUrl: string, audience: Audience, practiceId: string | null, language: Language): string {
  return `${publicUrl}${prefixOf(audience, language)}${pathOf(audience, practiceId)}`;
}

/** Where all practices are found. */
const homeOf = (publicUrl: string, audience: Audience, language: Language) =>
  `${publicUrl}${prefixOf(audience, language)}${audience === 'applicant' ? practicesPath : '/console'}`;

const prefixOf = (audience: Audience, language: Language) => (audience === 'applicant' && language === 'en' ? '/en' : '');

/** What a letter is made of. */
type Subject = Pick<Announcement, 'template' | 'about' | 'practiceId' | 'at'>;
type Described = Subject & { about: About };

/**
 * The words of a mail about one thing, or about several messages.
 * @returns null when this audience is not told of it
 */
export function letterOf({
  audience,
  language,
  announcements,
  publicUrl,
  isLaboratory,
}: {
  audience: Audience;
  language: Language;
  announcements: Subject[];
  publicUrl: string;
  isLaboratory: boolean;
}): Letter | null {
  const described = announcements.filter((it): it is Described => it.about !== null);
  const [first] = described;
  if (!first || described.length < announcements.length) return null;
  const url = addressOf(publicUrl, audience, first.practiceId, language);
  const notice = isLaboratory ? laboratoryNotice[language] : null;
  const tail = { language, url, linkHint: linkHint[language], footer: fill(footer, first.about, language), notice };
  if (described.length > 1) return { ...tail, ...gathered(first.about, audience, language, described, publicUrl) };
  const words = texts[first.template][audience];
  if (!words) return null;
  const said = (text: Text) => fill(text, first.about, language);
  return { ...tail, subject: said(words.subject), body: said(words.body), action: said(words.action), items: [] };
}

/** Several messages: of one practice under its number, of more in the order of the first message of each. */
function gathered(about: About, audience: Audience, language: Language, announcements: Described[], publicUrl: string) {
  const practices = Map.groupBy(
    announcements.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    ({ practiceId }) => practiceId,
  );
  const words = gatheredTexts[audience];
  const items = [...practices].flatMap(([practiceId, messages]) =>
    messages.slice(0, 1).map((message) => ({
      text: fill(messages.length === 1 ? words.one : words.several, { ...message.about, count: messages.length }, language),
      url: addressOf(publicUrl, audience, practiceId, language),
    })),
  );
  const values = { ...about, count: announcements.length, practices: practices.size };
  const { subject, body, action } = practices.size === 1 ? words.ofOne : words.ofMany;
  const [only] = items;
  return {
    subject: fill(subject, values, language),
    body: fill(body, values, language),
    action: fill(action, values, language),
    url: practices.size === 1 ? String(only?.url) : homeOf(publicUrl, audience, language),
    items: practices.size === 1 ? [] : items,
  };
}

export const plainText = ({ body, action, url, items, footer: end, notice }: Letter) =>
  [
    ...(notice ? [notice, ''] : []),
    body,
    '',
    ...items.flatMap((item) => [`- ${item.text}`, `  ${item.url}`]),
    ...(items.length > 0 ? [''] : []),
    `${action}:`,
    url,
    '',
    '-- ',
    end,
    '',
  ].join('\n');

/** Nothing is loaded from anywhere, so that nobody learns when a mail is opened; read aloud it makes the same sense as on screen. */
export const html = ({ language, subject, body, action, url, items, linkHint: hint, footer: end, notice }: Letter) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;background:#f5f6f7;color:#17324d;font:16px/1.5 Arial,Helvetica,sans-serif">
<main style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-top:4px solid #0066cc">
${notice ? `<p style="margin:0 0 16px;padding:8px 12px;background:#fff3cd;color:#4d3800">${escaped(notice)}</p>\n` : ''}<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escaped(subject)}</h1>
<p style="margin:0 0 24px">${escaped(body)}</p>
${listOf(items)}<p style="margin:0 0 24px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 24px;background:#0066cc;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">${escaped(action)}</a></p>
<p style="margin:0 0 24px;font-size:14px">${escaped(hint)}<br><span style="word-break:break-all">${escaped(url)}</span></p>
<p style="margin:0;padding-top:16px;border-top:1px solid #5b6f82;color:#455b71;font-size:14px">${escaped(end)}</p>
</main>
</body>
</html>
`;

const listOf = (items: Letter['items']) =>
  items.length === 0
    ? ''
    : `<ul style="margin:0 0 24px;padding-left:24px">
${items.map(({ text, url }) => `<li style="margin:0 0 8px"><a href="${escaped(url)}" style="color:#0066cc">${escaped(text)}</a></li>`).join('\n')}
</ul>
`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
