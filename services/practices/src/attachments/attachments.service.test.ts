import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  completePractice,
  confirmUpload,
  getFileAddress,
  getPractice,
  prepareUpload,
  removeAttachment,
  submitPractice,
} from '@sportello/contracts/practices';
import { openAddress } from '@sportello/documents/signed-address';
import { CONFIG } from '@sportello/service/config';
import { anna, bianchi, federica } from '@sportello/testing/people';
import { answers } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';
import type { PracticesConfig } from '../config.js';
import { Files } from '../documents/files.js';
import { Orphans } from './orphans.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
}, 60_000);
afterAll(() => world?.stop());

const pdf = { name: 'delega.pdf', type: 'application/pdf', sizeBytes: 1_000, sha256: 'c'.repeat(64) };
const confirm = (id: string, attachmentId: string, changes: object = {}, by = federica) =>
  world.ask(confirmUpload, { id, attachmentId, purpose: 'form', fieldKey: 'delegation', ...pdf, ...changes }, by);
const withFile = (attachmentId: string) => ({ ...answers, isDelegate: true, delegation: [{ id: attachmentId, name: 'delega.pdf' }] });

async function uploaded(): Promise<{ id: string; attachmentId: string }> {
  const attachmentId = randomUUID();
  const id = await world.draft(procedureId, federica, withFile(attachmentId));
  await world.ask(prepareUpload, { id, attachmentId, purpose: 'form', fieldKey: 'delegation' }, federica);
  await confirm(id, attachmentId);
  return { id, attachmentId };
}

test('an attachment may be what its field says, or 5 MB of jpeg, pdf or doc', async () => {
  const id = await world.draft(procedureId);
  const { key, maxBytes, allowedTypes, attachmentId } = await world.prepare(id, federica, 'form', 'delegation');
  expect({ key, maxBytes, allowedTypes }).toEqual({
    key: `practices/${id}/${attachmentId}`,
    maxBytes: 1_000_000,
    allowedTypes: ['application/pdf'],
  });
  const sent = await world.sent(procedureId);
  expect(await world.prepare(sent, federica, 'message')).toMatchObject({
    maxBytes: 5 * 1024 * 1024,
    allowedTypes: ['image/jpeg', 'application/pdf', 'application/msword'],
  });
});

test('what breaks the limits is not noted, whatever the gateway let through', async () => {
  const id = await world.draft(procedureId);
  const { attachmentId } = await world.prepare(id, federica, 'form', 'delegation');
  expect((await refusal(confirm(id, attachmentId, { sizeBytes: 1_000_001 }))).type).toBe('too-large');
  expect((await refusal(confirm(id, attachmentId, { type: 'image/jpeg' }))).type).toBe('wrong-file-type');
  expect((await refusal(confirm(id, randomUUID()))).type).toBe('attachment-not-found');
  expect((await refusal(world.prepare(id, federica, 'form', 'street'))).type).toBe('attachment-not-found');
});

test('PRA-81: an upload is confirmed once, and its bytes cannot be replaced afterwards', async () => {
  const { id, attachmentId } = await uploaded();
  const first = await confirm(id, attachmentId);
  expect(await confirm(id, attachmentId)).toEqual(first);
  expect((await refusal(confirm(id, attachmentId, { sha256: 'd'.repeat(64) }))).type).toBe('attachment-stored');
  expect((await refusal(world.ask(prepareUpload, { id, attachmentId, purpose: 'form', fieldKey: 'delegation' }, federica))).type).toBe(
    'attachment-stored',
  );
});

test('PRA-82: a request whose attachment was not stored is not complete', async () => {
  const attachmentId = randomUUID();
  const id = await world.draft(procedureId, federica, withFile(attachmentId));
  const problem = await refusal(world.ask(completePractice, { id }, federica));
  expect(problem).toMatchObject({ type: 'incomplete', errors: [{ pointer: '/delegation' }] });
  await world.ask(prepareUpload, { id, attachmentId, purpose: 'form', fieldKey: 'delegation' }, federica);
  await confirm(id, attachmentId);
  expect(await world.ask(completePractice, { id }, federica)).toMatchObject({ status: 'ready', attachments: [{ id: attachmentId }] });
});

test('CAT-88: an attachment that no field names any more is not sent', async () => {
  const id = await world.draft(procedureId);
  const { attachmentId } = await world.prepare(id, federica, 'form', 'delegation');
  await confirm(id, attachmentId);
  expect((await world.ask(completePractice, { id }, federica)).attachments).toEqual([]);
});

test('PRA-12: attachments are removed only before sending', async () => {
  const { id, attachmentId } = await uploaded();
  const remove = () => world.ask(removeAttachment, { id, attachmentId }, federica);
  await world.ask(completePractice, { id }, federica);
  expect((await refusal(remove())).type).toBe('move-refused');
  await world.ask(submitPractice, { id }, federica);
  expect((await refusal(remove())).type).toBe('already-sent');
  const other = await uploaded();
  for (let i = 0; i < 2; i++) await world.ask(removeAttachment, { id: other.id, attachmentId: other.attachmentId }, federica);
  expect((await world.ask(getPractice, { id: other.id }, federica)).attachments).toEqual([]);
});

test('a practice has at most twenty attachments', async () => {
  const id = await world.draft(procedureId);
  for (let i = 0; i < 20; i++) await world.prepare(id, federica, 'form', 'delegation');
  expect((await refusal(world.prepare(id, federica, 'form', 'delegation'))).type).toBe('too-many-attachments');
});

test('PRA-47: a file is downloaded by an address that lasts five minutes, and that strangers do not get', async () => {
  const { id, attachmentId } = await uploaded();
  await world.ask(completePractice, { id }, federica);
  await world.ask(submitPractice, { id }, federica);
  const { url, expiresAt } = await world.ask(getFileAddress, { id, fileId: attachmentId }, bianchi);
  const token = url.replace('/files/', '');
  const { FILES_SECRET } = world.service.get<PracticesConfig>(CONFIG);
  const opened = openAddress(token, FILES_SECRET, new Date());
  expect(opened).toMatchObject({ key: `practices/${id}/${attachmentId}`, name: 'delega.pdf', type: 'application/pdf' });
  expect(openAddress(token, FILES_SECRET, expiresAt)).toBeUndefined();
  expect((await refusal(world.ask(getFileAddress, { id, fileId: attachmentId }, anna))).type).toBe('practice-not-found');
  expect((await refusal(world.ask(getFileAddress, { id, fileId: randomUUID() }, bianchi))).type).toBe('attachment-not-found');
});

test('the bytes of what was removed, never confirmed or never sent are taken away', async () => {
  const files = world.service.get(Files);
  const orphans = world.service.get(Orphans);
  await orphans.sweep(new Date());
  const kept = await uploaded();
  const removed = await uploaded();
  const id = await world.sent(procedureId);
  const begun = await world.prepare(id, federica, 'message');
  const keyOf = (it: { id: string; attachmentId: string }) => `practices/${it.id}/${it.attachmentId}`;
  const keys = [keyOf(removed), begun.key];
  for (const key of [keyOf(kept), ...keys]) await files.put(key, Buffer.from('%PDF-'));
  await world.ask(removeAttachment, { id: removed.id, attachmentId: removed.attachmentId }, federica);

  expect(await orphans.sweep(new Date())).toBe(1);
  await orphans.sweep(new Date(Date.now() + 25 * 3_600_000));
  for (const key of keys) expect(await files.exists(key)).toBe(false);
  expect(await files.exists(keyOf(kept))).toBe(true);
});
