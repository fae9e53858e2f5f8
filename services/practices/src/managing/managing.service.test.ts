import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { completePractice, deletePractice } from '@sportello/contracts/practices/drafts';
import { getForm } from '@sportello/contracts/practices/forms';
import { deleteProcedure, foreseeProcedure, listServices, setProcedureStatus } from '@sportello/contracts/practices/managing';
import { getProcedure, listProcedures, procedureChanged, putProcedure } from '@sportello/contracts/practices/procedures';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { visitor } from '@sportello/messaging/actor';
import { administrator, bianchi, dimostrativo, federica, stranger } from '@sportello/testing/people';
import { procedureInput, refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const foreign = { ...administrator, organizationId: dimostrativo };
const read = (id: string) => world.ask(getProcedure, { id }, administrator);
const asked = async (id: string, changes: object = {}) => {
  const { version, organizationId, code, title, subtitle, category, status, audience, settings, contacts, opensAt, closesAt } =
    await read(id);
  const window = { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
  return { id, version, organizationId, code, title, subtitle, category, status, audience, settings, contacts, ...window, ...changes };
};
const move = async (id: string, status: 'building' | 'testing' | 'published' | 'suspended' | 'withdrawn', reason: string | null = null) =>
  world.ask(
    setProcedureStatus,
    { id, version: (await read(id)).version, status, reason: reason === null ? null : { it: reason, en: reason } },
    administrator,
  );

test('ADM-11, BKO-02: the administrator finds the services of her body in every state, an officer those that she works', async () => {
  const own = await world.procedure();
  const id = randomUUID();
  await world.ask(putProcedure, { ...procedureInput(id), status: 'building' }, administrator);
  const listed = async (actor: typeof bianchi) => (await world.ask(listServices, { limit: 100 }, actor)).items.map((item) => item.id);
  expect(await listed(administrator)).toEqual(expect.arrayContaining([own, id]));
  expect(await listed(bianchi)).toContain(own);
  expect(await listed(bianchi)).not.toContain(id);
  expect(await listed(stranger)).not.toContain(own);
  expect((await refusal(world.ask(listServices, {}, federica))).type).toBe('forbidden');
});

test('ADM-11: what a change would do is told without anything being saved', async () => {
  const id = await world.procedure();
  await world.draft(id);
  await world.sent(id);
  const { items } = await world.ask(
    foreseeProcedure,
    await asked(id, { audience: ['citizen'], code: `X${randomUUID().slice(0, 8).toUpperCase()}` }),
    administrator,
  );
  expect(items.map(({ count }) => count)).toEqual([1, 2]);
  expect((await read(id)).audience).toEqual(['mayor']);
  expect((await refusal(world.ask(foreseeProcedure, await asked(id, { version: 7 }), administrator))).type).toBe('changed-meanwhile');
  expect((await refusal(world.ask(foreseeProcedure, await asked(id), foreign))).type).toBe('organization-not-found');
});

test('a service is built, tested, published, suspended and withdrawn in this order, and what is refused says why', async () => {
  const id = randomUUID();
  await world.ask(putProcedure, { ...procedureInput(id), status: 'building' }, administrator);
  expect(await refusal(move(id, 'published'))).toMatchObject({
    type: 'status-refused',
    detail: 'Da «In costruzione» può passare solo a «In prova»',
  });
  await move(id, 'testing');
  expect(await refusal(move(id, 'published'))).toMatchObject({
    type: 'status-refused',
    detail: 'Prima di pubblicarlo serve il suo modulo',
  });

  const published = await world.procedure();
  expect(await refusal(move(published, 'suspended'))).toMatchObject({
    detail: 'Scrivi il motivo: lo legge chi apre la pagina del servizio',
  });
  await move(published, 'suspended', 'si aggiorna il modulo');
  expect(await world.ask(getProcedure, { id: published }, federica)).toMatchObject({
    canStart: false,
    reason: { it: 'Il servizio è sospeso: si aggiorna il modulo' },
  });
  await move(published, 'published');
  expect(await read(published)).toMatchObject({ statusReason: null });
  await move(published, 'suspended', 'non si offre più');
  const { version } = await move(published, 'withdrawn', 'non si offre più');
  expect(await refusal(move(published, 'published'))).toMatchObject({ detail: 'Da «Ritirato» non torna: fanne una copia' });
  expect((await refusal(world.ask(putProcedure, await asked(published, { status: 'published' }), administrator))).type).toBe(
    'status-refused',
  );
  const again = { id: published, version, status: 'published' as const };
  expect((await refusal(world.ask(setProcedureStatus, again, foreign))).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(setProcedureStatus, again, bianchi))).type).toBe('forbidden');
});

test('a service is deleted with its forms when nobody has applied, and stays when somebody has', async () => {
  const id = await world.procedure();
  const draft = await world.draft(id);
  const { formId, version } = await read(id);
  expect((await refusal(world.ask(deleteProcedure, { id, version }, administrator))).type).toBe('status-refused');
  await move(id, 'suspended', 'prova');
  await move(id, 'withdrawn', 'prova');
  const now = (await read(id)).version;
  expect((await refusal(world.ask(deleteProcedure, { id, version: now }, administrator))).type).toBe('procedure-in-use');
  expect((await refusal(world.ask(deleteProcedure, { id, version: now }, foreign))).type).toBe('procedure-not-found');
  await world.move(deletePractice, { id: draft }, federica);
  const before = (await world.service.db.query('select 1 from outbox where subject = $1', [procedureChanged.subject])).length;
  await world.ask(deleteProcedure, { id, version: now }, administrator);
  expect((await world.service.db.query('select 1 from outbox where subject = $1', [procedureChanged.subject])).length).toBe(before + 1);
  expect((await refusal(read(id))).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(getForm, { id: formId ?? '' }, administrator))).type).toBe('form-not-found');
});

test('CAT-62: a service is begun and sent only with the sign-ins that it allows, and says which', async () => {
  const id = await world.procedure();
  const practice = await world.ready(id);
  const half = await world.draft(id);
  await world.ask(putProcedure, await asked(id, { access: { methods: ['spid', 'cie'], level: 2 } }), administrator);
  const byPassword = { ...federica, method: 'password' as const, level: 2 };
  const weak = { ...federica, method: 'spid' as const, level: 1 };
  const strong = { ...federica, method: 'spid' as const, level: 2 };
  for (const actor of [byPassword, weak]) {
    expect(await world.ask(getProcedure, { id }, actor)).toMatchObject({
      canStart: false,
      reason: { it: 'Occorre accedere con SPID o CIE, livello 2' },
    });
    expect((await refusal(world.draft(id, actor))).type).toBe('sign-in-not-allowed');
    expect((await refusal(world.move(completePractice, { id: half }, actor))).type).toBe('sign-in-not-allowed');
    expect((await refusal(world.move(submitPractice, { id: practice }, actor))).type).toBe('sign-in-not-allowed');
  }
  expect(await world.ask(getProcedure, { id }, strong)).toMatchObject({ canStart: true });
  await world.move(submitPractice, { id: practice }, strong);
  const shown = (await world.ask(listProcedures, { limit: 100 }, visitor('it'))).items.find((item) => item.id === id);
  expect(shown?.reason?.it).toBe('Accedi per iniziare');
});
