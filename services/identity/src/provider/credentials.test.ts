import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@sportello/contracts/id';
import { hasNoPassword } from '@sportello/contracts/identity/links';
import { announced } from '@sportello/contracts/notifications/announcements';
import { changedMeanwhile, forbidden } from '@sportello/contracts/problems';
import { controlLetter } from '@sportello/italy/control-letter';
import type { Actor } from '@sportello/messaging/actor';
import { bianchi, dimostrativo, giulia, manager, onServices, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { Browser, formOf } from '../../test/browser.js';
import {
  employ,
  hold,
  type IdentityUnderTest,
  idOf,
  password,
  procedures,
  register,
  registration,
  startIdentity,
} from '../../test/start-identity.js';
import { IssueLinkService } from '../accounts/issue-link.service.js';
import { isPassword } from '../accounts/password.js';
import { Recoveries } from '../accounts/recoveries.js';
import { Recovery } from '../accounts/recovery.entity.js';
import { InvitationsService } from '../officers/invitations.service.js';
import { OfficerListService } from '../officers/officer-list.service.js';
import { OfficersService } from '../officers/officers.service.js';
import { Standing } from '../standings/standing.entity.js';

let identity: IdentityUnderTest;
let links: IssueLinkService;
let invitations: InvitationsService;
const foreignManager: Actor = { ...manager, personId: '01890000-0000-7000-8000-00000000a016', organizationId: dimostrativo };
const chosen = 'quattro parole scelte da lei';

beforeAll(async () => {
  identity = await startIdentity();
  links = identity.get(IssueLinkService);
  invitations = identity.get(InvitationsService);
  await hold(identity, foreignManager);
  await employ(identity, manager, registration(manager, 'Paolo', 'Conti', 'CNTPLA80E41L219R'));
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'), onServices(...procedures));
  await employ(identity, stranger, registration(stranger, 'Sara', 'Galli', 'GLLSRA80E41L219W'));
  await register(identity, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
});
afterAll(() => identity.stop());

/** A visitor at her own address, so that no test counts for another. */
let visitors = 0;
const visitor = () => new Browser(identity.issuer, `198.51.100.${++visitors}`);
const at = (below: string) => `${identity.issuer}/credentials${below}`;
const send = async (below: string, fields: Record<string, string>, browser = visitor()) => {
  const response = await browser.post(at(below), fields);
  return { status: response.status, text: await response.text() };
};
const textOf = async (response: Response) => ({ status: response.status, text: await response.text() });
/** Mails about one's credentials, in the order in which they were announced. */
const mails = async (actor: Actor) =>
  (await identity.published(announced))
    .filter(({ topic, subject }) => topic === 'identity.credentials' && (subject as { id: string }).id === idOf(actor))
    .map(({ messages }) => (messages as { title: { it: string }; body: { it: string }; linkId?: string }[])[0]);
const lastLink = async (actor: Actor): Promise<string> => {
  const linkId = (await mails(actor)).findLast((mail) => mail?.linkId)?.linkId ?? '';
  const { path } = await links.issue({ id: linkId });
  return (path ?? '').split('/credentials')[1] ?? '';
};
const mailed = async (actor: Actor, count: number) => eventually(async () => expect(await mails(actor)).toHaveLength(count));
const hashOf = async (actor: Actor) =>
  (await identity.db.query('select password_hash from credentials where person_id = $1', [idOf(actor)]))[0]?.password_hash as string;

test('IDE-03, IDE-04, IDE-42: what is asked is answered the same, whoever is known', async () => {
  const neutral = (text: string) => text.replace(/\d+/g, '');
  for (const below of ['/password', '/username']) {
    const known = await send(below, { who: 'laura@example.it' });
    const unknown = await send(below, { who: 'nessuno@example.it' });
    expect({ ...unknown, text: neutral(unknown.text) }).toEqual({ ...known, text: neutral(known.text) });
    expect(known).toMatchObject({ status: 200, text: expect.stringContaining('Controlla la tua posta') });
  }
  await mailed(bianchi, 2);
  expect((await mails(bianchi)).map((mail) => mail?.title.it).sort()).toEqual(['Il tuo username', 'Reimposta la tua password']);
  expect((await mails(bianchi)).find((mail) => !mail?.linkId)?.body.it).toContain('laura.bianchi');
});

test('IDE-42: an officer resets her password by the link in her mail, once; what was signed in is over, and she is told', async () => {
  const path = await lastLink(bianchi);
  const stored = JSON.stringify(await identity.db.query('select * from one_time_links'));
  expect(stored).not.toContain(path.split('/').at(-1));
  const browser = visitor();
  const page = await textOf(await browser.get(at(path)));
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('laura.bianchi') });
  // What looks at mails before people do opens links, and uses none up.
  await browser.get(at(path));
  for (const [newPassword, newPasswordAgain, words] of [
    ['corta', 'corta', 'almeno 12 caratteri'],
    ['aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', 'troppo semplice'],
    [chosen, `${chosen}!`, 'non sono uguali'],
  ] as const)
    expect(await send(path, { newPassword, newPasswordAgain })).toMatchObject({ status: 422, text: expect.stringContaining(words) });
  const before = Date.now();
  const { action } = formOf(page.text, at(path));
  const [first, second] = await Promise.all(
    [1, 2].map(() => browser.post(action, { newPassword: chosen, newPasswordAgain: chosen }).then(textOf)),
  );
  expect([first?.status, second?.status].sort()).toEqual([200, 410]);
  expect(await isPassword(chosen, await hashOf(bianchi))).toBe(true);
  expect((await identity.db.manager.findOneByOrFail(Standing, { personId: idOf(bianchi) })).signInsSince?.getTime()).toBeGreaterThanOrEqual(
    before,
  );
  expect((await mails(bianchi)).at(-1)?.title.it).toBe('La tua password è cambiata');
  expect(await textOf(await browser.get(at(path)))).toMatchObject({ status: 410, text: expect.stringContaining('non è più valido') });
});

