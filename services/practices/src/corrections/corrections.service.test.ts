import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked, Payload } from '@sportello/contracts/contract';
import { announced } from '@sportello/contracts/notifications/announcements';
import { correctPractice } from '@sportello/contracts/practices/corrections';
import { getContent } from '@sportello/contracts/practices/drafts';
import { practiceCorrected } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { anna, bianchi, federica, ferrari, manager } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { answers } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
let id: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
  id = await taken(procedureId);
});
afterAll(() => world?.stop());

/** Taken, and its documents made: they show what was sent. */
async function taken(of: string): Promise<string> {
  const practiceId = await world.taken(of);
  await eventually(async () => expect((await world.ask(getPractice, { id: practiceId }, federica)).documents).toHaveLength(2), 90);
  return practiceId;
}

const corrected = { ...answers, street: 'Corso Matteotti, 12', users: [{ givenName: 'GIUSEPPE', familyName: 'VERDI' }] };
const input = (practiceId: string, changes: Partial<Asked<typeof correctPractice>> = {}) => ({
  ...{ id: practiceId, correctionId: randomUUID(), content: corrected as never, reason: 'Come da visura' },
  ...changes,
});

test('PRA-75: the officer in charge corrects data with a reason: old and new value are told, and what was sent stays', async () => {
  const before = await world.ask(getPractice, { id }, federica);
  const { content: sent } = await world.ask(getContent, { id }, federica);
  const asked = { ...input(id), version: before.version };
  const after = await world.ask(correctPractice, asked, bianchi);
  expect(await world.ask(correctPractice, asked, bianchi)).toMatchObject({ version: after.version });
  const street = { it: 'Corso Giacomo Matteotti, 10', en: 'Corso Giacomo Matteotti, 10' };
  expect(after).toMatchObject({ status: 'under_review', contentSha256: before.contentSha256, mark: before.mark });
  expect(after.corrections).toHaveLength(1);
  expect(after.corrections?.[0]).toMatchObject({
    officerName: expect.stringContaining('OPERATORE'),
    reason: 'Come da visura',
    changes: [
      { pointer: '/street', label: { it: 'Indirizzo sede legale', en: 'Address' }, before: street, after: { it: 'Corso Matteotti, 12' } },
      { pointer: '/users/1/givenName', label: { it: 'Utente 2: Nome' }, before: { it: 'GIOACCHINO' }, after: { it: '' } },
      { pointer: '/users/1/familyName', before: { it: 'ROSSINI' } },
    ],
  });
  const own = await world.ask(getPractice, { id }, federica);
  expect(own.corrections?.[0]).toMatchObject({ officerName: null, reason: 'Come da visura' });
  expect(own.iter.at(-1)).toMatchObject({ move: 'correct', reason: 'Come da visura', actor: { it: 'Ufficio' } });
  const read = await world.ask(getContent, { id }, federica);
  expect(read).toMatchObject({ content: { street: 'Corso Matteotti, 12' }, sent });
  const told = ((await world.service.published(announced)) as Payload<typeof announced>[]).filter(({ messages }) =>
    messages.some(({ title }) => title.it.startsWith('Dati corretti')),
  );
  expect(told).toHaveLength(1);
  expect(told[0]?.messages).toMatchObject([{ place: 'portal', quote: 'Come da visura' }]);
  expect((await world.service.published(practiceCorrected)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
  // A second one: what was sent is still the first content.
  await world.move(correctPractice, input(id, { content: { ...corrected, street: 'Via Po, 1' } as never }), bianchi);
  expect(await world.ask(getContent, { id }, bianchi)).toMatchObject({ content: { street: 'Via Po, 1' }, sent });
});

test('PRA-75: the form holds as at the sending, and nothing is corrected by anybody else, elsewhere, or in vain', async () => {
  const other = await taken(procedureId);
  const correct = (changes: Partial<Asked<typeof correctPractice>>, by = bianchi) => world.move(correctPractice, input(other, changes), by);
  const wrong = await refusal(correct({ content: { ...answers, rupMail: 'no address' } as never }));
  expect(wrong).toMatchObject({ type: 'incomplete', errors: [{ pointer: '/rupMail' }] });
  expect(await refusal(correct({ content: { ...answers, stranger: 1 } as never }))).toMatchObject({ type: 'invalid-input' });
  expect((await refusal(correct({ content: answers as never }))).type).toBe('nothing-corrected');
  // What comes from the digital identity is not typed by anybody.
  expect((await refusal(correct({ content: { ...answers, givenName: 'FORGED' } as never }))).type).toBe('nothing-corrected');
  expect((await refusal(correct({ reason: '  ' }))).type).toBe('invalid-input');
  for (const by of [ferrari, manager]) expect((await refusal(correct({}, by))).type).toBe('not-in-charge');
  for (const by of [federica, anna])
    expect((await refusal(world.ask(correctPractice, { ...input(other), version: 3 }, by))).type).toBe('forbidden');
  expect((await refusal(world.ask(correctPractice, { ...input(other), version: 1 }, bianchi))).type).toBe('changed-meanwhile');
  const sent = await world.sent(procedureId);
  expect((await refusal(world.move(correctPractice, input(sent), bianchi))).type).toBe('move-refused');
  const [{ count }] = await world.service.db.query('select count(*)::int from corrections where practice_id = $1', [other]);
  expect(count).toBe(0);
});

test('PRA-75: what is given once only is given once also by a correction, and what it no longer asks for is free', async () => {
  const once = await world.procedure({ limits: { uniqueBy: { fields: ['street'] } } });
  const first = await taken(once);
  const second = await world.sent(once, anna, { ...answers, street: 'Via Po, 2' });
  const change = (street: string) => world.move(correctPractice, input(first, { content: { ...answers, street } as never }), bianchi);
  expect((await refusal(change('Via Po, 2'))).type).toBe('already-requested');
  await change('Via Po, 3');
  expect(second).toEqual(expect.any(String));
  await world.sent(once, anna, { ...answers, street: answers.street });
});
