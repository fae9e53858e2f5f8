import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked, Output, Rpc } from '@sportello/contracts/contract';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { contractsOf } from '@sportello/contracts/registry';
import { openAddress } from '@sportello/documents/signed-address';
import type { Actor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { ForeignProblem } from '@sportello/messaging/problem';
import { checkWiring } from '@sportello/service/check-wiring';
import { CONFIG } from '@sportello/service/config';
import { drift } from '@sportello/service/migration';
import { makeUp } from '@sportello/testing/made-up';
import { bianchi, giulia, marco, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import type { FilesConfig } from '../src/config.js';
import { Files } from '../src/files.js';
import { Message } from '../src/message.entity.js';
import { Orphans } from '../src/orphans.js';
import { announceVisit, attachments, endVisit, getVisit, messages, ofCasework, said, visitsService, visitWritten } from './visits.js';

const { prepareUpload, confirmUpload, dropUpload, removeAttachment, getFileAddress } = attachments;
const { listMessages, sendMessage, addNote } = messages;

let service: ServiceUnderTest;
let gateway: Bus;
let madeUp: Awaited<ReturnType<typeof makeUp>>;
beforeAll(async () => {
  madeUp = await makeUp(visitsService.name, said);
  service = await startService(visitsService, {}, madeUp.nats);
  const { url, passwords } = service.nats;
  gateway = new Bus(await connectBus({ url, user: 'gateway', password: passwords.gateway }));
});
afterAll(async () => {
  await gateway?.nats.close();
  await service?.stop();
  await madeUp?.forget();
});

const ask = <C extends Rpc>(contract: C, input: Asked<C>, actor: Actor): Promise<Output<C>> => gateway.call(contract, input, actor);

async function refusal(asking: Promise<unknown>): Promise<string> {
  const answer: unknown = await asking.catch((error: unknown) => error);
  if (answer instanceof ForeignProblem) return answer.received.type;
  throw new Error('it was not refused', { cause: answer });
}

async function announced(): Promise<string> {
  const id = randomUUID();
  await ask(announceVisit, { id, organizationId: piedmont }, giulia);
  return id;
}

const pdf = { name: 'piantina.pdf', type: 'application/pdf', sizeBytes: 10, sha256: 'e'.repeat(64) };

async function attach(id: string, by: Actor, place: { purpose: 'form' | 'message'; fieldKey: string | null }): Promise<string> {
  const attachmentId = randomUUID();
  const { key } = await ask(prepareUpload, { id, attachmentId, ...place }, by);
  await ask(confirmUpload, { id, attachmentId, ...place, key, ...pdf }, by);
  return attachmentId;
}
const ofMessage = { purpose: 'message', fieldKey: null } as const;

const write = (id: string, text: string, by: Actor, attachmentIds: string[] = [], messageId: string = randomUUID()) =>
  ask(sendMessage, { id, messageId, text, attachmentIds }, by);

test('the tables come with the lib: the service writes only its own', async () => {
  expect((await drift(service.db)).up).toEqual([]);
});

test('each has a number of its own, also those that are announced at once', async () => {
  const ids = Array.from({ length: 10 }, () => randomUUID());
  const given = await Promise.all(ids.map((id) => ask(announceVisit, { id, organizationId: piedmont }, giulia)));
  const numbers = given.map(({ number }) => number).sort();
  const first = Number(numbers[0]?.slice(2));
  expect(numbers).toEqual(ids.map((_, index) => `VS${String(first + index).padStart(7, '0')}`));
});

test('both sides write, with files; visitors read the office and not a surname', async () => {
  const id = await announced();
  const attachmentId = await attach(id, bianchi, ofMessage);
  await write(id, 'A che ora?', giulia);
  await write(id, 'Alle nove', bianchi, [attachmentId]);
  expect((await ask(listMessages, { id }, giulia)).items).toMatchObject([
    { from: 'applicant', author: 'Giulia Conti', text: 'A che ora?', attachments: [] },
    { from: 'office', author: 'Ufficio', text: 'Alle nove', attachments: [{ id: attachmentId, purpose: 'message', name: 'piantina.pdf' }] },
  ]);
  expect((await ask(listMessages, { id }, bianchi)).items[1]?.author).toBe('Elena Bianchi');
  const told = (await service.published(visitWritten)).filter(({ visitId }) => visitId === id);
  expect(told).toEqual([
    { visitId: id, kind: 'message', from: 'applicant' },
    { visitId: id, kind: 'message', from: 'office' },
  ]);
});

test('a note is read by the office alone', async () => {
  const id = await announced();
  await ask(addNote, { id, noteId: randomUUID(), text: 'Arriva in treno' }, bianchi);
  expect((await ask(listMessages, { id }, giulia)).items).toEqual([]);
  expect((await ask(listMessages, { id }, bianchi)).items).toMatchObject([{ kind: 'note', text: 'Arriva in treno' }]);
  expect(await refusal(ask(addNote, { id, noteId: randomUUID(), text: 'Mia' }, giulia))).toBe('forbidden');
});

test('said twice it is done once, and something else under the same id is refused', async () => {
  const id = await announced();
  const [messageId, noteId] = [randomUUID(), randomUUID()];
  const first = await write(id, 'Una volta', giulia, [], messageId);
  expect(await write(id, 'Una volta', giulia, [], messageId)).toEqual(first);
  for (let time = 0; time < 2; time++) await ask(addNote, { id, noteId, text: 'Nota' }, bianchi);
  expect((await ask(listMessages, { id }, bianchi)).items).toHaveLength(2);
  expect((await service.published(visitWritten)).filter(({ visitId }) => visitId === id)).toHaveLength(2);

  expect(await refusal(write(id, "Un'altra", giulia, [], messageId))).toBe('id-reused');
  expect(await refusal(write(id, 'Una volta', giulia, [await attach(id, giulia, ofMessage)], messageId))).toBe('id-reused');
  expect(await refusal(ask(addNote, { id, noteId, text: 'Altra' }, bianchi))).toBe('id-reused');
  expect(await refusal(write(await announced(), 'Una volta', giulia, [], messageId))).toBe('visit-not-found');
});

test('TIC-08: a message keeps its layout, cleaned, and its words for where there is none; said twice it is one', async () => {
  const id = await announced();
  const [messageId, noteId] = [randomUUID(), randomUUID()];
  const html =
    '<p>Porto <strong>due</strong> cose:</p><ul><li><p>carta</p></li><li><p onclick="x()">penna</p></li></ul><script>x()</script>';
  const message = { id, messageId, text: 'altro', html, attachmentIds: [] };
  const kept = '<p>Porto <strong>due</strong> cose:</p><ul><li><p>carta</p></li><li><p>penna</p></li></ul>';
  const first = await ask(sendMessage, message, giulia);
  expect(first).toMatchObject({ html: kept, text: 'Porto due cose:\n- carta\n- penna' });
  expect(await ask(sendMessage, message, giulia)).toEqual(first);
  expect(await refusal(ask(sendMessage, { ...message, html: '<p>Porto due cose</p>' }, giulia))).toBe('id-reused');
  await ask(addNote, { id, noteId, text: '-', html: '<p><span class="sp-ink-red">Urgente</span></p>' }, bianchi);
  expect((await ask(listMessages, { id }, bianchi)).items).toMatchObject([
    { html: kept },
    { kind: 'note', text: 'Urgente', html: '<p><span class="sp-ink-red">Urgente</span></p>' },
  ]);
  for (const nothing of ['<p> </p>', '<script>x()</script>', `<p>${'x'.repeat(5_001)}</p>`])
    expect(await refusal(ask(sendMessage, { ...message, messageId: randomUUID(), html: nothing }, giulia))).toBe('invalid-input');
  await write(id, 'Senza', giulia);
  expect((await ask(listMessages, { id }, giulia)).items).toMatchObject([{ html: kept }, { text: 'Senza', html: null }]);
});

test('D15: what the office reads of a visit is noted for the visitor, and what she reads herself is not', async () => {
  const id = await announced();
  const fileId = await attach(id, giulia, ofMessage);
  await write(id, 'Ecco la piantina', giulia, [fileId]);
  await ask(listMessages, { id }, giulia);
  await ask(getFileAddress, { id, fileId }, giulia);
  const noted = async () => (await service.published(accessNoted)).filter((it) => isDeepStrictEqual(it['about'], { kind: 'visits', id }));
  expect(await noted()).toEqual([]);
  await ask(listMessages, { id }, bianchi);
  await ask(getFileAddress, { id, fileId }, bianchi);
  expect(await noted()).toEqual(
    ['messages-read', 'file-read'].map((action) =>
      expect.objectContaining({ action, subjectId: giulia.personId, actorId: bianchi.personId, organizationId: piedmont }),
    ),
  );
});

test('a file is the other side’s to read once it was sent, and nobody’s to remove any more', async () => {
  const id = await announced();
  const fileId = await attach(id, giulia, ofMessage);
  expect(await refusal(ask(getFileAddress, { id, fileId }, bianchi))).toBe('attachment-not-found');
  expect((await write(id, 'Senza', giulia)).unusedFiles).toEqual([{ id: fileId, name: 'piantina.pdf' }]);
  await write(id, 'Ecco la piantina', giulia, [fileId]);
  const { url } = await ask(getFileAddress, { id, fileId }, bianchi);
  const { FILES_SECRET } = service.get<FilesConfig>(CONFIG);
  expect(openAddress(url.replace('/files/', ''), FILES_SECRET, new Date())).toMatchObject({
    key: expect.stringContaining(`visits/${id}/${fileId}/`),
    name: 'piantina.pdf',
  });
  expect(await refusal(ask(removeAttachment, { id, attachmentId: fileId }, giulia))).toBe('attachment-sent');
});

test('the files of the form are the visitor’s to add and to remove, as long as it is open', async () => {
  const id = await announced();
  const place = { purpose: 'form', fieldKey: 'map' } as const;
  const attachmentId = await attach(id, giulia, place);
  await ask(getFileAddress, { id, fileId: attachmentId }, bianchi);
  expect(await refusal(attach(id, bianchi, place))).toBe('attachment-not-found');
  for (let time = 0; time < 2; time++) await ask(removeAttachment, { id, attachmentId }, giulia);
  expect(await refusal(ask(getFileAddress, { id, fileId: attachmentId }, giulia))).toBe('attachment-not-found');

  const kept = await attach(id, giulia, place);
  await ask(endVisit, { id, reason: 'Conclusa' }, bianchi);
  expect(await refusal(attach(id, giulia, place))).toBe('visit-over');
  expect(await refusal(ask(removeAttachment, { id, attachmentId: kept }, giulia))).toBe('visit-over');
});

test('what is larger or of another kind than the service says is not taken', async () => {
  const id = await announced();
  const attachmentId = randomUUID();
  const { key, ...limits } = await ask(prepareUpload, { id, attachmentId, ...ofMessage }, giulia);
  expect(limits).toEqual({ maxBytes: 1_000, allowedTypes: ['application/pdf'] });
  const confirm = (changes: object) => ask(confirmUpload, { id, attachmentId, ...ofMessage, key, ...pdf, ...changes }, giulia);
  expect(await refusal(confirm({ sizeBytes: 1_001 }))).toBe('too-large');
  expect(await refusal(confirm({ type: 'image/jpeg' }))).toBe('wrong-file-type');
  expect(await refusal(ask(prepareUpload, { id, attachmentId, purpose: 'message', fieldKey: 'map' }, giulia))).toBe('invalid-input');
});

test('the bytes of an upload that was given up are taken away', async () => {
  const files = service.get(Files);
  const id = await announced();
  const { key } = await ask(prepareUpload, { id, attachmentId: randomUUID(), ...ofMessage }, giulia);
  await files.putOnce(key, Buffer.from('%PDF-'));
  await ask(dropUpload, { id, key }, giulia);
  await service.get(Orphans).sweep(new Date());
  await eventually(async () => expect(await files.exists(key)).toBe(false));
});

test('the history tells each passage, and officers who made it', async () => {
  const id = await announced();
  await ask(endVisit, { id, reason: 'Conclusa' }, bianchi);
  const passages = [
    { from: null, to: 'announced', move: 'announce', reason: null },
    { from: 'announced', to: 'over', move: 'end', reason: 'Conclusa' },
  ];
  const read = async (actor: Actor) => (await ask(getVisit, { id }, actor)).history;
  expect((await read(giulia)).map(({ actor, at: _at, ...passage }) => ({ ...passage, who: actor.it }))).toEqual([
    { ...passages[0], who: 'Richiedente' },
    { ...passages[1], who: 'Ufficio' },
  ]);
  expect((await read(bianchi)).map(({ actor, at: _at, ...passage }) => ({ ...passage, who: actor.it }))).toEqual([
    { ...passages[0], who: 'Giulia Conti' },
    { ...passages[1], who: 'Elena Bianchi' },
  ]);
});

test('nothing is written when the service says so', async () => {
  const id = await announced();
  await ask(endVisit, { id, reason: 'Conclusa' }, bianchi);
  expect(await refusal(write(id, 'Ancora una cosa', giulia))).toBe('visit-over');
  expect(await refusal(ask(addNote, { id, noteId: randomUUID(), text: 'Nota' }, bianchi))).toBe('visit-over');
});

const more: Record<string, object> = {
  [prepareUpload.subject]: { attachmentId: randomUUID(), ...ofMessage },
  [confirmUpload.subject]: { attachmentId: randomUUID(), ...ofMessage, key: 'visits/a', ...pdf },
  [dropUpload.subject]: { key: 'visits/a' },
  [removeAttachment.subject]: { attachmentId: randomUUID() },
  [getFileAddress.subject]: { fileId: randomUUID() },
  [listMessages.subject]: {},
  [sendMessage.subject]: { messageId: randomUUID(), text: 'x', attachmentIds: [] },
  [addNote.subject]: { noteId: randomUUID(), text: 'x' },
};

test.each(ofCasework.map((contract) => [contract.subject, contract] as const))(
  '%s answers strangers as if nothing were there',
  async (_, contract) => {
    const id = await announced();
    const strangers = contract === addNote ? [stranger] : [marco, stranger];
    for (const actor of strangers)
      for (const which of [id, randomUUID()])
        expect(await refusal(ask(contract as Rpc, { id: which, ...more[contract.subject] }, actor))).toBe('visit-not-found');
  },
);

test('what another kind of subject has under the same id is none of its own', async () => {
  const id = await announced();
  const row = {
    id: randomUUID(),
    organizationId: piedmont,
    subjectKind: 'tours',
    subjectId: id,
    kind: 'message',
    fromSide: 'office',
  } as const;
  await service.db.manager.insert(Message, { ...row, authorId: randomUUID(), authorName: 'X', text: 'Altro', sentAt: new Date() });
  expect((await ask(listMessages, { id }, giulia)).items).toEqual([]);
});

test('a service that forgets a door of casework does not start', () => {
  const handled = contractsOf('visits').filter((contract) => contract !== sendMessage);
  const wiring = { handled, eventHandlers: [], states: [] };
  expect(() => checkWiring(visitsService.name, wiring)).toThrow('rpc.visits.send-message.v1 has 0 handlers');
});
