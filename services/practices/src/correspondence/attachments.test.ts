import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Files } from '@sportello/casework/files';
import { Orphans } from '@sportello/casework/orphans';
import { acceptAmendment, answerAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { confirmUpload, dropUpload, getFileAddress, prepareUpload, removeAttachment } from '@sportello/contracts/practices/attachments';
import { completePractice, getContent, saveDraft } from '@sportello/contracts/practices/drafts';
import { sendMessage } from '@sportello/contracts/practices/messages';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { openAddress } from '@sportello/documents/signed-address';
import { CONFIG } from '@sportello/service/config';
import { anna, bianchi, federica, ferrari } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { answers } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';
import type { PracticesConfig } from '../config.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const pdf = { name: 'delega.pdf', type: 'application/pdf', sizeBytes: 1_000, sha256: 'c'.repeat(64) };
const delegation = { purpose: 'form', fieldKey: 'delegation' } as const;
const prepare = (id: string, attachmentId: string) => world.ask(prepareUpload, { id, attachmentId, ...delegation }, federica);
const confirm = (id: string, attachmentId: string, key: string, changes: object = {}) =>
  world.ask(confirmUpload, { id, attachmentId, key, ...delegation, ...pdf, ...changes }, federica);
/** What the gateway does when bytes come: asks for a key, stores, confirms. */
const upload = async (id: string, attachmentId: string, changes: object = {}) =>
  confirm(id, attachmentId, (await prepare(id, attachmentId)).key, changes);
const keyOf = async (attachmentId: string): Promise<string> =>
  (await world.service.db.query('select key from attachments where id = $1', [attachmentId]))[0].key;
const withFile = (attachmentId: string) => ({ ...answers, isDelegate: true, delegation: [{ id: attachmentId, name: 'delega.pdf' }] });

async function uploaded(): Promise<{ id: string; attachmentId: string }> {
  const attachmentId = randomUUID();
  const id = await world.draft(procedureId, federica, withFile(attachmentId));
  await upload(id, attachmentId);
  return { id, attachmentId };
}

test('an attachment may be what its field says, or 5 MB of jpeg, pdf or doc', async () => {
  const id = await world.draft(procedureId);
  const { key, maxBytes, allowedTypes, attachmentId } = await world.prepare(id, federica, 'form', 'delegation');
  expect({ key, maxBytes, allowedTypes }).toEqual({
    key: expect.stringContaining(`practices/${id}/${attachmentId}/`),
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
  const { attachmentId, key } = await world.prepare(id, federica, 'form', 'delegation');
  expect((await refusal(confirm(id, attachmentId, key, { sizeBytes: 1_000_001 }))).type).toBe('too-large');
  expect((await refusal(confirm(id, attachmentId, key, { type: 'image/jpeg' }))).type).toBe('wrong-file-type');
  expect((await refusal(confirm(id, randomUUID(), key))).type).toBe('attachment-not-found');
  expect((await refusal(confirm(id, attachmentId, `${key}-of-mine`))).type).toBe('attachment-not-found');
  expect((await refusal(world.prepare(id, federica, 'form', 'street'))).type).toBe('attachment-not-found');
});

test('PRA-81: an upload is confirmed once, and its bytes cannot be replaced afterwards', async () => {
  const { id, attachmentId } = await uploaded();
  const key = await keyOf(attachmentId);
  const first = await upload(id, attachmentId);
  expect(await upload(id, attachmentId)).toEqual(first);
  expect((await refusal(upload(id, attachmentId, { sha256: 'd'.repeat(64) }))).type).toBe('attachment-stored');
  expect(await keyOf(attachmentId)).toBe(key);
});

test('PRA-81: of two uploads to one attachment each has a key of its own, and the second to arrive changes nothing', async () => {
  const [id, attachmentId] = [await world.draft(procedureId), randomUUID()];
  const [one, two] = [await prepare(id, attachmentId), await prepare(id, attachmentId)];
  expect(one.key).not.toBe(two.key);
  const outcomes = await Promise.allSettled([
    confirm(id, attachmentId, one.key, { sha256: 'a'.repeat(64) }),
    confirm(id, attachmentId, two.key, { sha256: 'b'.repeat(64) }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [row] = await world.service.db.query('select key, sha256 from attachments where id = $1', [attachmentId]);
  expect(row).toEqual(
    outcomes[0]?.status === 'fulfilled' ? { key: one.key, sha256: 'a'.repeat(64) } : { key: two.key, sha256: 'b'.repeat(64) },
  );
});

test('PRA-82: a request whose attachment was not stored is not complete', async () => {
  const attachmentId = randomUUID();
  const id = await world.draft(procedureId, federica, withFile(attachmentId));
  const problem = await refusal(world.move(completePractice, { id }, federica));
  expect(problem).toMatchObject({ type: 'incomplete', errors: [{ pointer: '/delegation' }] });
  await upload(id, attachmentId);
  expect(await world.move(completePractice, { id }, federica)).toMatchObject({ status: 'ready', attachments: [{ id: attachmentId }] });
});

test('a file that was uploaded and not sent with a message, additions or an outcome is named by the answer', async () => {
  const id = await world.taken(procedureId);
  const leave = async (by: typeof federica, purpose: 'message' | 'amendment' | 'outcome') => [
    { id: await world.attach(id, by, purpose), name: 'file.pdf' },
  ];
  let unusedFiles = await leave(federica, 'message');
  const attachmentIds = [await world.attach(id, federica, 'message')];
  const message = { id, messageId: randomUUID(), text: 'Eccola', attachmentIds };
  for (let time = 0; time < 2; time++)
    expect(await world.ask(sendMessage, message, federica)).toMatchObject({ attachments: [{ id: attachmentIds[0] }], unusedFiles });
  const reply = { id, messageId: randomUUID(), text: 'Ricevuta', attachmentIds: [] };
  expect(await world.ask(sendMessage, reply, bianchi)).toMatchObject({ unusedFiles: [] });

  const amendmentId = randomUUID();
  unusedFiles = await leave(bianchi, 'amendment');
  const asking = { id, amendmentId, reason: 'Manca la delibera', attachmentIds: [] };
  expect(await world.move(requestAmendment, asking, bianchi)).toMatchObject({ unusedFiles });
  unusedFiles = await leave(federica, 'amendment');
  const answering = { id, amendmentId, text: 'Eccola', attachmentIds: [] };
  expect(await world.move(answerAmendment, answering, federica)).toMatchObject({ unusedFiles });
  await world.move(acceptAmendment, { id, amendmentId }, bianchi);

  unusedFiles = await leave(bianchi, 'outcome');
  const outcome = { id, decision: 'approved' as const, message: null, attachmentIds: [] };
  for (let time = 0; time < 2; time++) expect(await world.move(decidePractice, outcome, bianchi)).toMatchObject({ unusedFiles });
});

test('PRA-82: a file that no answer names is told at each save, and keeps the request from being completed', async () => {
  const id = await world.draft(procedureId);
  const attachmentId = randomUUID();
  await upload(id, attachmentId);
  const unusedFiles = [{ id: attachmentId, name: 'delega.pdf' }];
  const save = (content: object, version: number) => world.ask(saveDraft, { id, content: content as never, version }, federica);
  expect(await save({ ...answers, street: 'x' }, 1)).toMatchObject({ unusedFiles });
  expect(await world.ask(getContent, { id }, federica)).toMatchObject({ unusedFiles });
  const problem = await refusal(world.move(completePractice, { id }, federica));
  expect(problem).toMatchObject({ type: 'unused-files', status: 409, detail: expect.stringContaining('delega.pdf'), unusedFiles });
  expect(await world.ask(getPractice, { id }, federica)).toMatchObject({ status: 'draft', attachments: [{ id: attachmentId }] });

  expect(await save(withFile(attachmentId), 2)).toMatchObject({ unusedFiles: [], dropped: [] });
  expect(await save(answers, 3)).toMatchObject({ unusedFiles });
  await world.ask(removeAttachment, { id, attachmentId }, federica);
  expect(await world.move(completePractice, { id }, federica)).toMatchObject({ status: 'ready', attachments: [] });
});

test('PRA-12: attachments are removed only before sending', async () => {
  const { id, attachmentId } = await uploaded();
  const remove = () => world.ask(removeAttachment, { id, attachmentId }, federica);
  await world.move(completePractice, { id }, federica);
  expect((await refusal(remove())).type).toBe('move-refused');
  await world.move(submitPractice, { id }, federica);
  expect((await refusal(remove())).type).toBe('already-sent');
  const other = await uploaded();
  for (let i = 0; i < 2; i++) await world.ask(removeAttachment, { id: other.id, attachmentId: other.attachmentId }, federica);
  expect((await world.ask(getPractice, { id: other.id }, federica)).attachments).toEqual([]);
});

test('of one field a person stores at most twenty files', async () => {
  const id = await world.draft(procedureId);
  for (let i = 0; i < 20; i++) await world.attach(id, federica, 'form', 'delegation');
  expect((await refusal(world.prepare(id, federica, 'form', 'delegation'))).type).toBe('too-many-attachments');
});

test('only attachments of the form have a field: nobody gets places without end by naming others', async () => {
  const id = await world.taken(procedureId);
  const asked = { id, attachmentId: randomUUID(), purpose: 'message', fieldKey: 'f1' } as const;
  expect(await refusal(world.ask(prepareUpload, asked, federica))).toMatchObject({
    type: 'invalid-input',
    errors: [{ pointer: '/fieldKey' }],
  });
});

test('uploads that were refused or broke off use up no place', async () => {
  const id = await world.draft(procedureId);
  for (let i = 0; i < 30; i++) {
    const { key } = await world.prepare(id, federica, 'form', 'delegation');
    if (i % 2) await world.ask(dropUpload, { id, key }, federica);
  }
  await world.attach(id, federica, 'form', 'delegation');
});

test('files that an applicant stores keep no officer, and no officer another, from adding an outcome or a message', async () => {
  const id = await world.taken(procedureId);
  for (let i = 0; i < 20; i++) await world.attach(id, federica, 'message');
  expect((await refusal(world.attach(id, federica, 'message'))).type).toBe('too-many-attachments');
  for (let i = 0; i < 20; i++) await world.attach(id, ferrari, 'message');
  await world.attach(id, bianchi, 'message');
  await world.attach(id, bianchi, 'outcome');
});

test('PRA-47: a file is downloaded by an address that lasts five minutes, and that strangers do not get', async () => {
  const { id, attachmentId } = await uploaded();
  await world.move(completePractice, { id }, federica);
  await world.move(submitPractice, { id }, federica);
  const { url, expiresAt } = await world.ask(getFileAddress, { id, fileId: attachmentId }, bianchi);
  const token = url.replace('/files/', '');
  const { FILES_SECRET } = world.service.get<PracticesConfig>(CONFIG);
  const opened = openAddress(token, FILES_SECRET, new Date());
  expect(opened).toMatchObject({ key: await keyOf(attachmentId), name: 'delega.pdf', type: 'application/pdf' });
  expect(openAddress(token, FILES_SECRET, expiresAt)).toBeUndefined();
  expect((await refusal(world.ask(getFileAddress, { id, fileId: attachmentId }, anna))).type).toBe('practice-not-found');
  expect((await refusal(world.ask(getFileAddress, { id, fileId: randomUUID() }, bianchi))).type).toBe('attachment-not-found');
});

test('the bytes of what was removed, refused, never confirmed or never sent are taken away', async () => {
  const files = world.service.get(Files);
  const orphans = world.service.get(Orphans);
  await orphans.sweep(new Date(Date.now() + 25 * 3_600_000));
  const kept = await uploaded();
  const removed = await uploaded();
  const id = await world.sent(procedureId);
  const begun = await world.prepare(id, federica, 'message');
  const refused = await world.prepare(id, federica, 'message');
  const unsent = await keyOf(await world.attach(id, federica, 'message'));
  const [keptKey, removedKey] = [await keyOf(kept.attachmentId), await keyOf(removed.attachmentId)];
  for (const key of [keptKey, removedKey, begun.key, refused.key, unsent]) await files.putOnce(key, Buffer.from('%PDF-'));
  await world.ask(removeAttachment, { id: removed.id, attachmentId: removed.attachmentId }, federica);
  await world.ask(dropUpload, { id, key: refused.key }, federica);
  await world.ask(dropUpload, { id: kept.id, key: keptKey }, federica);

  const gone = (...keys: string[]) =>
    eventually(async () => expect(await Promise.all(keys.map((key) => files.exists(key)))).toEqual(keys.map(() => false)));
  await orphans.sweep(new Date());
  await gone(removedKey, refused.key);
  expect(await files.exists(begun.key)).toBe(true);
  await orphans.sweep(new Date(Date.now() + 25 * 3_600_000));
  await gone(begun.key, unsent);
  expect(await files.exists(keptKey)).toBe(true);
});

test('an upload that is confirmed while the sweep is under way keeps its bytes, or is told that it came too late', async () => {
  const files = world.service.get(Files);
  const orphans = world.service.get(Orphans);
  const id = await world.draft(procedureId);
  const late = Array.from({ length: 10 }, () => world.prepare(id, federica, 'form', 'delegation'));
  const prepared = await Promise.all(late);
  for (const { key } of prepared) await files.putOnce(key, Buffer.from('%PDF-'));
  const [, ...confirmed] = await Promise.all([
    orphans.sweep(new Date(Date.now() + 25 * 3_600_000)),
    ...prepared.map(({ attachmentId, key }) =>
      confirm(id, attachmentId, key).then(
        () => key,
        () => undefined,
      ),
    ),
  ]);
  await orphans.sweep(new Date(Date.now() + 25 * 3_600_000));
  await eventually(async () => expect(await orphans.alarms.count()).toBe(0));
  await eventually(async () => {
    for (const { key } of prepared) expect(await files.exists(key)).toBe(confirmed.includes(key));
  }, 60);
});
