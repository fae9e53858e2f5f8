import { expect, test } from '@jest/globals';
import { addressOf, fill, html, letterOf, plainText } from './letter.js';
import { footer, gatheredTexts, linkHint, type Template, texts } from './texts.js';

const about = {
  number: 'SERV06_UTENTI_2022.0000008',
  service: { it: 'Utenti Servizi 06', en: 'Users of Services 06' },
  organization: 'Regione Piemonte',
};
const id = '01890000-0000-7000-8000-00000000c001';
const languages = ['it', 'en'] as const;
const of = (template: Template, differing = {}) => ({
  template,
  about,
  practiceId: id,
  at: new Date('2026-03-10T09:00:00Z'),
  ...differing,
});
const templates = Object.keys(texts) as Template[];
const everyText = [
  footer,
  linkHint,
  ...Object.values(gatheredTexts).flatMap(({ ofOne, ofMany, one, several }) => [
    one,
    several,
    ...Object.values(ofOne),
    ...Object.values(ofMany),
  ]),
  ...Object.values(texts).flatMap(({ applicant, officer }) => [applicant, officer].flatMap((words) => (words ? Object.values(words) : []))),
];
const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test('NOT-25: every text is there in both languages, with the same places, all of which are known', () => {
  for (const text of everyText) {
    expect(places(text.en)).toEqual(places(text.it));
    for (const language of languages) expect(fill(text, { ...about, count: 2, practices: 2 }, language)).not.toMatch(/[{}]/);
  }
});

test('a name that is read from right to left, or brings marks of direction, turns nothing else of a mail round', () => {
  const text = { it: 'Ente: {organization}. Servizio: {service}.', en: '{organization}, {service}' };
  const service = { it: '\u202eUtenti\u2069', en: '\u202eUsers' };
  expect(fill(text, { ...about, organization: '\u202bרשות שירות', service }, 'it')).toBe('Ente: \u2068רשות שירות\u2069. Servizio: Utenti.');
});

test('a place that there is not is refused', () => {
  expect(() => fill({ it: '{fiscalCode}', en: '{fiscalCode}' }, about, 'it')).toThrow(RangeError);
});

/** What is told of a person's account, and of no practice. */
const ofAccounts: Template[] = ['sign-in-guessed', 'officer-invited'];

test.each(templates)('NOT-03: %s names the number and leads to the page, in text and in HTML', (template) => {
  for (const audience of ['applicant', 'officer'] as const)
    for (const language of languages) {
      const url = addressOf('http://localhost:3000', audience, id, language);
      const letter = letterOf({
        audience,
        language,
        announcements: [of(template)],
        publicUrl: 'http://localhost:3000',
        isLaboratory: false,
      });
      expect(letter === null).toBe(texts[template][audience] === undefined);
      if (!letter) continue;
      if (!ofAccounts.includes(template)) expect(letter.subject).toContain(about.number);
      for (const part of [plainText(letter), html(letter)]) {
        expect(part).toContain(letter.body.slice(0, 20).replaceAll("'", part.startsWith('<!') ? '&#39;' : "'"));
        expect(part).toContain(url);
        expect(part).toContain('Regione Piemonte');
      }
    }
});

test.each([
  ['applicant', 'it', `https://sportello.example/area-personale/pratiche/${id}`],
  ['applicant', 'en', `https://sportello.example/en/area-personale/pratiche/${id}`],
  ['officer', 'it', `https://sportello.example/console/pratiche/${id}`],
  ['officer', 'en', `https://sportello.example/console/pratiche/${id}`],
] as const)('the link of the %s in %s', (audience, language, url) => {
  expect(addressOf('https://sportello.example', audience, id, language)).toBe(url);
});

test('what is about no practice leads to where the account is', () => {
  expect(addressOf('https://sportello.example', 'applicant', null, 'en')).toBe('https://sportello.example/en/area-personale/profilo');
  expect(addressOf('https://sportello.example', 'officer', null, 'en')).toBe('https://sportello.example/console');
});

