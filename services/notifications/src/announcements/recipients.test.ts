import { expect, test } from '@jest/globals';
import type { AnnouncedMessage } from '@sportello/contracts/notifications/announcements';
import { bianchi, ferrari, giulia, piedmont } from '@sportello/testing/people';
import { desk, personOf, toDesk, toReader } from '../../test/neighbours.js';
import { type Known, recipientsOf } from './recipients.js';

const [reader, inCharge, colleague] = [giulia, bianchi, ferrari].map(personOf) as [string, string, string];

const known = (differing: { mail?: string | null; officers?: ReturnType<Known['officersOf']> } = {}): Known => ({
  people: [{ id: reader, mail: differing.mail === undefined ? 'giulia@example.it' : differing.mail, language: 'en' }],
  officersOf: () =>
    differing.officers ?? [
      { id: inCharge, mail: 'bianchi@regione.example', language: 'it' },
      { id: colleague, mail: 'ferrari@regione.example', language: 'it' },
    ],
});
const address = (text: string) => ({ kind: 'address' as const, address: text, personId: reader });
const own = { kind: 'person' as const, personId: reader };
const officers = (except: string[] = []) => ({
  kind: 'officers' as const,
  organizationId: piedmont,
  subject: { kind: 'procedure' as const, id: desk },
  except,
});
const addresses = (messages: AnnouncedMessage[], who = known()) => recipientsOf(messages, who).mails.map((mail) => mail.address);
const notified = (messages: AnnouncedMessage[], who = known()) => recipientsOf(messages, who).notices.map(({ personId }) => personId);

test('CAT-25: what is for the address of a form goes there and to nobody else, in the language of who gave it', () => {
  const message = toReader('Pinocchio', { audience: [address('rup@ascalea.it')], by: ['mail'] });
  expect(recipientsOf([message], known())).toEqual({
    notices: [],
    mails: [{ personId: null, message: 0, address: 'rup@ascalea.it', language: 'en' }],
  });
});

test('who has no address is told by a notice alone', () => {
  expect(addresses([toReader('Pinocchio')], known({ mail: null }))).toEqual([]);
  expect(notified([toReader('Pinocchio')], known({ mail: null }))).toEqual([reader]);
});

test('CAT-25: one who gave her own address on a form gets one mail there, which is hers', () => {
  const to = (text: string) => [toReader('Pinocchio', { audience: [own, address(text)] })];
  expect(addresses(to('rup@ascalea.it'))).toEqual(['giulia@example.it', 'rup@ascalea.it']);
  expect(recipientsOf(to('GIULIA@example.it'), known()).mails).toEqual([
    { personId: reader, message: 0, address: 'giulia@example.it', language: 'en' },
  ]);
});

test('a message is told only in the ways that it names', () => {
  expect(addresses([toReader('Pinocchio', { by: ['notice'] }), toDesk('Pinocchio')])).toEqual([
    'bianchi@regione.example',
    'ferrari@regione.example',
  ]);
  expect(notified([toReader('Pinocchio', { by: ['mail'] })])).toEqual([]);
});

test('NOT-04, NOT-05, NOT-07: the officers of a service are told, without a switch, but those who are left out', () => {
  expect(notified([toReader('Pinocchio'), toDesk('Pinocchio')])).toEqual([reader, inCharge, colleague]);
  expect(notified([toDesk('Pinocchio', { audience: [officers([inCharge])] })])).toEqual([colleague]);
});

test('one cause, one notice and one mail: an officer who is concerned herself is told by the first message', () => {
  const who = known({ officers: [{ id: reader, mail: 'giulia@example.it', language: 'it' }] });
  expect(recipientsOf([toReader('Pinocchio'), toDesk('Pinocchio')], who)).toEqual({
    notices: [{ personId: reader, message: 0 }],
    mails: [{ personId: reader, message: 0, address: 'giulia@example.it', language: 'en' }],
  });
});

test('officers who share a mailbox find one mail in it', () => {
  const sharing = [inCharge, colleague].map((id) => ({ id, mail: 'ufficio@regione.example', language: 'it' as const }));
  expect(addresses([toDesk('Pinocchio')], known({ officers: sharing }))).toEqual(['ufficio@regione.example']);
});
