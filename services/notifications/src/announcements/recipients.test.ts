import { expect, test } from '@jest/globals';
import { bianchi, ferrari, giulia, piedmont } from '@sportello/testing/people';
import type { Template } from '../templates/texts.js';
import { type Known, recipientsOf } from './recipients.js';

const [applicantId, inCharge, colleague] = [giulia, bianchi, ferrari].map(({ personId }) => personId as string) as [string, string, string];

const known = (differing: { confirmationMail?: string | null; mail?: string | null; officers?: Known['officers'] } = {}): Known => ({
  practice: {
    id: '01890000-0000-7000-8000-00000000c001',
    number: 'X_1.0000001',
    procedureId: '01890000-0000-7000-8000-00000000b001',
    procedureTitle: { it: 'Servizio', en: 'Service' },
    organizationId: piedmont,
    organizationName: 'Regione Piemonte',
    applicantId,
    officerId: inCharge,
    confirmationMail: differing.confirmationMail ?? null,
    submittedAt: null,
    status: 'under_review',
    documents: [],
  },
  applicant: {
    id: applicantId,
    identity: {
      givenName: 'G',
      familyName: 'C',
      fiscalCode: 'CNTGLI90A41L219K',
      birthDate: null,
      birthPlace: null,
      birthState: null,
      sex: null,
    },
    mail: differing.mail === undefined ? 'giulia@example.it' : differing.mail,
    mobilePhone: null,
    language: 'en',
  },
  officers: differing.officers ?? [
    { id: inCharge, mail: 'bianchi@regione.example', language: 'it' },
    { id: colleague, mail: 'ferrari@regione.example', language: 'it' },
  ],
});
const addresses = (template: Template, who: Known) => recipientsOf(template, who).mails.map(({ address }) => address);
const told = (template: Template, who = known()) => recipientsOf(template, who).notices.map(({ personId }) => personId);

test('CAT-25: the receipt goes to the address of the form and to nobody else', () => {
  expect(addresses('receipt', known({ confirmationMail: 'rup@ascalea.it' }))).toEqual(['rup@ascalea.it']);
  expect(told('receipt')).toEqual([]);
});

test('PRA-10: a form that asks for no address has its receipt sent to the applicant', () => {
  expect(addresses('receipt', known())).toEqual(['giulia@example.it']);
  expect(addresses('receipt', known({ mail: null }))).toEqual([]);
});

test('CAT-25: what comes later goes to the applicant and to the address of the form, once when they are the same', () => {
  expect(addresses('message-from-office', known({ confirmationMail: 'rup@ascalea.it' }))).toEqual(['giulia@example.it', 'rup@ascalea.it']);
  expect(addresses('message-from-office', known({ confirmationMail: 'GIULIA@example.it' }))).toEqual(['giulia@example.it']);
});

test('PRA-10: until the receipt comes, only the portal tells the applicant that she has sent', () => {
  expect(addresses('submitted', known())).toEqual(['bianchi@regione.example', 'ferrari@regione.example']);
  expect(told('submitted')).toEqual([applicantId, inCharge, colleague]);
});

test.each(['assigned', 'amendment-requested', 'amendment-accepted', 'amendment-refused', 'approved', 'rejected'] as const)(
  'NOT-05: %s is told to the applicant and to every officer but the one who did it',
  (template) => {
    expect(told(template)).toEqual([applicantId, colleague]);
  },
);

test.each(['amendment-submitted', 'message-from-applicant'] as const)(
  'NOT-04: %s is told to the officers, not to the applicant',
  (template) => {
    expect(told(template)).toEqual([inCharge, colleague]);
  },
);

test('a message of the office is told to the applicant alone', () => {
  expect(told('message-from-office')).toEqual([applicantId]);
});

test('one cause, one notice: an officer who applies hears of it as the applicant', () => {
  const officers = [{ id: applicantId, mail: 'giulia@example.it', language: 'it' as const }];
  const { notices, mails } = recipientsOf('approved', known({ officers }));
  expect(notices).toEqual([{ personId: applicantId, audience: 'applicant' }]);
  expect(mails).toHaveLength(1);
});

test('officers who share a mailbox find one mail in it', () => {
  const officers = [inCharge, colleague].map((id) => ({ id, mail: 'ufficio@regione.example', language: 'it' as const }));
  expect(addresses('submitted', known({ officers }))).toEqual(['ufficio@regione.example']);
});
