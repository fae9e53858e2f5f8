import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invitationNotFound } from '@sportello/contracts/identity/accounts';
import { listOfficers, putOfficer, rightsChanged } from '@sportello/contracts/identity/officers';
import { organizationNamed, organizationNotFound } from '@sportello/contracts/identity/organizations';
import { personNotFound } from '@sportello/contracts/identity/people';
import { announced } from '@sportello/contracts/notifications/announcements';
import { changedMeanwhile, forbidden, invalidInput } from '@sportello/contracts/problems';
import { controlLetter } from '@sportello/italy/control-letter';
import { type Actor, service as aService } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import {
  administrator,
  bianchi,
  dimostrativo,
  federica,
  ferrari,
  giulia,
  manager,
  marco,
  maria,
  onServices,
  piedmont,
  stranger,
} from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { Redis } from 'ioredis';
import {
  employ,
  foreignProcedure,
  hold,
  type IdentityUnderTest,
  idOf,
  procedures,
  register,
  registration,
  startIdentity,
} from '../../test/start-identity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { OfficesService } from '../organizations/offices.service.js';
import { OrganizationsService, presentNames } from '../organizations/organizations.service.js';
import { PeopleService } from '../people/people.service.js';
import { SecurityService } from '../security/security.service.js';
import { InvitationsService } from './invitations.service.js';
import { OfficerListService } from './officer-list.service.js';
import { OfficersService } from './officers.service.js';
import { presentRights } from './publish-rights.js';

let identity: IdentityUnderTest;
let officers: OfficersService;
let people: OfficerListService;
let invitations: InvitationsService;
let offices: OfficesService;
const office = '01890000-0000-7000-8000-00000000c001';
const foreignOffice = '01890000-0000-7000-8000-00000000c002';
const foreignManager: Actor = { ...manager, personId: '01890000-0000-7000-8000-00000000a016', organizationId: dimostrativo };
const foreignAdministrator: Actor = { ...administrator, personId: '01890000-0000-7000-8000-00000000a017', organizationId: dimostrativo };

