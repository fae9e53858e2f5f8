import type { Language, Text } from '@sportello/contracts/contract';
import { practicePath } from '@sportello/contracts/practices';
import type { About } from '../announcements/announcement.entity.js';
import type { Audience } from '../announcements/recipients.js';
import { footer, laboratoryNotice, linkHint, type Template, texts } from './texts.js';

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
}

/**
 * Puts the values in the places of a text.
 *
 * @throws RangeError if the text names a place that there is not
 */
export function fill(text: Text, about: About, language: Language): string {
  const values: Record<string, string | undefined> = {
    number: about.number,
    service: about.service?.[language],
    organization: about.organization,
  };
  return text[language].replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`want number, service or organization, got "${name}"`);
    return value;
  });
}

/** The page where the next action is, without language prefix. What is about no practice is about the person's own account. */
export function pathOf(audience: Audience, practiceId: string | null): string {
  if (practiceId === null) return audience === 'applicant' ? '/area-personale/profilo' : '/console';
  return audience === 'applicant' ? practicePath(practiceId) : `/console/pratiche/${practiceId}`;
}

/** The same page as an address. The portal's English pages begin with /en; the console asks its officer. */
export function addressOf(publicUrl: string, audience: Audience, practiceId: string | null, language: Language): string {
  const prefix = audience === 'applicant' && language === 'en' ? '/en' : '';
  return `${publicUrl.replace(/\/$/, '')}${prefix}${pathOf(audience, practiceId)}`;
}

/** @returns null when this audience is not told of it */
export function letterOf({
  template,
  audience,
  language,
  about,
  url,
  isLaboratory,
}: {
  template: Template;
  audience: Audience;
  language: Language;
  about: About;
  url: string;
  isLaboratory: boolean;
}): Letter | null {
  const words = texts[template][audience];
  if (!words) return null;
  const said = (text: Text) => fill(text, about, language);
  return {
    language,
    subject: said(words.subject),
    body: said(words.body),
    action: said(words.action),
    url,
    linkHint: linkHint[language],
    footer: said(footer),
    notice: isLaboratory ? laboratoryNotice[language] : null,
  };
}

export const plainText = ({ body, action, url, footer: end, notice }: Letter) =>
  `${notice ? `${notice}\n\n` : ''}${body}\n\n${action}:\n${url}\n\n-- \n${end}\n`;

/** Nothing is loaded from anywhere, so that nobody learns when a mail is opened; read aloud it makes the same sense as on screen. */
export const html = ({ language, subject, body, action, url, linkHint: hint, footer: end, notice }: Letter) => `<!doctype html>
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
<p style="margin:0 0 24px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 24px;background:#0066cc;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">${escaped(action)}</a></p>
<p style="margin:0 0 24px;font-size:14px">${escaped(hint)}<br><span style="word-break:break-all">${escaped(url)}</span></p>
<p style="margin:0;padding-top:16px;border-top:1px solid #5b6f82;color:#455b71;font-size:14px">${escaped(end)}</p>
</main>
</body>
</html>
`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
