import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announced } from '@sportello/contracts/notifications/announcements';
import { acceptAmendment, answerAmendment, refuseAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { sendMessage } from '@sportello/contracts/practices/messages';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { stableId } from '@sportello/messaging/stable-id';
import { bianchi, federica, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { z } from 'zod';
import { World } from '../../test/world.js';
import { announcementOf } from './announcements.js';
import { type News, news } from './news.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const [applicantId, officerId] = [String(federica.personId), String(bianchi.personId)];
const practice = {
  id: '01890000-0000-7000-8000-00000000c001',
  organizationId: piedmont,
  procedureId: '01890000-0000-7000-8000-00000000b001',
  applicantId,
  officerId,
  confirmationMail: null as string | null,
  number: 'SERV06_UTENTI_2022.0000008',
  version: 3,
};
const procedure = { title: { it: 'Utenti Servizi 06', en: 'Users of Services 06' } };
const at = new Date('2026-03-10T09:00:00Z');
const of = (what: News, differing: Partial<typeof practice> = {}) =>
  announcementOf(what, { practice: { ...practice, ...differing }, procedure, at, persons: [officerId] }, 'Regione Piemonte');
const everything = Object.keys(news) as News[];

test.each(everything)('NOT-25, NOT-03: %s is said in both languages, names number and service, and leads to the page', (what) => {
  const announcement = of(what);
  expect(announced.payload.safeEncode(announcement).success).toBe(true);
  for (const { title, body, place, path, together } of announcement.messages) {
    for (const text of [title, body]) expect([what, text.it]).not.toEqual([what, text.en]);
    for (const language of ['it', 'en'] as const) {
      expect(title[language]).toContain(practice.number);
      expect(body[language]).toContain(procedure.title[language]);
    }
    expect(JSON.stringify([title, body])).not.toMatch(/[{}]\w/);
    expect(path).toBe(place === 'portal' ? `/area-personale/pratiche/${practice.id}` : `/console/pratiche/${practice.id}`);
    expect(together !== undefined).toBe(/^(message|person)-/.test(what));
  }
});

test('a title begins with words and ends with the number; a mail greets the applicant and quotes what the office wrote', () => {
  for (const what of everything)
    for (const { title } of of(what).messages)
      for (const language of ['it', 'en'] as const)
        expect(title[language].replaceAll(/[\u2066-\u2069]/g, '')).toMatch(/^[A-ZÈ][^:]+: .+ \(SERV06_UTENTI_2022\.0000008\)$/);
  const fact = { practice: { ...practice, applicantName: 'Federica Neri' }, procedure, at, quote: 'Manca la delega.' };
  const [toApplicant, toOfficers] = announcementOf('amendment-requested', fact).messages;
  expect(toApplicant).toMatchObject({ addressee: 'Federica Neri', quote: 'Manca la delega.' });
  expect(toOfficers).not.toHaveProperty('quote');
});

test('the same fact has the same id, another one has another', () => {
  expect(of('approved').id).toBe(stableId(at, 'approved', practice.id, 3));
  expect(new Set(everything.flatMap((what) => [of(what).id, of(what, { version: 4 }).id])).size).toBe(2 * everything.length);
});

const who = (what: News, differing: Partial<typeof practice> = {}) =>
  of(what, differing).messages.map(({ place, by, audience }) => [
    place,
    by.join(),
    ...audience.map((it) => (it.kind === 'address' ? it.address : it.kind === 'person' ? it.personId : `all but ${it.except.join()}`)),
  ]);
const form = { confirmationMail: 'rup@ascalea.it' };

test('CAT-25, PRA-10: the receipt goes to the address of the form, or else to the applicant, by mail alone', () => {
  expect(who('receipt', form)).toEqual([['portal', 'mail', 'rup@ascalea.it']]);
  expect(who('receipt')).toEqual([['portal', 'mail', applicantId]]);
});

test('PRA-10: until the receipt comes, only the portal tells the applicant that she has sent', () => {
  expect(who('submitted')).toEqual([
    ['portal', 'notice', applicantId],
    ['console', 'notice,mail', `all but ${applicantId}`],
  ]);
});

test.each(['assigned', 'amendment-requested', 'amendment-accepted', 'amendment-refused', 'approved', 'rejected'] as const)(
  'CAT-25, NOT-05: %s is told to the applicant, to the address of the form and to every officer but the one who did it',
  (what) => {
    expect(who(what, form)).toEqual([
      ['portal', 'notice,mail', applicantId, 'rup@ascalea.it'],
      ['console', 'notice,mail', `all but ${applicantId},${officerId}`],
    ]);
  },
);

test.each(['amendment-submitted', 'message-from-applicant'] as const)(
  'NOT-04: %s is told to the officers, not to the applicant',
  (what) => {
    expect(who(what, form)).toEqual([['console', 'notice,mail', `all but ${applicantId}`]]);
  },
);

test('a message of the office is told to the applicant alone', () => {
  expect(who('message-from-office')).toEqual([['portal', 'notice,mail', applicantId]]);
});

test('NOT-01, NOT-09: whatever happens to a practice is announced once, and the receipt brings its PDFs', async () => {
  const id = await world.taken(procedureId);
  const ask = async (amendmentId: string) => world.move(requestAmendment, { id, amendmentId, reason: 'Manca', attachmentIds: [] }, bianchi);
  const answer = async () => {
    const open = (await world.ask(getPractice, { id }, federica)).amendments.find(({ status }) => status === 'open');
    await world.move(answerAmendment, { id, amendmentId: String(open?.id), text: 'Ecco', attachmentIds: [] }, federica);
    return String(open?.id);
  };
  await ask(randomUUID());
  await world.move(refuseAmendment, { id, amendmentId: await answer(), reason: 'Manca ancora' }, bianchi);
  await world.move(acceptAmendment, { id, amendmentId: await answer() }, bianchi);
  for (const by of [federica, bianchi]) {
    const message = { id, messageId: randomUUID(), text: 'Buongiorno', attachmentIds: [] };
    for (let time = 0; time < 2; time += 1) await world.ask(sendMessage, message, by);
  }
  await world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [] }, bianchi);

  const announcements = await eventually(async () => {
    const all = (await world.service.published(announced)).map((it) => z.decode(announced.payload, it as never));
    const found = all.filter(({ subject }) => subject.id === id);
    expect(found).toHaveLength(11);
    return found;
  }, 60);
  const { number } = await world.ask(getPractice, { id }, federica);
  // The words before the service and the number.
  const titles = announcements.map(({ messages: [message] }) => message?.title.it.split(': ')[0]);
  expect(titles.toSorted()).toEqual(
    [
      'Integrazioni accettate',
      'Integrazioni inviate',
      'Integrazioni inviate',
      'Integrazioni non accettate',
      'Istanza approvata',
      'Istanza inviata',
      'Istanza presa in carico',
      "Nuovo messaggio dall'ufficio",
      'Nuovo messaggio dal richiedente',
      'Ricevuta',
      'Servono integrazioni',
    ].toSorted(),
  );
  expect(new Set(announcements.map((it) => it.id)).size).toBe(announcements.length);
  const receipt = announcements.find(({ topic }) => topic === 'practices.receipt');
  expect(receipt?.documents.map(({ name }) => name)).toEqual([`domanda-${number}.pdf`, `ricevuta-${number}.pdf`]);
  expect(receipt?.messages[0]?.audience).toEqual([{ kind: 'address', address: 'rup@comune.example', personId: applicantId }]);
  expect(announcements.every(({ sender, organizationId }) => sender === 'Regione Piemonte' && organizationId === piedmont)).toBe(true);
});
