import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AnswerOf } from '@sportello/contracts/web';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import { type Installation, openInstallation } from './installation.js';
import { asSeedShowsThem, comuneOfAscalea, correctUsers } from './mayor-data.js';

type Practice = AnswerOf<'rpc.practices.get.v1'>;

let world: Installation;
let federica: Visitor;
let giulia: Visitor;
let bianchi: Visitor;
let procedureId: string;
const id = randomUUID();
const read = (visitor: Visitor): Promise<Practice> => visitor.ask('rpc.practices.get.v1', { id });

beforeAll(async () => {
  world = await openInstallation();
  [federica, giulia, bianchi] = [new Visitor(world.baseUrl), new Visitor(world.baseUrl), new Visitor(world.baseUrl)];
});

afterAll(() => world?.close());

test('IDE-20: before she accepts the privacy policy the mayor can do nothing else, and the acceptance is asked once', async () => {
  const { account } = await federica.signIn(...world.signInOf('federica.neri'));
  expect(account).toMatchObject({ hasAcceptedPolicy: false, identity: { givenName: 'Federica', familyName: 'Neri' } });
  await expect(federica.ask('rpc.practices.list-own.v1', {})).rejects.toMatchObject({
    status: 403,
    problem: { type: '/problems/policy-not-accepted' },
  });
  const policy = await federica.ask('rpc.identity.get-policy.v1', {});
  await federica.ask('rpc.identity.accept-policy.v1', { version: policy.version });
  await expect(federica.ask('rpc.practices.list-own.v1', {})).resolves.toEqual({ items: [], next: null });
});

test('IDE-19: the account holds two functions and switches without a new sign-in', async () => {
  const profiles = federica.session?.account?.profiles ?? [];
  expect(profiles.map(({ kind }) => kind).sort()).toEqual(['citizen', 'mayor']);
  const switchTo = (kind: string) =>
    federica.json('/api/v1/session/profile', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profileId: profiles.find((it) => it.kind === kind)?.id }),
    });
  await switchTo('citizen');
  const { items: asCitizen } = await federica.ask('rpc.practices.list-procedures.v1', { category: 'education' });
  expect(asCitizen.find(({ code }) => code === 'SERV06_UTENTI_2022')?.canStart ?? false).toBe(false);
  await switchTo('mayor');
});

test('CAT-14: the mayor finds "Utenti Servizi 06" under SERVIZI EDUCATIVI', async () => {
  const { items: categories } = await federica.ask('rpc.practices.list-categories.v1', {});
  expect(categories.map(({ label }) => label.it)).toEqual(
    expect.arrayContaining([
      'VOUCHER SCUOLA',
      'SALUTE',
      'SERVIZI EDUCATIVI',
      'SERVIZI DEMOGRAFICI',
      'EDILIZIA ED URBANISTICA',
      'TRIBUTI IMU TASI',
    ]),
  );
  const { items } = await federica.ask('rpc.practices.list-procedures.v1', { category: 'education' });
  const form = items.find(({ title }) => title.it === 'Utenti Servizi 06');
  expect(form).toMatchObject({ code: 'SERV06_UTENTI_2022', canStart: true });
  procedureId = form?.id ?? '';
});

test('CAT-07: her name is there already, taken from the profile', async () => {
  const { content, drafts } = await federica.ask('rpc.practices.prepare.v1', { id: procedureId });
  expect(content).toMatchObject({ mayorGivenName: 'Federica', mayorFamilyName: 'Neri', mayorFiscalCode: expect.stringMatching(/^NREFRC/) });
  expect(drafts).toEqual([]);
});

test('PRA-01: the first save gives the number, and the same save again changes nothing', async () => {
  const { content } = await federica.ask('rpc.practices.prepare.v1', { id: procedureId });
  const opened = await federica.ask('rpc.practices.open.v1', { id, procedureId, content: { ...content, noticeRead: true } });
  expect(opened).toMatchObject({ number: 'SERV06_UTENTI_2022.0000001', status: 'draft' });
  const again = await federica.ask('rpc.practices.open.v1', { id, procedureId, content: { ...content, noticeRead: true } });
  expect(again).toEqual(opened);
  await expect(federica.ask('rpc.practices.open.v1', { id, procedureId, content: {} })).rejects.toMatchObject({
    status: 409,
    problem: { type: '/problems/id-reused' },
  });
});