test('IDE-42: a newer link replaces the older, and one that is too old or was never made opens nothing', async () => {
  await send('/password', { who: 'laura.bianchi' });
  await mailed(bianchi, 4);
  const older = await lastLink(bianchi);
  await invitations.sendLink({ id: idOf(bianchi) }, manager);
  const newer = await lastLink(bianchi);
  expect((await visitor().get(at(older))).status).toBe(410);
  expect((await visitor().get(at(newer))).status).toBe(200);
  await identity.db.query("update one_time_links set expires_at = now() - interval '1 second' where used_at is null");
  for (const path of [newer, `/link/${'a'.repeat(43)}`]) expect((await visitor().get(at(path))).status).toBe(410);
  expect((await send(newer, { newPassword: password, newPasswordAgain: password })).status).toBe(410);
  const { id } = (await identity.db.query('select id from one_time_links order by created_at desc limit 1'))[0];
  expect(await links.issue({ id })).toEqual({ path: null });
  for (const path of ['/link/short', '/nothing', '/link/']) expect((await visitor().get(at(path))).status).toBe(404);
});

test('IDE-03: what a process that was killed had answered is mailed by the next, once; after a day nobody waits for it', async () => {
  const recoveries = identity.get(Recoveries);
  const ids = [newId(), newId()] as const;
  const left = (id: string, askedAt: Date) =>
    identity.db.manager.insert(Recovery, { id, forgotten: 'username', typed: 'sara@example.it', address: '198.51.100.250', askedAt });
  const before = (await mails(stranger)).length;
  await left(ids[0], new Date());
  await left(ids[1], new Date(Date.now() - 25 * 3_600_000));
  await recoveries.sweep(new Date());
  await eventually(async () => expect(await identity.db.manager.countBy(Recovery, {})).toBe(0));
  await recoveries.run(ids[0], new Date());
  expect((await mails(stranger)).length).toBe(before + 1);
});

