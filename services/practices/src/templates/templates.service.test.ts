import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getTemplates, putTemplates } from '@sportello/contracts/practices/templates';
import { administrator, bianchi, dimostrativo, federica, manager, stranger } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const expired = {
  id: randomUUID(),
  use: 'amendment' as const,
  name: 'Documento scaduto',
  text: { it: 'Gentile {richiedente}, il documento è scaduto.', en: 'Dear {richiedente}, the document has expired.' },
};

test('NOT-25: an administrator writes the texts of a service, and those who work it have them at hand', async () => {
  const procedureId = await world.procedure();
  expect(await world.ask(getTemplates, { procedureId }, bianchi)).toEqual({ version: 0, items: [] });
  const asked = { procedureId, version: 0, items: [expired] };
  expect(await world.ask(putTemplates, asked, administrator)).toEqual({ version: 1, items: [expired] });
  // Said again it changes nothing.
  expect(await world.ask(putTemplates, asked, administrator)).toEqual({ version: 1, items: [expired] });
  for (const reader of [bianchi, manager, administrator]) {
    expect(await world.ask(getTemplates, { procedureId }, reader)).toEqual({ version: 1, items: [expired] });
  }
  expect((await refusal(world.ask(putTemplates, { ...asked, items: [] }, administrator))).type).toBe('changed-meanwhile');
  expect((await refusal(world.ask(putTemplates, asked, bianchi))).type).toBe('forbidden');
  expect((await refusal(world.ask(getTemplates, { procedureId }, federica))).type).toBe('forbidden');
  const foreign = { ...administrator, organizationId: dimostrativo };
  expect((await refusal(world.ask(putTemplates, asked, foreign))).type).toBe('procedure-not-found');
  for (const reader of [stranger, foreign]) {
    expect((await refusal(world.ask(getTemplates, { procedureId }, reader))).type).toBe('procedure-not-found');
  }
});
