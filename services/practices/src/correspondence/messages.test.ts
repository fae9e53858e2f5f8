import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { messageSent, noteAdded } from '@sportello/contracts/practices/events';
import { addNote, listMessages, sendMessage } from '@sportello/contracts/practices/messages';
import { bianchi, federica } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const write = (id: string, text: string, by = federica, attachmentIds: string[] = [], messageId: string = randomUUID()) =>
  world.ask(sendMessage, { id, messageId, text, attachmentIds }, by);

test('PRA-22, PRA-42, PRA-48: both sides write, with documents; citizens read the office and not a surname', async () => {
  const id = await world.sent(procedureId);
  const attachmentId = await world.attach(id, bianchi, 'message');
  await write(id, 'Buongiorno');
  await write(id, 'Risposta', bianchi, [attachmentId]);
  const read = (await world.ask(listMessages, { id }, federica)).items;
  expect(read).toMatchObject([
    { from: 'applicant', author: 'FEDERICA NERI', text: 'Buongiorno' },
    { from: 'office', author: 'Ufficio', text: 'Risposta', attachments: [{ name: 'file.pdf' }] },
  ]);
  expect((await world.ask(listMessages, { id }, bianchi)).items[1]?.author).toBe('OPERATORE 011');
  expect((await world.service.published(messageSent)).map(({ from }) => from)).toEqual(['applicant', 'office']);
});

test('PRA-41: a private note is never shown to the citizen, and is no message', async () => {
  const id = await world.sent(procedureId);
  const noteId = randomUUID();
  for (let i = 0; i < 2; i++) await world.ask(addNote, { id, noteId, text: 'Da verificare' }, bianchi);
  expect((await world.ask(listMessages, { id }, federica)).items).toEqual([]);
  expect((await world.ask(listMessages, { id }, bianchi)).items).toMatchObject([{ kind: 'note', text: 'Da verificare' }]);
  expect(await world.service.published(noteAdded)).toHaveLength(1);
  expect((await refusal(world.ask(addNote, { id, noteId: randomUUID(), text: 'x' }, federica))).type).toBe('forbidden');
});

test('PRA-81: a message sent twice is there once, and its id cannot be taken by others', async () => {
  const id = await world.sent(procedureId);
  const messageId = randomUUID();
  const first = await write(id, 'Una volta', federica, [], messageId);
  expect(await write(id, 'Una volta', federica, [], messageId)).toEqual(first);
  expect((await refusal(write(id, 'Mia', bianchi, [], messageId))).type).toBe('practice-not-found');
  expect((await world.ask(listMessages, { id }, federica)).items).toHaveLength(1);
});

test('another text or other files under the id of a message or a note are refused, never dropped', async () => {
  const id = await world.sent(procedureId);
  const messageId = randomUUID();
  await write(id, 'Il primo testo', federica, [], messageId);
  const attachmentId = await world.attach(id, federica, 'message');
  const others = [write(id, 'Un altro testo', federica, [], messageId), write(id, 'Il primo testo', federica, [attachmentId], messageId)];
  for (const other of others) expect(await refusal(other)).toMatchObject({ type: 'id-reused', status: 409 });
  const noteId = randomUUID();
  await world.ask(addNote, { id, noteId, text: 'Prima' }, bianchi);
  expect((await refusal(world.ask(addNote, { id, noteId, text: 'Seconda' }, bianchi))).type).toBe('id-reused');
});

test('before sending there is nobody to write to, and forwarded practices have no correspondence', async () => {
  expect((await refusal(write(await world.draft(procedureId), 'x'))).type).toBe('move-refused');
  const forward = await world.forwarding();
  expect((await refusal(write(await world.sent(forward), 'x'))).type).toBe('move-refused');
});

test('messages come oldest first, page by page', async () => {
  const id = await world.sent(procedureId);
  for (const text of ['1', '2', '3']) await write(id, text);
  const first = await world.ask(listMessages, { id, limit: 2 }, federica);
  const second = await world.ask(listMessages, { id, limit: 2, after: first.next ?? '' }, federica);
  expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(['1', '2', '3']);
});