beforeAll(async () => {
  identity = await startIdentity();
  officers = identity.get(OfficersService);
  people = identity.get(OfficerListService);
  invitations = identity.get(InvitationsService);
  await Promise.all([foreignManager, foreignAdministrator].map((actor) => hold(identity, actor)));
  offices = identity.get(OfficesService);
  await offices.putOffice({ id: office, organizationId: piedmont, name: 'Settore Contributi', version: 0 }, administrator);
  await offices.putOffice({ id: foreignOffice, organizationId: dimostrativo, name: 'Ufficio Scuola', version: 0 }, foreignAdministrator);
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'), onServices(...procedures));
  await employ(identity, manager, registration(manager, 'Paolo', 'Conti', 'CNTPLA80E41L219R'));
  await employ(identity, stranger, registration(stranger, 'Sara', 'Galli', 'GLLSRA80E41L219W'));
  await employ(identity, ferrari, registration(ferrari, 'Ada', 'Ferrari', 'FRRDAA80E41L219I'));
  await register(identity, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
});
afterAll(() => identity.stop());

type Asked = Omit<Parameters<OfficersService['put']>[0], 'version'>;

const rights = (actor: Actor, changes: Partial<Asked> = {}) => ({
  id: idOf(actor),
  organizationId: piedmont,
  officeId: null,
  role: 'officer' as const,
  subjects: [],
  ...changes,
});
const versionOf = async (id: string): Promise<number> =>
  (await identity.db.query('select version from officers where id = $1', [id]))[0]?.version ?? 0;
/** As a page does that shows the officer as she is now. */
const give = async (asked: Asked, actor: Actor) => officers.put({ ...asked, version: await versionOf(asked.id) }, actor);
const told = async (actor: Actor) => (await identity.published(rightsChanged)).filter(({ officerId }) => officerId === idOf(actor));

test('ADM-02: a manager gives an officer her office and procedures; saying it again tells nobody again', async () => {
  const asked = rights(ferrari, { officeId: office, subjects: onServices(...procedures, procedures[0] ?? '') });
  const sorted = [...procedures].sort();
  expect(await give(asked, manager)).toMatchObject({
    givenName: 'Ada',
    familyName: 'Ferrari',
    subjects: onServices(...sorted),
    version: 2,
  });
  expect(await give({ ...asked, subjects: onServices(...sorted) }, manager)).toMatchObject({ version: 2 });
  expect((await told(ferrari)).slice(1)).toEqual([
    {
      officerId: idOf(ferrari),
      organizationId: piedmont,
      officeId: office,
      officeName: 'Settore Contributi',
      role: 'officer',
      subjects: onServices(...sorted),
      isActive: true,
      absence: null,
      name: 'Ada Ferrari',
      version: 2,
    },
  ]);
  await give({ ...asked, subjects: [] }, manager);
  expect((await told(ferrari)).at(-1)).toMatchObject({ subjects: [], version: 3 });
});

test.each([
  ['manager', manager, foreignManager],
  ['administrator', administrator, foreignAdministrator],
])('D7: a %s writes only the officers of her own body', async (_role, own, foreign) => {
  await expect(give(rights(ferrari), foreign)).rejects.toMatchObject({ problem: organizationNotFound });
  await expect(give(rights(ferrari, { organizationId: dimostrativo }), own)).rejects.toMatchObject({
    problem: organizationNotFound,
  });
  await expect(give(rights(bianchi, { organizationId: dimostrativo }), foreign)).rejects.toMatchObject({
    problem: personNotFound,
  });
  expect(await told(bianchi)).toHaveLength(1);
});

test('a manager neither makes nor unmakes an administrator', async () => {
  await expect(give(rights(giulia, { role: 'administrator' }), manager)).rejects.toMatchObject({ problem: forbidden });
  await give(rights(giulia, { role: 'administrator' }), administrator);
  await expect(give(rights(giulia), manager)).rejects.toMatchObject({ problem: forbidden });
});

test('the last manager of a body stays one', async () => {
  await expect(give(rights(manager), manager)).rejects.toMatchObject({ problem: forbidden });
  await give(rights(ferrari, { role: 'manager' }), administrator);
  expect(await give(rights(ferrari), administrator)).toMatchObject({ role: 'officer' });
});

test('of two who change the rights of an officer, the second is told that they changed meanwhile', async () => {
  const shown = await versionOf(idOf(ferrari));
  const first = { ...rights(ferrari, { subjects: onServices(procedures[0] ?? '') }), version: shown };
  const { version } = await officers.put(first, manager);
  expect(version).toBe(shown + 1);
  expect(await officers.put(first, manager)).toMatchObject({ version });
  const second = officers.put({ ...first, subjects: [] }, manager);
  await expect(second).rejects.toMatchObject({ problem: changedMeanwhile, extra: { version } });
  expect(await versionOf(idOf(ferrari))).toBe(version);
  await officers.put({ ...first, subjects: [], version }, manager);
});

test('the last administrator of a body stays one, also when she herself asks', async () => {
  await expect(give(rights(administrator), administrator)).rejects.toMatchObject({ problem: forbidden });
  await give(rights(ferrari, { role: 'administrator' }), administrator);
  expect(await give(rights(ferrari), administrator)).toMatchObject({ role: 'officer' });
});

test('rights need a registered person, a body and an office of that body', async () => {
  const nobody = '01890000-0000-7000-8000-00000000ffff';
  await expect(give({ ...rights(ferrari), id: nobody }, administrator)).rejects.toMatchObject({ problem: personNotFound });
  await expect(give(rights(ferrari, { organizationId: nobody }), administrator)).rejects.toMatchObject({
    problem: organizationNotFound,
  });
  await expect(give(rights(ferrari, { officeId: foreignOffice }), manager)).rejects.toMatchObject({ problem: invalidInput });
});

test('ADM-02: an officer is enabled to procedures of her body that exist, and to no others', async () => {
  const unknown = '01890000-0000-7000-8000-00000000dfff';
  for (const procedureId of [foreignProcedure, unknown])
    await expect(give(rights(bianchi, { subjects: onServices(...procedures, procedureId) }), manager)).rejects.toMatchObject({
      problem: invalidInput,
      extra: { errors: [{ pointer: '/subjects/2/id' }] },
    });
});

test('ADM-01: nobody is made an officer by her id alone: she is invited, and is one when she has accepted what she was shown', async () => {
  const accounts = identity.get(AccountsService);
  await register(identity, registration(marco, 'Marco', 'Verdi', 'VRDMRC80E01L219S'));
  const asked = rights(marco, { subjects: onServices(...procedures) });
  expect(await give(asked, manager)).toMatchObject({ state: 'invited', version: 1 });
  expect(await told(marco)).toEqual([]);
  const invited = await accounts.get({}, marco);
  expect(invited).toMatchObject({ officer: null, invitation: { role: 'officer', organizationName: 'Regione Piemonte', version: 1 } });
  expect(
    (await people.recipients({ organizationId: piedmont, subject: { kind: 'procedure', id: procedures[0] ?? '' } }, aService)).items,
  ).not.toContainEqual(expect.objectContaining({ id: idOf(marco) }));
  await give({ ...asked, role: 'manager' }, manager);
  await expect(invitations.accept({ version: 1 }, marco)).rejects.toMatchObject({ problem: changedMeanwhile });
  await expect(invitations.accept({ version: 2 }, stranger)).rejects.toMatchObject({ problem: invitationNotFound });
  const accepted = await invitations.accept({ version: 2 }, marco);
  expect(accepted).toMatchObject({ officer: { role: 'manager' }, invitation: null });
  expect(await invitations.accept({ version: 2 }, marco)).toMatchObject({ officer: { role: 'manager' } });
  expect(await told(marco)).toMatchObject([{ isActive: true, role: 'manager', version: 3 }]);
  await give(asked, manager);
  await officers.suspend({ id: idOf(marco) }, manager);
});

test('ADM-01: whoever declines is no officer, and can be asked again', async () => {
  await register(identity, registration(maria, 'Maria', 'Rossi', 'RSSMRA80E41L219Y'));
  await give(rights(maria), manager);
  expect(await identity.published(announced)).toContainEqual(
    expect.objectContaining({
      organizationId: null,
      sender: 'Regione Piemonte',
      topic: 'identity.invitation',
      messages: [
        expect.objectContaining({
          audience: [{ kind: 'person', personId: idOf(maria) }],
          by: ['notice', 'mail'],
          place: 'portal',
          path: '/area-personale/profilo',
          title: { it: 'Un ente ti invita a lavorare come operatore', en: 'A public body invites you to work as an officer' },
          body: { it: expect.stringContaining('Regione Piemonte ti invita'), en: expect.stringContaining('Regione Piemonte asks you') },
        }),
      ],
    }),
  );
  await expect(invitations.decline({}, bianchi)).rejects.toMatchObject({ problem: invitationNotFound });
  // The second time nothing is left to decline, and nothing went wrong.
  for (let time = 0; time < 2; time += 1) expect(await invitations.decline({}, maria)).toMatchObject({ officer: null, invitation: null });
  await expect(invitations.accept({ version: 1 }, maria)).rejects.toMatchObject({ problem: invitationNotFound });
  expect(await give(rights(maria), manager)).toMatchObject({ state: 'invited' });
  await invitations.decline({}, maria);
  expect(await told(maria)).toEqual([]);
});

test('a suspended officer may nothing, others are told once, and she may again when it is taken back', async () => {
  const accounts = identity.get(AccountsService);
  const id = idOf(ferrari);
  const [before] = (await told(ferrari)).slice(-1);
  expect(await officers.suspend({ id }, manager)).toMatchObject({ state: 'suspended' });
  expect(await officers.suspend({ id }, manager)).toMatchObject({ state: 'suspended' });
  expect((await told(ferrari)).at(-1)).toMatchObject({ isActive: false, version: Number(before?.['version']) + 1 });
  expect(await accounts.get({}, ferrari)).toMatchObject({ officer: null, invitation: null });
  await expect(give(rights(bianchi), { ...ferrari, roles: ['manager'] })).rejects.toMatchObject({ problem: forbidden });
  for (const [actor, problem] of [
    [foreignManager, personNotFound],
    [foreignAdministrator, personNotFound],
  ] as const)
    await expect(officers.reinstate({ id }, actor)).rejects.toMatchObject({ problem });
  expect(await officers.reinstate({ id }, manager)).toMatchObject({ state: 'active' });
  await officers.reinstate({ id }, manager);
  expect((await told(ferrari)).at(-1)).toMatchObject({ isActive: true, version: Number(before?.['version']) + 2 });
});

test('nobody suspends herself, an administrator, or the last manager', async () => {
  await expect(officers.suspend({ id: idOf(manager) }, manager)).rejects.toMatchObject({ problem: forbidden });
  await expect(officers.suspend({ id: idOf(manager) }, administrator)).rejects.toMatchObject({ problem: forbidden });
  await expect(officers.suspend({ id: idOf(administrator) }, administrator)).rejects.toMatchObject({ problem: forbidden });
  await expect(officers.suspend({ id: idOf(administrator) }, manager)).rejects.toMatchObject({ problem: forbidden });
});

test('who was demoted a moment ago gives herself nothing back, whatever her request still says', async () => {
  await give(rights(ferrari, { role: 'manager' }), administrator);
  const asManager: Actor = { ...ferrari, roles: ['manager'] };
  await give(rights(ferrari), manager);
  for (const id of [idOf(ferrari), idOf(bianchi)])
    await expect(give({ ...rights(ferrari, { role: 'manager' }), id }, asManager)).rejects.toMatchObject({ problem: forbidden });
  await expect(officers.suspend({ id: idOf(bianchi) }, asManager)).rejects.toMatchObject({ problem: forbidden });
});

test('of two managers who suspend each other at once one is too late', async () => {
  await give(rights(ferrari, { role: 'manager' }), administrator);
  const asManager: Actor = { ...ferrari, roles: ['manager'] };
  const outcomes = await Promise.allSettled([
    officers.suspend({ id: idOf(ferrari) }, manager),
    officers.suspend({ id: idOf(manager) }, asManager),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const id of [idOf(ferrari), idOf(manager)]) await officers.reinstate({ id }, administrator);
  await give(rights(ferrari), administrator);
});

test('the gateway knows of a change before it is answered, and of one that a crash left untold soon after', async () => {
  const redis = identity.get(Redis);
  const standing = async () => Number(await redis.get(`standing:${idOf(ferrari)}`));
  const before = await standing();
  await give(rights(ferrari, { subjects: onServices(...procedures) }), manager);
  expect(await standing()).toBe(before + 1);
  // As a stop between commit and announcement leaves it.
  await identity.db.query('update standings set version = version + 1, is_told = false where person_id = $1', [idOf(ferrari)]);
  await eventually(async () => expect(await standing()).toBe(before + 2));
  // And as an older change that is told late would.
  await redis.set(`standing:${idOf(ferrari)}`, before + 9);
  await give(rights(ferrari, { subjects: [] }), manager);
  expect(await standing()).toBe(before + 9);
});

test('a body that has registered a known person under an id of its own works with that id, and reads no other', async () => {
  const known: Actor = { ...federica, personId: '01890000-0000-7000-8000-00000000a0f0', profileId: null, profileKind: null };
  const before = registration(known, 'Carla', 'Neri', `NRECRL80E41L219${controlLetter('NRECRL80E41L219')}`);
  await register(identity, before);
  const id = '01890000-0000-7000-8000-00000000a0f1';
  const mine = { ...before, id, profiles: [], credentials: null };
  await identity.get(PeopleService).put(mine, administrator);
  const asked = { ...rights(known), id };
  expect(await officers.put({ ...asked, version: 0 }, manager)).toMatchObject({ id, state: 'invited', version: 1 });
  await invitations.accept({ version: 1 }, known);
  expect(await officers.put({ ...asked, subjects: onServices(...procedures), version: 2 }, manager)).toMatchObject({ id, version: 3 });
  const listed = async (actor: Actor) => (await people.list({ limit: 25, search: 'neri' }, actor)).items.map((officer) => officer.id);
  expect(await listed(manager)).toEqual([id]);
  expect(await listed({ ...known, organizationId: piedmont })).toEqual([before.id]);
  const page = await people.list({ limit: 1, search: 'neri' }, manager);
  expect(JSON.stringify(page)).not.toContain(before.id);
  const { items } = await identity.get(SecurityService).list({ limit: 100 }, manager);
  expect(items).toContainEqual(expect.objectContaining({ kind: 'officer-invited', personId: id }));
  expect(items).not.toContainEqual(expect.objectContaining({ personId: before.id }));
  expect(await officers.suspend({ id }, manager)).toMatchObject({ id, state: 'suspended' });
  expect(await identity.get(AccountsService).get({}, known)).toMatchObject({ officer: null });
  expect(await officers.reinstate({ id }, manager)).toMatchObject({ id, state: 'active' });
  await expect(officers.suspend({ id }, foreignManager)).rejects.toMatchObject({ problem: personNotFound });
  await expect(officers.suspend({ id }, { ...known, roles: ['manager'], organizationId: piedmont })).rejects.toMatchObject({
    problem: forbidden,
  });
  await officers.put({ ...asked, subjects: [], version: 5 }, manager);
});

test('IDE-53: a manager reads who changed whose rights, from where, and sees nothing of another body', async () => {
  const security = identity.get(SecurityService);
  const { items } = await security.list({ limit: 100 }, manager);
  expect(items.find(({ kind }) => kind === 'officer-suspended')).toMatchObject({ address: manager.address });
  expect(new Set(items.map(({ kind }) => kind))).toEqual(
    new Set(['rights-changed', 'officer-invited', 'invitation-accepted', 'invitation-declined', 'officer-suspended', 'officer-reinstated']),
  );
  const first = await security.list({ limit: 2 }, manager);
  const second = await security.list({ limit: 2, after: first.next ?? '' }, manager);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(items.slice(0, 4).map(({ id }) => id));
  const foreign = await security.list({ limit: 100 }, foreignManager);
  expect(foreign.items.every(({ personId }) => personId === idOf(stranger))).toBe(true);
  await expect(security.list({ limit: 2, after: 'WyJhIiwiYiJd' }, manager)).rejects.toMatchObject({ problem: invalidInput });
  await expect(identity.db.query('delete from security_events')).rejects.toThrow('append-only');
});

test('officers see the officers of their own body, page by page, and find them by name', async () => {
  const first = await people.list({ limit: 2 }, bianchi);
  expect(first.items.map(({ familyName }) => familyName)).toEqual(['Bianchi', 'Bianco']);
  const second = await people.list({ limit: 2, after: first.next ?? '' }, bianchi);
  expect(second).toMatchObject({ items: [{ familyName: 'Conti' }, { familyName: 'Ferrari' }] });
  const third = await people.list({ limit: 2, after: second.next ?? '' }, bianchi);
  expect(third).toMatchObject({ items: [{ familyName: 'Neri' }, { familyName: 'Verdi', state: 'suspended' }], next: null });
  expect((await people.list({ limit: 25, search: 'laura b' }, bianchi)).items).toMatchObject([{ id: idOf(bianchi) }]);
  expect((await people.list({ limit: 25, search: '%' }, bianchi)).items).toEqual([]);
  expect((await people.list({ limit: 25, search: '   ' }, bianchi)).items).toEqual([]);
  expect((await people.list({ limit: 25, search: 'bianchi laura' }, bianchi)).items).toMatchObject([{ id: idOf(bianchi) }]);
  expect((await people.list({ limit: 25, search: '  BIANCHI' }, bianchi)).items).toMatchObject([{ id: idOf(bianchi) }]);
  expect((await people.list({ limit: 25, search: 'anchi' }, bianchi)).items).toEqual([]);
  expect((await people.list({ limit: 25 }, stranger)).items).toMatchObject([{ id: idOf(stranger) }]);
  await expect(people.list({ limit: 2, after: 'nonsense' }, bianchi)).rejects.toMatchObject({ problem: invalidInput });
});

test('NOT-04: notices of a procedure reach its officers, and no other body’s', async () => {
  const asked = { organizationId: piedmont, subject: { kind: 'procedure' as const, id: procedures[0] ?? '' } };
  expect((await people.recipients(asked, aService)).items).toEqual([{ id: idOf(bianchi), mail: 'laura@example.it', language: 'it' }]);
  expect((await people.recipients({ ...asked, organizationId: dimostrativo }, aService)).items).toEqual([]);
});

test('a body is named once for every name it has, and an office’s new name reaches its officers’ rights', async () => {
  const organizations = identity.get(OrganizationsService);
  const before = (await identity.published(organizationNamed)).length;
  const version = (await organizations.list({ limit: 50 }, giulia)).items.find(({ id }) => id === piedmont)?.version ?? 0;
  await organizations.put({ id: piedmont, name: 'Regione Piemonte', kind: 'region', version: version - 1 }, administrator);
  expect(await identity.published(organizationNamed)).toHaveLength(before);
  await organizations.put({ id: piedmont, name: 'Regione Piemonte (nuova)', kind: 'region', version }, administrator);
  expect((await identity.published(organizationNamed)).at(-1)).toEqual({
    organizationId: piedmont,
    name: 'Regione Piemonte (nuova)',
    version: version + 1,
  });

  await give(rights(bianchi, { officeId: office, subjects: onServices(...procedures) }), manager);
  await offices.putOffice({ id: office, organizationId: piedmont, name: 'Settore Entrate', version: 1 }, administrator);
  expect((await told(bianchi)).at(-1)).toMatchObject({ officeName: 'Settore Entrate', version: 3 });
  await expect(
    offices.putOffice({ id: office, organizationId: dimostrativo, name: 'Settore Entrate', version: 2 }, foreignAdministrator),
  ).rejects.toMatchObject({
    problem: invalidInput,
  });
});

test('an officer’s new name reaches the copies of her rights, and her old one again tells nobody', async () => {
  const { version } = (await told(bianchi)).at(-1) as { version: number };
  await register(identity, registration(bianchi, 'Laura', 'Bianchi Neri', 'BNCLRA80E41L219D'));
  expect((await told(bianchi)).at(-1)).toMatchObject({ name: 'Laura Bianchi Neri', version: version + 1 });
  const before = (await told(bianchi)).length;
  await register(identity, registration(bianchi, 'Laura', 'Bianchi Neri', 'BNCLRA80E41L219D'));
  expect(await told(bianchi)).toHaveLength(before);
});

test('rights and names that are told again are those of the last events, in their versions', async () => {
  // Some have rights in these tests without being anybody.
  await identity.db.query('delete from officers where id not in (select id from people)');
  const last = (events: Record<string, unknown>[], key: string) =>
    [...new Map(events.map((event) => [String(event[key]), event])).values()].toSorted((a, b) =>
      String(a[key]) < String(b[key]) ? -1 : 1,
    );
  for (const [{ event, read }, key] of [
    [presentRights, 'officerId'],
    [presentNames, 'organizationId'],
  ] as const) {
    const expected = last(await identity.published(event), key);
    expect(await read(identity.db.manager, null, 100)).toEqual(expected);
    const [first] = expected;
    expect(await read(identity.db.manager, String(first?.[key]), 100)).toEqual(expected.slice(1));
  }
});

test('D7: an administrator names her own body and its offices, and makes no other body', async () => {
  const organizations = identity.get(OrganizationsService);
  const before = (await identity.published(organizationNamed)).length;
  for (const id of [piedmont, '01890000-0000-7000-8000-00000000ffff'])
    await expect(organizations.put({ id, name: 'Preso', kind: 'region', version: 0 }, foreignAdministrator)).rejects.toMatchObject({
      problem: organizationNotFound,
    });
  await expect(
    offices.putOffice({ id: office, organizationId: piedmont, name: 'Preso', version: 2 }, foreignAdministrator),
  ).rejects.toMatchObject({ problem: organizationNotFound });
  expect(await identity.published(organizationNamed)).toHaveLength(before);
  expect((await told(bianchi)).at(-1)).toMatchObject({ officeName: 'Settore Entrate' });
});

test('of two administrators who rename a body, or an office, the second is told that it changed meanwhile', async () => {
  const code = `GRCCRL80E41L219${controlLetter('GRCCRL80E41L219')}`;
  await employ(identity, foreignAdministrator, registration(foreignAdministrator, 'Carla', 'Greco', code));
  const organizations = identity.get(OrganizationsService);
  const body = { id: dimostrativo, name: 'Comune Rinominato', kind: 'municipality' as const, version: 1 };
  expect(await organizations.put(body, foreignAdministrator)).toMatchObject({ version: 2 });
  expect(await organizations.put(body, foreignAdministrator)).toMatchObject({ version: 2 });
  const renamedAgain = organizations.put({ ...body, name: 'Comune Dimostrativo' }, foreignAdministrator);
  await expect(renamedAgain).rejects.toMatchObject({ problem: changedMeanwhile, extra: { version: 2 } });
  await organizations.put({ ...body, name: 'Comune Dimostrativo', version: 2 }, foreignAdministrator);

  const room = { id: foreignOffice, organizationId: dimostrativo, name: 'Ufficio Istruzione', version: 1 };
  expect(await offices.putOffice(room, foreignAdministrator)).toMatchObject({ version: 2 });
  expect(await offices.putOffice(room, foreignAdministrator)).toMatchObject({ version: 2 });
  const other = offices.putOffice({ ...room, name: 'Ufficio Scuola' }, foreignAdministrator);
  await expect(other).rejects.toMatchObject({ problem: changedMeanwhile, extra: { version: 2 } });
  const asNew = offices.putOffice({ ...room, name: 'Ufficio Nuovo', version: 0 }, foreignAdministrator);
  await expect(asNew).rejects.toMatchObject({ problem: changedMeanwhile });
});

test('bodies are listed to everybody, page by page', async () => {
  const organizations = identity.get(OrganizationsService);
  const first = await organizations.list({ limit: 1 }, giulia);
  expect(first.items).toMatchObject([{ name: 'Comune Dimostrativo' }]);
  expect(await organizations.list({ limit: 1, after: first.next ?? '' }, giulia)).toMatchObject({ items: [{ id: piedmont }], next: null });
});

test('on the bus, a citizen and an officer are refused what is a manager’s, and nothing beyond the contract is told', async () => {
  const nats = await connectBus({ url: identity.nats.url, user: 'tools', password: identity.nats.passwords.tools });
  try {
    const bus = new Bus(nats);
    for (const actor of [giulia, bianchi])
      await expect(bus.call(putOfficer, { ...rights(ferrari), version: 0 }, actor)).rejects.toMatchObject({
        received: { type: 'forbidden' },
      });
    await expect(bus.call(listOfficers, {}, giulia)).rejects.toMatchObject({ received: { type: 'forbidden' } });
    const { items } = await bus.call(listOfficers, { search: 'Ferrari' }, manager);
    expect(items).toHaveLength(1);
    const { body } = await bus.ask(listOfficers, '{}', manager);
    expect(Buffer.from(body).toString()).not.toContain('fiscalCode');
  } finally {
    await nats.close();
  }
});

test('officers are found by their names in any order, with any apostrophe, and without accents', async () => {
  const code = 'DNGNCL80A01L219';
  await employ(identity, federica, registration(federica, 'Nicolò', 'D’Angelo', code + controlLetter(code)));
  const ids = async (search: string) => (await people.list({ limit: 25, search }, bianchi)).items.map(({ id }) => id);
  for (const typed of [
    'nicolo',
    'Nicolò',
    'NICOLO\u0300',
    "D'Angelo",
    'D’Angelo',
    'dangelo',
    "d'angelo nicolo",
    '  angelo',
    '\u200bangelo',
  ])
    expect([typed, await ids(typed)]).toEqual([typed, [idOf(federica)]]);
  expect(await ids('angelo rossi')).toEqual([]);
});

test('officers are found by an index, among many people', async () => {
  await identity.db.query(
    `insert into people (id, version, given_name, family_name, fiscal_code, language, time_zone, created_at, words)
     select gen_random_uuid(), 0, 'x', 'x', 'X' || n, 'it', 'Europe/Rome', now(), to_tsvector('simple', 'word' || n) from generate_series(1, 5000) n`,
  );
  await identity.db.query('analyze people');
  const plan = await identity.db.query("explain select id from people where words @@ '''angelo'':*'::tsquery");
  expect(JSON.stringify(plan)).toContain('people_words');
});

test('a body takes no name that another bears, however it is written, and its profiles bear the name that it has now', async () => {
  await hold(identity, administrator);
  const organizations = identity.get(OrganizationsService);
  const people = identity.get(PeopleService);
  const code = `PRVPRF80E41L219${controlLetter('PRVPRF80E41L219')}`;
  const [before] = (await organizations.list({ limit: 50 }, giulia)).items.filter(({ id }) => id === piedmont);
  const { name: named = '', version = 0 } = before ?? {};
  const mayor = { id: randomUUID(), kind: 'mayor' as const, onBehalfOf: named, organizationId: piedmont };
  const acting: Actor = { ...giulia, personId: randomUUID(), profileId: mayor.id };
  await people.put({ ...registration(acting, 'Prova', 'Prova', code), credentials: null, profiles: [mayor] }, administrator);
  const body = { id: piedmont, kind: 'region' as const, version };
  for (const name of ['Comune Dimostrativo', 'COMUNE  dimostrativo', 'Comùne Dimostrativo.', 'Соmune Dimostrativo'])
    await expect(organizations.put({ ...body, name }, administrator)).rejects.toMatchObject({
      problem: invalidInput,
      extra: { errors: [{ pointer: '/name' }] },
    });
  await expect(organizations.put({ ...body, name: named, kind: 'school' }, administrator)).rejects.toMatchObject({ problem: forbidden });
  const profiles = async () => (await identity.get(AccountsService).get({}, acting)).profiles;
  expect(await profiles()).toMatchObject([mayor]);
  await organizations.put({ ...body, name: 'Regione Autonoma' }, administrator);
  expect(await profiles()).toMatchObject([{ ...mayor, onBehalfOf: 'Regione Autonoma' }]);
});