test('CAT-20: she is stopped at what is missing, with the field and a sentence', async () => {
  const refused = await federica.move('rpc.practices.complete.v1', { id }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 422, problem: { type: '/problems/incomplete' } });
  const { problem } = refused as { problem: { errors: { pointer: string; detail: string }[] } };
  expect(problem.errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/province', '/municipality', '/pec', '/rupMail']));
  expect(problem.errors.every(({ detail }) => detail.length > 5)).toBe(true);
  expect((await read(federica)).status).toBe('draft');
});

test("CAT-26: the manual's own people are stopped, because their codes tell another day of birth", async () => {
  const { version, content } = await federica.ask('rpc.practices.get-content.v1', { id });
  await federica.ask('rpc.practices.save-draft.v1', { id, version, content: { ...content, ...comuneOfAscalea, users: asSeedShowsThem } });
  const refused = await federica.move('rpc.practices.complete.v1', { id }).catch((error: unknown) => error);
  const { problem } = refused as { problem: { errors: { pointer: string }[] } };
  expect(problem.errors.map(({ pointer }) => pointer)).toEqual(['/users/0/fiscalCode', '/users/1/fiscalCode']);
});

test('PRA-05, PRA-14: she closes the compilation, brings it back to draft and closes it again', async () => {
  const { version, content } = await federica.ask('rpc.practices.get-content.v1', { id });
  const saved = await federica.ask('rpc.practices.save-draft.v1', { id, version, content: { ...content, users: correctUsers } });
  await expect(federica.ask('rpc.practices.save-draft.v1', { id, version, content })).rejects.toMatchObject({
    problem: { type: '/problems/changed-meanwhile' },
  });
  expect(saved.version).toBeGreaterThan(version);
  await expect(federica.move('rpc.practices.complete.v1', { id })).resolves.toMatchObject({
    status: 'ready',
    moves: expect.arrayContaining(['submit', 'reopen']),
  });
  await expect(federica.move('rpc.practices.reopen-draft.v1', { id })).resolves.toMatchObject({ status: 'draft' });
  await expect(federica.move('rpc.practices.complete.v1', { id })).resolves.toMatchObject({ status: 'ready' });
});

test('PRA-07, PRA-81: she sends it; pressing again answers the same mark', async () => {
  const mark = await federica.move('rpc.practices.submit.v1', { id });
  expect(mark).toMatchObject({ number: 'SERV06_UTENTI_2022.0000001', position: 1 });
  await expect(federica.move('rpc.practices.submit.v1', { id })).resolves.toEqual(mark);
  await expect(read(federica)).resolves.toMatchObject({ status: 'submitted', mark });
});

test('PRA-10, NOT-09: the receipt mail with the PDF goes to the address given in the form', async () => {
  const mail = await eventually(async () => {
    const found = (await world.mails()).find(({ to, attachments }) => to.includes(comuneOfAscalea.rupMail) && attachments.length > 0);
    if (!found) throw new Error('not yet');
    return found;
  }, 30);
  expect(mail.attachments.every(({ contentType }) => contentType === 'application/pdf')).toBe(true);
  expect(mail.text).toContain('SERV06_UTENTI_2022.0000001');
  const { documents } = await read(federica);
  expect(documents.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(mail.attachments.map(({ sha256 }) => sha256)));
});