test('what a body calls its service cannot become markup', () => {
  const hostile = { ...about, service: { it: '<img src=x onerror="alert(1)">', en: '<b>' } };
  const letter = letterOf({
    audience: 'applicant',
    language: 'it',
    announcements: [of('approved', { about: hostile })],
    publicUrl: 'http://localhost',
    isLaboratory: false,
  });
  expect(letter && html(letter)).not.toContain('<img');
});

const other = { ...about, number: 'SALUTE_2026.0000001', service: { it: 'Spese <sanitarie>', en: 'Health <expenses>' } };
const otherId = '01890000-0000-7000-8000-00000000c002';

test.each([
  ['applicant', 'it', "3 nuovi messaggi sull'istanza SERV06_UTENTI_2022.0000008", '/area-personale/pratiche/'],
  ['applicant', 'en', '3 new messages about request SERV06_UTENTI_2022.0000008', '/en/area-personale/pratiche/'],
  ['officer', 'it', '3 nuovi messaggi sulla pratica SERV06_UTENTI_2022.0000008', '/console/pratiche/'],
  ['officer', 'en', '3 new messages about practice SERV06_UTENTI_2022.0000008', '/console/pratiche/'],
] as const)('messages of one practice are told together to the %s in %s, with its page', (audience, language, subject, path) => {
  const template = audience === 'applicant' ? 'message-from-office' : 'message-from-applicant';
  const letter = letterOf({
    audience,
    language,
    announcements: [of(template), of(template), of(template)],
    publicUrl: 'https://sportello.example',
    isLaboratory: false,
  });
  expect(letter).toMatchObject({ subject, url: `https://sportello.example${path}${id}`, items: [] });
});

test.each([
  ['applicant', 'it', '3 nuovi messaggi su 2 istanze', '/area-personale/pratiche'],
  ['applicant', 'en', '3 new messages about 2 requests', '/en/area-personale/pratiche'],
  ['officer', 'it', '3 nuovi messaggi su 2 pratiche', '/console'],
  ['officer', 'en', '3 new messages about 2 practices', '/console'],
] as const)(
  'messages of several practices are listed to the %s in %s, each with its page, oldest first',
  (audience, language, subject, home) => {
    const template = audience === 'applicant' ? 'message-from-office' : 'message-from-applicant';
    const messages = [
      of(template, { about: other, practiceId: otherId, at: new Date('2026-03-10T09:03:00Z') }),
      of(template, { at: new Date('2026-03-10T09:01:00Z') }),
      of(template, { at: new Date('2026-03-10T09:02:00Z') }),
    ];
    const letter = letterOf({ audience, language, announcements: messages, publicUrl: 'https://sportello.example', isLaboratory: false });
    if (!letter) throw new Error('There is no letter');
    expect(letter).toMatchObject({ subject, url: `https://sportello.example${home}` });
    const page = (of: string) => addressOf('https://sportello.example', audience, of, language);
    expect(letter.items.map(({ url }) => url)).toEqual([page(id), page(otherId)]);
    for (const part of [plainText(letter), html(letter)]) for (const { url } of letter.items) expect(part).toContain(url);
    expect(html(letter)).not.toContain('<sanitarie>');
    expect(html(letter)).toContain(`lang="${language}"`);
  },
);

test('a mail loads nothing from anywhere', () => {
  for (const template of templates) {
    const letter = letterOf({
      audience: 'applicant',
      language: 'it',
      announcements: [of(template)],
      publicUrl: 'http://localhost',
      isLaboratory: false,
    });
    if (letter) expect(html(letter)).not.toMatch(/<(img|link|script|iframe)|url\(|@import/i);
  }
});

test('a mail of a laboratory says so before everything else, in its language', () => {
  for (const language of languages) {
    const letter = letterOf({
      audience: 'applicant',
      language,
      announcements: [of('approved')],
      publicUrl: 'http://localhost',
      isLaboratory: true,
    });
    const notice = language === 'it' ? /^Messaggio di prova/ : /^Test message/;
    expect(letter && plainText(letter)).toMatch(notice);
    expect(letter && html(letter)).toMatch(new RegExp(`<main[^>]*>\\s*<p[^>]*>${notice.source.slice(1)}`));
  }
});
