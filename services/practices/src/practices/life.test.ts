import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { completePractice } from '@sportello/contracts/practices/drafts';
import { practiceApproved, practiceAssigned, practiceSubmitted, receiptIssued } from '@sportello/contracts/practices/events';
import { getHistory } from '@sportello/contracts/practices/histories';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { bianchi, federica } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure({ settings: { requiresConfirmation: true, enablesPeople: true } });
});
afterAll(() => world?.stop());

test('PRA-01, PRA-05, PRA-07, PRA-36: a request goes from its first save to its approval', async () => {
  const id = await world.draft(procedureId);
  const draft = await world.ask(getPractice, { id }, federica);
  expect(draft.number).toMatch(/^SERV06_[0-9A-F]{8}\.0000001$/);
  expect(draft).toMatchObject({ status: 'draft', organizationName: 'Regione Piemonte', confirmationMail: 'rup@comune.example' });
  expect(draft.moves.sort()).toEqual(['complete', 'delete', 'save']);

  const ready = await world.move(completePractice, { id }, federica);
  expect(ready).toMatchObject({ status: 'ready', sendReason: null });
  expect(ready.moves.sort()).toEqual(['delete', 'reopen', 'submit']);

  const mark = await world.move(submitPractice, { id }, federica);
  expect(mark).toMatchObject({ practiceId: id, number: draft.number, position: 1, contentSha256: ready.contentSha256 });

  const taken = await world.move(takePractice, { id }, bianchi);
  expect(taken).toMatchObject({ status: 'under_review', officer: { name: 'OPERATORE 011' }, applicant: { name: 'FEDERICA NERI' } });

  await world.move(decidePractice, { id, decision: 'approved', message: 'Va bene', attachmentIds: [] }, bianchi);
  const done = await world.ask(getPractice, { id }, federica);
  expect(done).toMatchObject({ status: 'approved', officer: null, applicant: null, outcome: { message: 'Va bene' }, moves: [] });
  expect(done.iter.map(({ to }) => to)).toEqual(['draft', 'ready', 'submitted', 'under_review', 'approved']);
  expect(done.iter.at(-1)?.actor).toEqual({ it: 'Ufficio', en: 'Office' });

  for (const event of [practiceSubmitted, practiceAssigned, practiceApproved]) {
    expect(await world.service.published(event)).toMatchObject([{ practiceId: id, applicantId: federica.personId }]);
  }
  await eventually(async () => expect(await world.service.published(receiptIssued)).toHaveLength(1));
  expect((await world.ask(getPractice, { id }, federica)).documents.map(({ kind }) => kind)).toEqual(['request', 'receipt']);
});

test('IDE-29: with what is sent stay method, level, time and record of the sign-in, in its row, its history and its Iter', async () => {
  const id = await world.draft(procedureId);
  await world.move(completePractice, { id }, federica);
  const sender = {
    ...federica,
    method: 'cns' as const,
    level: 3,
    authenticationId: randomUUID(),
    authenticatedAt: '2026-03-02T09:30:00.000Z',
  };
  await world.move(submitPractice, { id }, sender);
  const { iter } = await world.ask(getPractice, { id }, federica);
  const signed = `CNS, livello 3, 02/03/2026 10:30:00, ${sender.authenticationId}`;
  expect(iter.at(-1)).toMatchObject({ move: 'submit', reason: signed });
  expect((await world.ask(getHistory, { id }, federica)).text).toContain(signed);
  const kept = await world.service.db.query(
    'select method, level, authentication_id "id", authenticated_at "at" from practices where id = $1',
    [id],
  );
  expect(kept).toEqual([{ method: 'cns', level: 3, id: sender.authenticationId, at: new Date(sender.authenticatedAt) }]);
});

test('PRA-52: the days that were told at the sending stay, whatever the calendar says later', async () => {
  const id = await world.sent(procedureId);
  const told = (await world.ask(getPractice, { id }, federica)).enabling;
  expect(told).toMatchObject({ existingCredentialOn: expect.any(String), newCredentialOn: expect.any(String) });
  // As another calendar would have it: reckoned anew, the days would be others.
  await world.service.db.query("update practices set submitted_at = submitted_at - interval '40 days' where id = $1", [id]);
  for (const reader of [federica, bianchi]) expect((await world.ask(getPractice, { id }, reader)).enabling).toEqual(told);
});