test('PRA-16: she prints it, and anybody can confirm the document by its code', async () => {
  const { documents } = await read(federica);
  const copy = documents.find(({ kind }) => kind === 'request');
  const { url } = await federica.ask('rpc.practices.get-file-address.v1', { id, fileId: copy?.id ?? '' });
  const response = await federica.fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(copy?.sha256);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  // In a page it is shown in its place: framed by our own pages alone, and nothing is loaded by it.
  const framed = await federica.fetch(`${url}?inline=true`);
  expect([framed.headers.get('content-disposition'), framed.headers.get('content-security-policy')]).toEqual([
    expect.stringMatching(/^inline; filename="[^"]+\.pdf"/),
    "default-src 'none'; frame-ancestors 'self'",
  ]);
  const anybody = new Visitor(world.baseUrl);
  const confirmed = await anybody.ask('rpc.practices.confirm-document.v1', {
    code: copy?.verificationCode.toLowerCase().replaceAll('-', ' ') ?? '',
  });
  expect(confirmed).toMatchObject({ number: 'SERV06_UTENTI_2022.0000001', kind: 'request', sha256: copy?.sha256 });
});

test('PRA-09, PRA-13: it is found under Inviate, and with its star under Importanti', async () => {
  const { items: sent } = await federica.ask('rpc.practices.list-own.v1', { tab: 'sent' });
  expect(sent).toMatchObject([{ id, status: 'submitted', isImportant: false }]);
  await federica.ask('rpc.practices.star.v1', { id });
  const { items: important } = await federica.ask('rpc.practices.list-own.v1', { tab: 'important' });
  expect(important).toMatchObject([{ id, isImportant: true }]);
});

test('PRA-12: a sent request cannot be changed', async () => {
  const { version, content } = await federica.ask('rpc.practices.get-content.v1', { id });
  await expect(federica.ask('rpc.practices.save-draft.v1', { id, version, content })).rejects.toMatchObject({
    status: 409,
    problem: { type: '/problems/already-sent' },
  });
  await expect(federica.move('rpc.practices.reopen-draft.v1', { id })).rejects.toMatchObject({ status: 409 });
});

test('somebody else, and another profile of the same person, do not see it: as if it were not there', async () => {
  await giulia.signIn(...world.signInOf('giulia'));
  await giulia.ask('rpc.identity.accept-policy.v1', { version: (await giulia.ask('rpc.identity.get-policy.v1', {})).version });
  const unknown = await giulia.ask('rpc.practices.get.v1', { id: randomUUID() }).catch((error: unknown) => error);
  const notHers = await giulia.ask('rpc.practices.get.v1', { id }).catch((error: unknown) => error);
  const { status, problem } = unknown as { status: number; problem: { type: string; title: string } };
  expect(notHers).toMatchObject({ status, problem: { type: problem.type, title: problem.title } });
});

test('PRA-23, PRA-30: the officer sees it in the queue and takes it in charge; the open page of the mayor is told', async () => {
  const live = await world.listen(federica);
  await bianchi.signIn(...world.signInOf('bianchi'), 'officer');
  const { items } = await bianchi.ask('rpc.practices.list-queue.v1', { queue: 'waiting' });
  expect(items).toMatchObject([{ id, applicantName: expect.stringMatching(/neri/i), status: 'submitted', officerName: null }]);
  await expect(bianchi.move('rpc.practices.take.v1', { id })).resolves.toMatchObject({
    status: 'under_review',
    officer: { name: expect.stringMatching(/bianchi/i) },
  });
  await eventually(() => expect(live.events).toContainEqual({ kind: 'practice', practiceId: id }));
  // The notice follows by a job, and the bell of the open page with it.
  await eventually(() => expect(live.events).toContainEqual({ kind: 'notices' }));
  live.close();
});

