import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { officerInCharge, rightsChanged } from '@sportello/contracts/identity/officers';
import { officeInUse, officeNotFound } from '@sportello/contracts/identity/organizations';
import { personNotFound } from '@sportello/contracts/identity/people';
import { changedMeanwhile, forbidden } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { administrator, bianchi, dimostrativo, ferrari, giulia, manager, onServices, piedmont, stranger } from '@sportello/testing/people';
import {
  charges,
  employ,
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
import { InvitationsService } from './invitations.service.js';
import { OfficerListService } from './officer-list.service.js';
import { OfficersService } from './officers.service.js';
import { presentRights } from './publish-rights.js';

let identity: IdentityUnderTest;
let officers: OfficersService;
let people: OfficerListService;
let offices: OfficesService;
const office = '01890000-0000-7000-8000-00000000c001';
const foreignManager: Actor = { ...manager, personId: '01890000-0000-7000-8000-00000000a016', organizationId: dimostrativo };

beforeAll(async () => {
  identity = await startIdentity();
  officers = identity.get(OfficersService);
  people = identity.get(OfficerListService);
  offices = identity.get(OfficesService);
  await hold(identity, foreignManager);
  await employ(identity, manager, registration(manager, 'Paolo', 'Conti', 'CNTPLA80E41L219R'));
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'), onServices(...procedures));
  await employ(identity, ferrari, registration(ferrari, 'Ada', 'Ferrari', 'FRRDAA80E41L219I'));
  await employ(identity, stranger, registration(stranger, 'Sara', 'Galli', 'GLLSRA80E41L219W'));
  await register(identity, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
});
afterAll(() => identity.stop());

const shown = (actor: Actor) => people.get({ id: idOf(actor) }, manager);
const named = (items: { familyName: string }[]) => items.map(({ familyName }) => familyName);
const asked = (actor: Actor, changes: Partial<Parameters<OfficersService['put']>[0]> = {}) => ({
  id: idOf(actor),
  organizationId: piedmont,
  officeId: null,
  role: 'officer' as const,
  subjects: [],
  version: 0,
  ...changes,
});
const told = async (actor: Actor) => (await identity.published(rightsChanged)).filter(({ officerId }) => officerId === idOf(actor));

test('ADM-06: a manager finds officers by office, by role and by state, and each has a page with her address and username', async () => {
  await offices.putOffice({ id: office, organizationId: piedmont, name: 'Settore Contributi', version: 0 }, manager);
  const { version } = await shown(bianchi);
  await officers.put(asked(bianchi, { officeId: office, subjects: onServices(...procedures), version }), manager);
  expect(named((await people.list({ limit: 25, officeId: office }, manager)).items)).toEqual(['Bianchi']);
  expect(named((await people.list({ limit: 25, role: 'manager' }, manager)).items)).toEqual(['Conti']);
  expect(named((await people.list({ limit: 25, state: 'suspended' }, manager)).items)).toEqual([]);
  await officers.suspend({ id: idOf(ferrari) }, manager);
  expect(named((await people.list({ limit: 25, state: 'suspended' }, manager)).items)).toEqual(['Ferrari']);
  await officers.reinstate({ id: idOf(ferrari) }, manager);
  expect(await shown(bianchi)).toMatchObject({ mail: 'laura@example.it', username: 'laura.bianchi', officeId: office, version: 2 });
  for (const actor of [foreignManager, { ...manager, organizationId: null }])
    await expect(people.get({ id: idOf(bianchi) }, actor)).rejects.toMatchObject({ problem: personNotFound });
  await expect(people.get({ id: idOf(giulia) }, manager)).rejects.toMatchObject({ problem: personNotFound });
});

test('ADM-04: an office is told with how many work there, and deleted when nothing hangs on it', async () => {
  const { items } = await offices.list({ limit: 25 }, manager);
  expect(items).toEqual([{ id: office, organizationId: piedmont, name: 'Settore Contributi', version: 1, officers: 1 }]);
  expect((await offices.list({ limit: 25 }, foreignManager)).items).toEqual([]);
  await expect(offices.deleteOffice({ id: office, version: 1 }, manager)).rejects.toMatchObject({
    problem: officeInUse,
    detail: { it: 'Operatori: 1', en: 'Officers: 1' },
  });
  const { version } = await shown(bianchi);
  await officers.put(asked(bianchi, { subjects: onServices(...procedures), version }), manager);
  charges.set(office, ['SALUTE.0000001', 'SALUTE.0000002']);
  await expect(offices.deleteOffice({ id: office, version: 1 }, manager)).rejects.toMatchObject({
    problem: officeInUse,
    detail: { it: 'Pratiche in carico: 2 (SALUTE.0000001, SALUTE.0000002)' },
  });
  charges.delete(office);
  await expect(offices.deleteOffice({ id: office, version: 1 }, foreignManager)).rejects.toMatchObject({ problem: officeNotFound });
  await offices.putOffice({ id: office, organizationId: piedmont, name: 'Settore Entrate', version: 1 }, manager);
  await expect(offices.deleteOffice({ id: office, version: 1 }, manager)).rejects.toMatchObject({ problem: changedMeanwhile });
  expect(await offices.deleteOffice({ id: office, version: 2 }, manager)).toEqual({ id: office });
  expect((await offices.list({ limit: 25 }, manager)).items).toEqual([]);
  await expect(offices.deleteOffice({ id: office, version: 2 }, manager)).rejects.toMatchObject({ problem: officeNotFound });
});

test('ADM-07: an officer who is in charge of practices is not deleted, and they are named', async () => {
  const { version } = await shown(bianchi);
  charges.set(
    idOf(bianchi),
    Array.from({ length: 12 }, (_, at) => `SALUTE.${at}`),
  );
  await expect(officers.delete({ id: idOf(bianchi), version }, manager)).rejects.toMatchObject({
    problem: officerInCharge,
    detail: { it: expect.stringMatching(/^Pratiche in carico: 12 \(SALUTE\.0, .*, SALUTE\.9…\)$/) },
    extra: { numbers: expect.arrayContaining(['SALUTE.3']) },
  });
  expect(await shown(bianchi)).toMatchObject({ state: 'active', version });
  charges.delete(idOf(bianchi));
});

test('ADM-07: a deleted officer may nothing, is in no list, and others are told once; who presses twice is answered the same', async () => {
  const { version } = await shown(bianchi);
  await expect(officers.delete({ id: idOf(bianchi), version: version - 1 }, manager)).rejects.toMatchObject({ problem: changedMeanwhile });
  await expect(officers.delete({ id: idOf(bianchi), version }, foreignManager)).rejects.toMatchObject({ problem: personNotFound });
  const before = (await told(bianchi)).length;
  for (let press = 0; press < 2; press += 1)
    expect(await officers.delete({ id: idOf(bianchi), version }, manager)).toEqual({ id: idOf(bianchi) });
  expect((await told(bianchi)).slice(before)).toMatchObject([{ isActive: false, subjects: [], officeId: null, version: version + 1 }]);
  expect(named((await people.list({ limit: 25 }, manager)).items)).not.toContain('Bianchi');
  await expect(shown(bianchi)).rejects.toMatchObject({ problem: personNotFound });
  expect(await identity.get(AccountsService).get({}, bianchi)).toMatchObject({ officer: null, invitation: null });
  await expect(officers.reinstate({ id: idOf(bianchi) }, manager)).rejects.toMatchObject({ problem: personNotFound });
});

test('ADM-07: nobody deletes herself, an administrator, or the last manager', async () => {
  const { version } = await shown(manager);
  for (const [who, by] of [
    [manager, manager],
    [manager, administrator],
    [administrator, manager],
  ] as const)
    await expect(officers.delete({ id: idOf(who), version }, by)).rejects.toMatchObject({ problem: forbidden });
});

test('ADM-01: whoever was deleted can be invited again, by another body too, and what others know of her stays in order', async () => {
  const invitations = identity.get(InvitationsService);
  const versions = async () => (await told(bianchi)).map(({ version }) => Number(version));
  expect(await officers.put(asked(bianchi, { organizationId: dimostrativo }), foreignManager)).toMatchObject({ state: 'invited' });
  await invitations.decline({}, bianchi);
  await expect(people.get({ id: idOf(bianchi) }, foreignManager)).rejects.toMatchObject({ problem: personNotFound });
  const { version } = await officers.put(asked(bianchi, { subjects: onServices(...procedures) }), manager);
  expect(await invitations.accept({ version }, bianchi)).toMatchObject({ officer: { role: 'officer' } });
  expect(await versions()).toEqual((await versions()).toSorted((a, b) => a - b));
  expect((await told(bianchi)).at(-1)).toMatchObject({
    isActive: true,
    organizationId: piedmont,
    subjects: onServices(...[...procedures].sort()),
  });
  // Some have rights in these tests without being anybody.
  await identity.db.query('delete from officers where id not in (select id from people)');
  const [present] = (await presentRights.read(identity.db.manager, null, 100)).filter(
    (rights) => (rights as { officerId: string }).officerId === idOf(bianchi),
  );
  expect(present).toEqual((await told(bianchi)).at(-1));
});

test('ADM-07: of two managers, one who deletes and one who changes at once, one is too late', async () => {
  await employ(identity, giulia, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
  const { version } = await shown(giulia);
  const outcomes = await Promise.allSettled([
    officers.delete({ id: idOf(giulia), version }, manager),
    officers.put(asked(giulia, { subjects: onServices(...procedures), version }), manager),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
