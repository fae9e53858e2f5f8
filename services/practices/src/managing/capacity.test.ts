import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getCapacity, resetCapacity } from '@sportello/contracts/practices/capacity';
import { cancelPractice } from '@sportello/contracts/practices/closures';
import { completePractice, openPractice, prepareCompilation } from '@sportello/contracts/practices/drafts';
import { getPractice } from '@sportello/contracts/practices/practices';
import { getProcedure, putProcedure } from '@sportello/contracts/practices/procedures';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { withdrawPractice } from '@sportello/contracts/practices/withdrawals';
import { administrator, anna, bianchi, dimostrativo, federica, manager } from '@sportello/testing/people';
import { answers } from '../../test/form.js';
import { procedureInput, refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const settings = { requiresConfirmation: true, canBeWithdrawn: true };
const [user] = answers.users;
const submit = (id: string, by = federica) => world.move(submitPractice, { id }, by);
const capacity = (procedureId: string) => world.ask(getCapacity, { procedureId }, administrator);

test('CAT-75: when many send at once exactly as many are taken as there are places, and the others keep their draft', async () => {
  const procedureId = await world.procedure({ settings, limits: { maxSubmissions: 3 } });
  const ids = await Promise.all(Array.from({ length: 7 }, (_, index) => world.ready(procedureId, index % 2 ? anna : federica)));
  const answered = await Promise.all(
    ids.map(async (id, index) => {
      const by = index % 2 ? anna : federica;
      return submit(id, by).catch((error: { received: { type: string } }) => error.received);
    }),
  );
  expect(answered.filter((it) => 'signature' in it)).toHaveLength(3);
  expect(answered.filter((it) => 'type' in it && it.type === 'no-places-left')).toHaveLength(4);
  expect(await capacity(procedureId)).toEqual({ most: 3, taken: 3, resetAt: null });
  const left = ids[answered.findIndex((it) => 'type' in it)] ?? '';
  const own = ids.indexOf(left) % 2 ? anna : federica;
  expect((await world.ask(getPractice, { id: left }, own)).status).toBe('ready');

  // Its page says so beforehand.
  expect(await world.ask(getProcedure, { id: procedureId }, federica)).toMatchObject({
    placesLeft: 0,
    canStart: false,
    reason: { it: 'Il numero massimo di istanze è stato raggiunto' },
  });
  expect((await refusal(world.ask(prepareCompilation, { id: procedureId }, federica))).type).toBe('no-places-left');

  // What is withdrawn or cancelled gives its place back.
  const [first, second] = ids.filter((_, index) => 'signature' in (answered[index] ?? {})) as [string, string];
  const ownerOf = (id: string) => (ids.indexOf(id) % 2 ? anna : federica);
  await world.move(withdrawPractice, { id: first }, ownerOf(first));
  await world.ask(
    cancelPractice,
    { id: second, version: (await world.ask(getPractice, { id: second }, manager)).version, reason: 'Doppia' },
    manager,
  );
  expect((await capacity(procedureId)).taken).toBe(1);
  await submit(left, own);
  expect((await capacity(procedureId)).taken).toBe(2);
});

test('CAT-75: the count is begun anew, and what was sent before gives nothing back then', async () => {
  const procedureId = await world.procedure({ settings, limits: { maxSubmissions: 1, fullMessage: { it: 'Completo', en: 'Full' } } });
  const id = await world.sent(procedureId);
  expect(await world.ask(getProcedure, { id: procedureId }, federica)).toMatchObject({ reason: { it: 'Completo' } });
  expect(await world.ask(resetCapacity, { procedureId }, administrator)).toMatchObject({ taken: 0, resetAt: expect.any(Date) });
  expect(await world.ask(getProcedure, { id: procedureId }, federica)).toMatchObject({ placesLeft: 1, canStart: true });
  await world.sent(procedureId, anna);
  await world.move(withdrawPractice, { id }, federica);
  expect((await capacity(procedureId)).taken).toBe(1);
  const foreign = { ...administrator, organizationId: dimostrativo };
  for (const contract of [getCapacity, resetCapacity]) {
    expect((await refusal(world.ask(contract, { procedureId }, foreign))).type).toBe('procedure-not-found');
    expect((await refusal(world.ask(contract, { procedureId }, bianchi))).type).toBe('forbidden');
  }
});

test('CAT-76: a request takes as many places as it has people, and says how many are left when it asks for more', async () => {
  const procedureId = await world.procedure();
  const { version } = await world.ask(getProcedure, { id: procedureId }, administrator);
  const input = { ...procedureInput(procedureId), version, settings, limits: { maxSubmissions: 3, countedBy: 'users' } };
  await world.ask(putProcedure, input, administrator);
  await world.sent(procedureId, federica, { ...answers, users: [user, { ...user, givenName: 'Ugo' }] });
  expect((await capacity(procedureId)).taken).toBe(2);
  const two = await world.draft(procedureId, anna, { ...answers, users: [user, { ...user, givenName: 'Ada' }] });
  expect(await refusal(world.move(completePractice, { id: two }, anna))).toMatchObject({
    type: 'no-places-left',
    detail: 'Resta 1 posto, e l’istanza ne chiede di più',
  });
  await world.sent(procedureId, anna, { ...answers, users: [user] });
  const wrong = { ...input, version: version + 1, limits: { countedBy: 'nothing' } };
  expect(await refusal(world.ask(putProcedure, wrong, administrator))).toMatchObject({
    type: 'invalid-input',
    errors: [{ pointer: '/limits/countedBy' }],
  });
});

test('CAT-74: what may be sent once is not sent twice, not even at the same moment; after a withdrawal it may', async () => {
  const message = { it: 'Per questo indirizzo c’è già una domanda', en: 'There is a request for this address already' };
  const procedureId = await world.procedure({ settings, limits: { uniqueBy: { fields: ['street'], message } } });
  const [one, other, elsewhere] = await Promise.all([
    world.ready(procedureId, federica),
    world.ready(procedureId, anna, { ...answers, street: answers.street.toUpperCase() }),
    world.ready(procedureId, anna, { ...answers, street: 'Altrove, 1' }),
  ]);
  const both = await Promise.allSettled([submit(one), submit(other, anna), submit(elsewhere, anna)]);
  const refused = both.filter((it) => it.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason.received).toMatchObject({ type: 'already-requested', detail: message.it });
  const isFirst = both[0].status === 'fulfilled';
  const [sent, sender, late, sender2] = isFirst ? [one, federica, other, anna] : [other, anna, one, federica];
  // The same press again answers the same mark.
  await submit(sent, sender);
  const third = await world.draft(procedureId, federica);
  expect((await refusal(world.move(completePractice, { id: third }, federica))).type).toBe('already-requested');
  await world.move(withdrawPractice, { id: sent }, sender);
  await submit(late, sender2);
});

test('CAT-74: whoever may ask once is told before she fills in the form again', async () => {
  const procedureId = await world.procedure({ settings, limits: { uniqueBy: { applicant: true } } });
  await world.sent(procedureId);
  expect((await refusal(world.ask(prepareCompilation, { id: procedureId }, federica))).type).toBe('already-requested');
  const id = crypto.randomUUID();
  expect((await refusal(world.ask(openPractice, { id, procedureId, content: answers }, federica))).type).toBe('already-requested');
  await world.sent(procedureId, anna);
});