test('PRA-39, NOT-02: she asks for an integration with a reason; the mayor is told, answers, and the officer accepts', async () => {
  const amendmentId = randomUUID();
  await expect(
    bianchi.move('rpc.practices.request-amendment.v1', { id, amendmentId, reason: ' ', attachmentIds: [] }),
  ).rejects.toMatchObject({ status: 422 });
  await bianchi.move('rpc.practices.request-amendment.v1', {
    id,
    amendmentId,
    reason: 'Manca la delibera di nomina del RUP.',
    attachmentIds: [],
  });
  await expect(read(federica)).resolves.toMatchObject({
    status: 'awaiting_amendment',
    amendments: [{ id: amendmentId, reason: 'Manca la delibera di nomina del RUP.' }],
  });
  await eventually(
    async () =>
      expect(
        (await world.mails()).filter(({ to, subject }) => to.includes(world.mailOf('federica.neri')) && /integrazion/i.test(subject)),
      ).toHaveLength(1),
    30,
  );

  const attachmentId = randomUUID();
  const path = `/api/v1/practices/${id}/attachments/${attachmentId}?purpose=amendment&name=delibera.pdf`;
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  await federica.json(path, { method: 'PUT', body: pdf, headers: { 'content-type': 'application/octet-stream' } });
  await federica.move('rpc.practices.answer-amendment.v1', {
    id,
    amendmentId,
    text: 'In allegato la delibera.',
    attachmentIds: [attachmentId],
  });
  const answered = await read(bianchi);
  expect(answered).toMatchObject({
    status: 'amendment_submitted',
    amendments: [{ answer: 'In allegato la delibera.', answerAttachments: [{ name: 'delibera.pdf' }] }],
  });
  await expect(bianchi.move('rpc.practices.accept-amendment.v1', { id, amendmentId })).resolves.toMatchObject({ status: 'under_review' });
});

test('PRA-41, PRA-42: messages go both ways, notes never reach the citizen', async () => {
  await bianchi.ask('rpc.practices.send-message.v1', {
    id,
    messageId: randomUUID(),
    text: 'Stiamo verificando le credenziali.',
    attachmentIds: [],
  });
  await bianchi.ask('rpc.practices.add-note.v1', { id, noteId: randomUUID(), text: 'Sentire il settore istruzione.' });
  await federica.ask('rpc.practices.send-message.v1', { id, messageId: randomUUID(), text: 'Grazie.', attachmentIds: [] });
  const { items: hers } = await federica.ask('rpc.practices.list-messages.v1', { id });
  expect(hers.map(({ text }) => text)).toEqual(['Stiamo verificando le credenziali.', 'Grazie.']);
  const { items: all } = await bianchi.ask('rpc.practices.list-messages.v1', { id });
  expect(all).toHaveLength(3);
});

test('PRA-36, NOT-01: she approves with a message and a document; the citizen reads the outcome and the Iter', async () => {
  const attachmentId = randomUUID();
  const path = `/api/v1/practices/${id}/attachments/${attachmentId}?purpose=outcome&name=esito.pdf`;
  await bianchi.json(path, {
    method: 'PUT',
    body: Buffer.from('%PDF-1.4\n%%EOF\n'),
    headers: { 'content-type': 'application/octet-stream' },
  });
  const { version } = await read(bianchi);
  const decision = { id, version, decision: 'approved' as const, message: 'Gli utenti saranno abilitati.', attachmentIds: [attachmentId] };
  await bianchi.ask('rpc.practices.decide.v1', decision);
  await expect(bianchi.ask('rpc.practices.decide.v1', decision)).resolves.toMatchObject({ status: 'approved' });
  const practice = await read(federica);
  expect(practice).toMatchObject({
    status: 'approved',
    outcome: { message: 'Gli utenti saranno abilitati.', attachments: [{ name: 'esito.pdf' }] },
  });
  expect(practice.iter.map(({ to }) => to)).toEqual([
    'draft',
    'ready',
    'draft',
    'ready',
    'submitted',
    'under_review',
    'awaiting_amendment',
    'amendment_submitted',
    'under_review',
    'approved',
  ]);
  await eventually(
    async () =>
      expect(
        (await world.mails()).filter(({ to, subject }) => to.includes(world.mailOf('federica.neri')) && /approvat/i.test(subject)),
      ).toHaveLength(1),
    30,
  );
  const { items: notices } = await federica.ask('rpc.notifications.list-notices.v1', {});
  expect(notices.length).toBeGreaterThanOrEqual(4);
});

test('no mail was sent twice', async () => {
  const ids = (await world.mails()).map(({ messageId, to }) => `${messageId} ${to.join()}`);
  expect(new Set(ids).size).toBe(ids.length);
});