test('IDE-03, IDE-04: nobody fills another’s mail box, and one address asks so often and no more', async () => {
  const before = (await mails(stranger)).length;
  for (let time = 0; time < 5; time += 1) await send('/password', { who: 'sara.galli' });
  await mailed(stranger, before + 2);
  const browser = visitor();
  const statuses = [];
  for (let time = 0; time < 22; time += 1) statuses.push((await send('/password', { who: `nobody${time}` }, browser)).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
  expect(statuses.slice(20)).toEqual([429, 429]);
  expect((await mails(stranger)).length).toBe(before + 2);
});

test('IDE-26: somebody checks beforehand whether her credentials work, and guesses there are counted as at the entrance', async () => {
  const right = { username: 'Laura.Bianchi', password: chosen };
  expect(await send('/check', right)).toMatchObject({ status: 200, text: expect.stringContaining('Le credenziali funzionano') });
  const browser = visitor();
  const answers = [];
  for (let time = 0; time < 6; time += 1) answers.push((await send('/check', { ...right, password: 'a guess' }, browser)).status);
  expect(answers).toEqual([401, 401, 401, 401, 429, 429]);
  expect((await send('/check', right, browser)).status).toBe(429);
  expect((await send('/check', { username: '', password: '' })).status).toBe(422);
});

test('IDE-27: whoever knows her password replaces it, and the old one opens nothing', async () => {
  const next = 'cinque parole nuove e diverse';
  const fields = { username: 'laura.bianchi', password: chosen, newPassword: next, newPasswordAgain: next };
  expect((await send('', { ...fields, password: 'not hers' })).status).toBe(401);
  expect(await isPassword(chosen, await hashOf(bianchi))).toBe(true);
  expect((await send('', { ...fields, newPassword: chosen, newPasswordAgain: chosen })).text).toContain('uguale a quella attuale');
  expect(await send('', fields)).toMatchObject({ status: 200, text: expect.stringContaining('La password è cambiata') });
  expect((await send('/check', { username: 'laura.bianchi', password: chosen })).status).toBe(401);
  expect((await send('/check', { username: 'laura.bianchi', password: next })).status).toBe(200);
});

const newcomer = (changes: Partial<Parameters<InvitationsService['invite']>[0]> = {}) => ({
  id: newId(),
  givenName: 'Rita',
  familyName: 'Serra',
  fiscalCode: `SRRRTI80E41L219${controlLetter('SRRRTI80E41L219')}`,
  mail: 'rita.serra@example.it',
  username: 'rita.serra',
  officeId: null,
  role: 'officer' as const,
  subjects: onServices(...procedures),
  version: 0,
  ...changes,
});

test('ADM-01: who is new is invited by mail, reads by whom and as what, chooses her password and is an officer', async () => {
  const asked = newcomer();
  const actor = { ...bianchi, personId: asked.id };
  for (let press = 0; press < 2; press += 1)
    expect(await invitations.invite(asked, manager)).toMatchObject({ id: asked.id, state: 'invited', version: 1 });
  expect(await mails(actor)).toMatchObject([
    { title: { it: 'Un ente ti invita a lavorare come operatore' }, body: { it: expect.stringContaining('rita.serra') } },
  ]);
  const record = () => identity.get(OfficerListService).get({ id: asked.id }, manager);
  expect(await record()).toMatchObject({ username: 'rita.serra', mail: 'rita.serra@example.it', link: { purpose: 'invitation' } });
  const path = await lastLink(actor);
  const page = await textOf(await visitor().get(at(path)));
  expect(page.text).toContain('«Regione Piemonte» ti invita a lavorare come operatore');
  const version = formOf(page.text, at(path)).fields['version'] ?? '';
  // The body changes its mind meanwhile: nobody accepts what she has not read.
  const { version: changed } = await identity
    .get(OfficersService)
    .put(
      { id: asked.id, organizationId: manager.organizationId ?? '', officeId: null, role: 'manager', subjects: [], version: 1 },
      manager,
    );
  const fields = { newPassword: chosen, newPasswordAgain: chosen };
  expect(await send(path, { ...fields, version })).toMatchObject({ status: 409, text: expect.stringContaining('lavorare come manager') });
  expect(await send(path, { ...fields, version: String(changed) })).toMatchObject({ status: 200 });
  expect(await record()).toMatchObject({ state: 'active', role: 'manager', link: null });
  expect((await send('/check', { username: 'rita.serra', password: chosen })).status).toBe(200);
});

test('ADM-01: an invitation that was taken back, or sent again, opens nothing by its first link', async () => {
  const asked = newcomer({
    givenName: 'Ugo',
    fiscalCode: `SRRGUO80E01L219${controlLetter('SRRGUO80E01L219')}`,
    username: 'ugo.serra',
    mail: 'ugo.serra@example.it',
  });
  const actor = { ...bianchi, personId: asked.id };
  await invitations.invite(asked, manager);
  const first = await lastLink(actor);
  await invitations.sendLink({ id: asked.id }, manager);
  const again = await lastLink(actor);
  expect((await visitor().get(at(first))).status).toBe(410);
  expect((await visitor().get(at(again))).status).toBe(200);
  await identity.get(OfficersService).delete({ id: asked.id, version: 1 }, manager);
  expect((await visitor().get(at(again))).status).toBe(410);
  expect((await send(again, { newPassword: chosen, newPasswordAgain: chosen, version: '1' })).status).toBe(410);
});

test('ADM-01: nobody takes over who is known by inviting her: no link is sent, and her address and password stay', async () => {
  const before = await hashOf(giulia);
  const asked = newcomer({
    givenName: 'Giulia',
    familyName: 'Bianco',
    fiscalCode: 'BNCGLI80E41L219C',
    mail: 'un.altro@example.it',
    username: 'un.altro',
  });
  expect(await invitations.invite(asked, manager)).toMatchObject({ id: asked.id, state: 'invited' });
  expect(await mails(giulia)).toEqual([]);
  expect(await hashOf(giulia)).toBe(before);
  expect(await identity.db.query("select 1 from people where mail = 'un.altro@example.it'")).toEqual([]);
  expect(await invitations.sendLink({ id: asked.id }, manager)).toEqual({ id: asked.id, link: null });
  expect(await mails(giulia)).toEqual([]);
});

test('ADM-01: a manager invites for her own body and its services alone, and nobody twice', async () => {
  await expect(invitations.sendLink({ id: idOf(bianchi) }, foreignManager)).rejects.toMatchObject({
    problem: { type: 'person-not-found' },
  });
  await expect(invitations.invite(newcomer({ role: 'administrator', username: 'x.serra' }), manager)).rejects.toMatchObject({
    problem: forbidden,
  });
  const { fiscalCode } = registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D').identity;
  const known = newcomer({ id: idOf(bianchi), givenName: 'Laura', familyName: 'Bianchi', fiscalCode, username: 'laura.bianchi' });
  await expect(invitations.invite(known, manager)).rejects.toMatchObject({ problem: changedMeanwhile });
  await identity.get(OfficersService).suspend({ id: idOf(bianchi) }, manager);
  await expect(invitations.sendLink({ id: idOf(bianchi) }, manager)).rejects.toMatchObject({ problem: forbidden });
  await identity.get(OfficersService).reinstate({ id: idOf(bianchi) }, manager);
  await identity.db.query('delete from credentials where person_id = $1', [idOf(stranger)]);
  await expect(invitations.sendLink({ id: idOf(stranger) }, foreignManager)).rejects.toMatchObject({ problem: hasNoPassword });
});
