import { expect, test } from '@jest/globals';
import type { Mover } from '@sportello/casework/subject';
import { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { enablingOf } from './enabling.js';
import type { ProcedureRules } from './moves.js';
import { Practice } from './practice.entity.js';

const now = new Date('2022-08-01T10:00:00Z');
const rules: ProcedureRules = {
  status: 'published',
  audience: ['mayor'],
  opensAt: null,
  closesAt: null,
  sendingOpensAt: null,
  sendingClosesAt: null,
  settings: WorkflowSettings.parse({ requiresConfirmation: true }),
  contacts: null,
};
const federica: Mover = { side: 'applicant', id: 'federica', name: 'FEDERICA NERI' };
const bianchi = { id: 'bianchi', name: 'BIANCHI', officeId: null, officeName: 'Istruzione' };
const byBianchi: Mover = { side: 'officer', id: 'bianchi', name: 'BIANCHI' };
const frozen = { content: { street: 'Via Roma, 1' }, sha256: 'a'.repeat(64), confirmationMail: null, language: 'en' as const };

const draft = (changes: Partial<Practice> = {}) =>
  Object.assign(new Practice(), {
    ...{ id: 'p', organizationId: 'o', profileKind: 'mayor', status: 'draft', version: 1, content: {}, contentSha256: null },
    ...{ officerId: null, officerName: null, known: { person: {} }, confirmationMail: null },
    ...changes,
  } satisfies Partial<Practice>);

test('a save keeps the content, counts one version and leaves no passage', () => {
  const practice = draft();
  practice.save({ street: 'x' }, 'rup@comune.example', 1, rules, federica, now);
  expect(practice).toMatchObject({ version: 2, content: { street: 'x' }, confirmationMail: 'rup@comune.example', status: 'draft' });
});

test('a save that builds on an older version is refused and changes nothing', () => {
  const practice = draft({ version: 3 });
  expect(() => practice.save({ street: 'x' }, null, 2, rules, federica, now)).toThrow('changed-meanwhile');
  expect(practice).toMatchObject({ version: 3, content: {} });
});

test('PRA-05: completion freezes content and hash, and a return to draft forgets the hash', () => {
  const practice = draft();
  expect(practice.complete(frozen, 1, rules, federica, now)).toMatchObject({ fromStatus: 'draft', toStatus: 'ready', move: 'complete' });
  expect(practice).toMatchObject({ status: 'ready', contentSha256: frozen.sha256, language: 'en' });
  practice.reopen(2, rules, federica, now);
  expect(practice).toMatchObject({ status: 'draft', contentSha256: null, version: 3 });
});

test('what is thrown away keeps its number and loses what was written', () => {
  const practice = draft({ content: { street: 'x' }, number: 'A.0000001', confirmationMail: 'a@b.it' });
  practice.erase(1, rules, federica, now);
  expect(practice).toMatchObject({ status: 'deleted', content: {}, number: 'A.0000001', confirmationMail: null });
});

test('PRA-30: taking in charge notes officer and office', () => {
  const practice = draft({ status: 'submitted' });
  expect(practice.take(bianchi, 1, rules, { side: 'officer', ...bianchi }, now)).toMatchObject({
    toStatus: 'under_review',
    actorName: 'BIANCHI',
  });
  expect(practice).toMatchObject({ officerId: 'bianchi', officerName: 'BIANCHI', officeName: 'Istruzione', changedAt: now });
});

test('PRA-36, PRA-38: an outcome is final', () => {
  for (const decision of ['approved', 'rejected'] as const) {
    const practice = draft({ status: 'under_review', officerId: 'bianchi', officerName: 'BIANCHI' });
    practice.decide({ decision, message: '' }, 1, rules, byBianchi, now);
    expect(practice).toMatchObject({ status: decision, outcomeMessage: null, decidedAt: now });
    expect(() => practice.decide({ decision, message: 'again' }, 2, rules, byBianchi, now)).toThrow('move-refused');
    expect(practice.outcomeMessage).toBeNull();
  }
});

test('a refused move changes nothing', () => {
  const practice = draft({ status: 'submitted' });
  const before = { ...practice };
  expect(() => practice.erase(1, rules, federica, now)).toThrow('already-sent');
  expect(() => practice.decide({ decision: 'approved', message: null }, 1, rules, byBianchi, now)).toThrow('move-refused');
  expect({ ...practice }).toEqual(before);
});

test('a move by whoever was shown another version is refused and changes nothing', () => {
  const practice = draft({ status: 'under_review', officerId: 'bianchi', officerName: 'BIANCHI', version: 5 });
  const before = { ...practice };
  for (const version of [4, 6]) {
    expect(() => practice.decide({ decision: 'approved', message: null }, version, rules, byBianchi, now)).toThrow('changed-meanwhile');
  }
  expect({ ...practice }).toEqual(before);
});

test('PRA-52: sent on Friday 2 September 2022 at 11:59, people are active from Tuesday 6 and Monday 12', () => {
  expect(enablingOf(new Date('2022-09-02T09:59:59.999Z'))).toEqual({
    existingCredentialOn: '2022-09-06',
    newCredentialOn: '2022-09-12',
  });
});

test('PRA-52: the day of sending is that of Rome, and holidays do not count', () => {
  expect(enablingOf(new Date('2022-08-12T22:30:00Z'))).toEqual({ existingCredentialOn: '2022-08-17', newCredentialOn: '2022-08-23' });
});
