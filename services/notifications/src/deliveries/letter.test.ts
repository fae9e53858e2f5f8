import { expect, test } from '@jest/globals';
import { worded } from '@sportello/contracts/notifications/announcements';
import { toDesk, together, toReader } from '../../test/neighbours.js';
import { emblemId } from './emblem.js';
import { addressOf, type Content, html, letterOf, plainText } from './letter.js';

const publicUrl = 'https://sportello.example';
const languages = ['it', 'en'] as const;
const loan = '01890000-0000-7000-8000-00000000c001';
const otherLoan = '01890000-0000-7000-8000-00000000c002';

const content = (message = toReader('Pinocchio'), subjectId = loan, minute = 0): Content => ({
  message,
  announcement: { sender: 'Biblioteca civica', subjectKind: 'loan', subjectId, at: new Date(Date.UTC(2026, 2, 10, 9, minute)) },
});
const letter = (contents: Content[], language: 'it' | 'en' = 'it', isLaboratory = false) =>
  letterOf({ language, contents, publicUrl, isLaboratory });
const among = (name: string, path = '/area-personale/prestiti') => toReader(name, { path, together: together(name) });

test('a name that is read from right to left, or brings marks of direction, turns nothing else of a text round', () => {
  const text = { it: 'Ente: {organization}. Servizio: {service}.', en: '{organization}, {service}' };
  const service = { it: '\u202eUtenti\u2069', en: '\u202eUsers' };
  expect(worded(text, { organization: '\u202bרשות שירות', service }).it).toBe('Ente: \u2068רשות שירות\u2069. Servizio: Utenti.');
});

test('a place that there is not is refused, those that are counted later stay, and a long value is cut', () => {
  expect(() => worded({ it: '{fiscalCode}', en: '{fiscalCode}' }, {})).toThrow(RangeError);
  expect(worded({ it: '{count} su {subjects}: {name}', en: '{name}' }, { name: 'A' })).toEqual({ it: '{count} su {subjects}: A', en: 'A' });
  expect(worded({ it: '{name}', en: '{name}' }, { name: 'a'.repeat(5_000) }).it).toHaveLength(200);
});

test('NOT-03: a mail says what happened and leads to its page, in text and in HTML, in both languages', () => {
  for (const message of [toReader("L'isola"), toDesk("L'isola")])
    for (const language of languages) {
      const written = letter([content(message)], language);
      expect(written).toMatchObject({ subject: message.title[language], body: message.body[language], action: message.action[language] });
      for (const part of [plainText(written), html(written)]) {
        expect(part).toContain(written.body.replaceAll("'", part.startsWith('<!') ? '&#39;' : "'"));
        expect(part).toContain(addressOf(publicUrl, message, language));
        expect(part).toContain('Biblioteca civica. ');
      }
    }
});

test.each([
  ['portal', 'it', 'https://sportello.example/pagina'],
  ['portal', 'en', 'https://sportello.example/en/pagina'],
  ['console', 'it', 'https://sportello.example/pagina'],
  ['console', 'en', 'https://sportello.example/pagina'],
] as const)('the link to the %s in %s', (place, language, url) => {
  expect(addressOf(publicUrl, { place, path: '/pagina' }, language)).toBe(url);
});

test('what somebody calls a thing, or writes, cannot become markup', () => {
  const evil = '<img src=x onerror="alert(1)">';
  expect(html(letter([content(toReader(evil, { addressee: evil, quote: evil }))]))).not.toContain('<img src=x');
});

test('a mail says when it happened, greets by name where it can, and quotes what was written word by word', () => {
  const message = toReader('Pinocchio', { addressee: 'Giulia Conti', quote: 'Manca la copertina.\nE una pagina.' });
  const italian = letter([content(message)]);
  const english = letter([content(message)], 'en');
  for (const [written, date, greeting] of [
    [italian, /martedì 10 marzo 2026.*10:00/, 'Gentile Giulia Conti,'],
    [english, /Tuesday,? 10 March 2026.*10:00/, 'Dear Giulia Conti,'],
  ] as const) {
    expect(written.date).toMatch(date);
    expect(written.greeting.replaceAll(/[\u2066-\u2069]/g, '')).toBe(greeting);
    expect(plainText(written)).toContain('> Manca la copertina.\n> E una pagina.');
    for (const part of [plainText(written), html(written)])
      for (const words of [written.date, written.greeting]) expect(part).toContain(words);
    expect(html(written)).toMatch(/<blockquote[^>]*>Manca la copertina\.\nE una pagina\.<\/blockquote>/);
  }
  expect(letter([content()]).greeting).toBe('Buongiorno,');
});

test.each([
  ['it', '3 messaggi su Pinocchio', '/area-personale/prestiti/1'],
  ['en', '3 messages about Pinocchio', '/en/area-personale/prestiti/1'],
] as const)('messages about one thing go together in %s, with its page', (language, subject, path) => {
  const message = among('Pinocchio', '/area-personale/prestiti/1');
  expect(letter([content(message), content(message), content(message)], language)).toMatchObject({
    subject,
    url: `${publicUrl}${path}`,
    items: [],
  });
});

test.each([
  ['it', '3 messaggi su 2 prestiti', '', ['Pinocchio: 2 messaggi', 'Cuore <1>: 1 messaggio']],
  ['en', '3 messages about 2 loans', '/en', ['Pinocchio: 2 messages', 'Cuore <1>: 1 message']],
] as const)('messages about several things are listed in %s, each with its page, oldest first', (language, subject, prefix, lines) => {
  const [first, second] = [among('Pinocchio', '/area-personale/prestiti/1'), among('Cuore <1>', '/area-personale/prestiti/2')];
  const written = letter([content(second, otherLoan, 3), content(first, loan, 1), content(first, loan, 2)], language);
  expect(written).toMatchObject({ subject, url: `${publicUrl}${prefix}/area-personale/prestiti` });
  expect(written.items).toEqual(lines.map((text, index) => ({ text, url: `${publicUrl}${prefix}/area-personale/prestiti/${index + 1}` })));
  for (const part of [plainText(written), html(written)]) for (const { url } of written.items) expect(part).toContain(url);
  expect(html(written)).not.toContain('<1>');
  expect(html(written)).toContain(`lang="${language}"`);
});

test('a mail loads nothing from anywhere', () => {
  const written = html(letter([content()]));
  expect(written).not.toMatch(/<(link|script|iframe)|url\(|@import/i);
  // The mark of the sender comes with the mail.
  expect([...written.matchAll(/ src="([^"]*)"/g)].map(([, source]) => source)).toEqual([`cid:${emblemId}`]);
});

test('a mail of a laboratory says so before everything else, in its language', () => {
  for (const language of languages) {
    const written = letter([content()], language, true);
    const notice = language === 'it' ? /^Messaggio di prova/ : /^Test message/;
    expect(plainText(written)).toMatch(notice);
    expect(html(written)).toMatch(new RegExp(`<main[^>]*>\\s*<p[^>]*>${notice.source.slice(1)}`));
  }
});
