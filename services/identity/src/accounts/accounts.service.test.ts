import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changeContacts, profileNotFound, profileSwitched } from '@sportello/contracts/identity/accounts';
import { personNotFound } from '@sportello/contracts/identity/people';
import { privacyAccepted } from '@sportello/contracts/identity/policies';
import { changedMeanwhile, invalidInput } from '@sportello/contracts/problems';
import { service as aService, visitor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { drift } from '@sportello/service/migration';
import { bianchi, giulia, marco, maria } from '@sportello/testing/people';
import { typed } from '../../../../libs/italy/test/typed.js';
import { employ, type IdentityUnderTest, idOf, register, registration, startIdentity } from '../../test/start-identity.js';
import { PoliciesService } from '../policies/policies.service.js';
import { AccountsService } from './accounts.service.js';

let identity: IdentityUnderTest;
let accounts: AccountsService;
const schoolHead = '01890000-0000-7000-8000-00000000b001';
const mariasRegistration = registration(maria, 'Maria', 'Rossi', 'RSSMRA80E41L219Y');

beforeAll(async () => {
  identity = await startIdentity();
  accounts = identity.get(AccountsService);
  await register(identity, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
  await register(identity, {
    ...mariasRegistration,
    profiles: [
      { id: maria.profileId ?? '', kind: 'citizen', onBehalfOf: null, organizationId: null },
      { id: schoolHead, kind: 'school_head', onBehalfOf: 'Istituto comprensivo di Ascalea', organizationId: null },
    ],
  });
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'));
});
afterAll(() => identity.stop());

const nothing = {};
const accountOf = (actor: typeof giulia) => accounts.get(nothing, actor);

test('the migrations stand for every entity', async () => {
  expect(await drift(identity.db)).toEqual({ up: [], down: [] });
});

test('IDE-14, IDE-38: a person sees her own profile, with what she has not given left empty', async () => {
  const account = await accountOf(giulia);
  expect(account.identity).toMatchObject({ givenName: 'Giulia', familyName: 'Bianco', birthDate: '1980-05-01' });
  expect(account.contacts).toEqual({
    mail: 'giulia@example.it',
    officePhone: null,
    mobilePhone: null,
    residence: null,
    domicile: null,
    title: null,
    company: null,
    department: null,
    location: null,
    biography: null,
    language: 'it',
    timeZone: 'Europe/Rome',
  });
  expect(account).toMatchObject({ officer: null, pictureKey: null, version: 0, activeProfileId: giulia.profileId });
});

test('an officer sees for whom she works', async () => {
  expect((await accountOf(bianchi)).officer).toMatchObject({ role: 'officer', organizationName: 'Regione Piemonte', officeName: null });
});

test('nobody reads or changes an account without being registered', async () => {
  await expect(accountOf(marco)).rejects.toMatchObject({ problem: personNotFound });
  await expect(accounts.get(nothing, visitor('it'))).rejects.toMatchObject({ problem: personNotFound });
  await expect(accounts.changePicture({ key: 'x' }, marco)).rejects.toMatchObject({ problem: personNotFound });
});

test('IDE-15: the picture is replaced, and taken away', async () => {
  expect(await accounts.changePicture({ key: 'pictures/1' }, giulia)).toMatchObject({
    account: { pictureKey: 'pictures/1' },
    replacedKey: null,
  });
  expect(await accounts.changePicture({ key: 'pictures/2' }, giulia)).toMatchObject({
    account: { pictureKey: 'pictures/2' },
    replacedKey: 'pictures/1',
  });
  expect(await accounts.changePicture({ key: null }, giulia)).toMatchObject({ account: { pictureKey: null }, replacedKey: 'pictures/2' });
});

test('IDE-16, IDE-18, IDE-39: telephone numbers, residence and domicile are saved together', async () => {
  const { contacts, version } = await accountOf(giulia);
  const changed = {
    ...contacts,
    officePhone: '011 4321',
    mobilePhone: '+39 333 1234567',
    residence: { street: 'Via Roma 1', postalCode: '10100', comune: 'Torino' },
  };
  expect(await accounts.changeContacts({ contacts: changed, version }, giulia)).toMatchObject({ contacts: changed, version: version + 1 });
  expect((await accountOf(giulia)).contacts).toEqual(changed);
});

test('IDE-18: a change that overtook another is not overwritten', async () => {
  const { contacts, version } = await accountOf(giulia);
  await accounts.changeContacts({ contacts: { ...contacts, title: 'Dott.ssa' }, version }, giulia);
  await expect(accounts.changeContacts({ contacts, version }, giulia)).rejects.toMatchObject({ problem: changedMeanwhile });
  expect((await accountOf(giulia)).contacts.title).toBe('Dott.ssa');
});

test('IDE-17: language and time zone are the person’s; a time zone that does not exist is refused', async () => {
  const { contacts, version } = await accountOf(giulia);
  const asked = { ...contacts, language: 'en' as const, timeZone: 'America/Buenos_Aires' };
  const changed = await accounts.changeContacts({ contacts: asked, version }, giulia);
  expect(changed.contacts).toMatchObject({ language: 'en', timeZone: 'America/Buenos_Aires' });
  for (const timeZone of ['Europe/Atlantis', '+01:00', ''])
    await expect(accounts.changeContacts({ contacts: { ...contacts, timeZone }, version: changed.version }, giulia)).rejects.toMatchObject({
      problem: invalidInput,
    });
});

test('IDE-40: registering again renews the identity and leaves contacts alone', async () => {
  const before = await accountOf(giulia);
  const renewed = registration(giulia, 'Giulia Maria', 'Bianco', 'BNCGLI80E41L219C');
  await register(identity, { ...renewed, credentials: null });
  const after = await accountOf(giulia);
  expect(after.identity.givenName).toBe('Giulia Maria');
  expect(after.contacts).toEqual(before.contacts);
});

test('IDE-19: another profile is worn, remembered and told, once; another sign-in keeps the one that it wears', async () => {
  expect(await accountOf(maria)).toMatchObject({ activeProfileId: maria.profileId });
  expect(await accounts.switchProfile({ profileId: schoolHead }, maria)).toMatchObject({ activeProfileId: schoolHead });
  await accounts.switchProfile({ profileId: schoolHead }, maria);
  expect(await identity.published(profileSwitched)).toEqual([{ personId: idOf(maria), profileId: schoolHead }]);
  const { account } = await openSession(maria);
  expect(account.activeProfileId).toBe(schoolHead);
  expect(await accountOf(maria)).toMatchObject({ activeProfileId: maria.profileId });
});

test('IDE-19: nobody wears another person’s profile', async () => {
  await expect(accounts.switchProfile({ profileId: schoolHead }, giulia)).rejects.toMatchObject({ problem: profileNotFound });
});

test('IDE-20: the policy is accepted once, in the version in force, and asked again when it changes', async () => {
  const policies = identity.get(PoliciesService);
  expect((await accountOf(maria)).hasAcceptedPolicy).toBe(false);
  const { version } = await policies.get(nothing, maria);
  expect(await policies.accept({ version }, maria)).toMatchObject({ hasAcceptedPolicy: true });
  expect(await policies.accept({ version }, maria)).toMatchObject({ hasAcceptedPolicy: true });
  const told = await identity.published(privacyAccepted);
  expect(told).toEqual([{ personId: idOf(maria), policyVersion: version, acceptedAt: expect.any(String) }]);
  expect((await accountOf(giulia)).hasAcceptedPolicy).toBe(false);
  await expect(policies.accept({ version: '0.9' }, maria)).rejects.toMatchObject({ problem: { type: 'policy-outdated' } });

  const title = { it: 'Nuova', en: 'New' };
  await identity.db.query(`insert into policies values ('2.0', now(), $1, $1), ('3.0', now() + interval '1 day', $1, $1)`, [title]);
  expect((await accountOf(maria)).hasAcceptedPolicy).toBe(false);
  await expect(policies.accept({ version }, maria)).rejects.toMatchObject({ problem: { type: 'policy-outdated' } });
  expect(await policies.accept({ version: '2.0' }, maria)).toMatchObject({ hasAcceptedPolicy: true });
});

test('IDE-21: anybody reads the policy in both languages', async () => {
  const policy = await identity.get(PoliciesService).get(nothing, visitor('en'));
  expect(policy.title).toHaveProperty('it');
  expect(policy.title).toHaveProperty('en');
});

const openSession = (actor: typeof giulia, id = randomUUID()) =>
  accounts.open(
    { id, personId: idOf(actor), method: 'local', level: 2, authenticatedAt: new Date('2026-03-02T08:00:00Z'), address: '192.0.2.7' },
    aService,
  );

test('every sign-in leaves a record that cannot be changed', async () => {
  const id = randomUUID();
  const { account } = await openSession(bianchi, id);
  expect(account.personId).toBe(idOf(bianchi));
  // The same token again is the same sign-in: it is not noted a second time, and is nobody else's.
  await Promise.all([openSession(bianchi, id), openSession(bianchi, id)]);
  await expect(openSession(giulia, id)).rejects.toMatchObject({ problem: personNotFound });
  const rows = await identity.db.query('select * from authentications where id = $1', [id]);
  expect(rows).toMatchObject([{ method: 'local', level: 2, address: '192.0.2.7', organization_id: bianchi.organizationId }]);
  for (const statement of ['update authentications set level = 3', 'delete from acceptances', 'truncate access_log'])
    await expect(identity.db.query(statement)).rejects.toThrow('append-only');
  await expect(openSession(marco)).rejects.toMatchObject({ problem: personNotFound });
});

test('the access log is a chain: each row’s hash covers the row before, by a text that anybody can write', async () => {
  const rows: Record<string, string | number | Date | null>[] = await identity.db.query(
    `select format, position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id, capacity, organization_id, action,
       subject_id, request_id, id, about_kind, about_id, hash from access_log order by position`,
  );
  let before = '';
  for (const { hash, ...fields } of rows) {
    const text = Object.values(fields).map((field) => (field === null ? '-,' : `${Buffer.byteLength(String(field))}:${field},`));
    before = createHash('sha256')
      .update(before + text.join(''))
      .digest('hex');
    expect(hash).toBe(before);
  }
  expect(await identity.db.query('select * from check_access_log()')).toEqual([]);
  const actions = await identity.db.query('select distinct action from access_log order by 1');
  expect(actions.map(({ action }: { action: string }) => action)).toEqual([
    'contacts-changed',
    'person-registered',
    'picture-changed',
    'policy-accepted',
    'rights-changed',
  ]);
});

test('a row of the access log that was changed or taken away shows, also among those of the older format', async () => {
  const runner = identity.db.createQueryRunner();
  await runner.startTransaction();
  const broken = async () =>
    (await runner.query('select * from check_access_log()')).map((row: { broken_at: string }) => Number(row.broken_at));
  try {
    await runner.query('alter table access_log disable trigger user');
    // The first three rows as they were written before.
    await runner.query('update access_log set format = 1 where position <= 3');
    for (const position of [1, 2, 3])
      await runner.query(
        `update access_log entry set hash = encode(sha256(convert_to(
           coalesce((select hash from access_log where position = $1 - 1), '') || (to_jsonb(entry) - '{format,id,about_kind,about_id}'::text[] || '{"hash": ""}')::text, 'UTF8')), 'hex')
         where position = $1::bigint`,
        [position],
      );
    await runner.query(
      `update access_log entry set hash = access_hash((select hash from access_log where position = 3), entry) where position = 4`,
    );
    expect((await broken()).filter((position: number) => position <= 4)).toEqual([]);
    await runner.query(`update access_log set capacity = 'nobody' where position = 2`);
    expect(await broken()).toContain(2);
    await runner.query('delete from access_log where position = 3');
    expect(await broken()).toContain(4);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

test.each(['phone', 'mail', 'cap', 'line', 'prose'] as const)(
  'IDE-16: a %s asked of the API is kept as pages and forms keep it',
  async (kind) => {
    const nats = await connectBus({ url: identity.nats.url, user: 'tools', password: identity.nats.passwords.tools });
    try {
      const bus = new Bus(nats);
      const place = { phone: 'officePhone', mail: 'mail', line: 'company', prose: 'biography', cap: 'residence' } as const;
      for (const [text, kept] of typed[kind]) {
        const { contacts, version } = await accountOf(giulia);
        const value = kind === 'cap' ? { street: '', postalCode: text, comune: '' } : text;
        const answer = await bus
          .call(changeContacts, { contacts: { ...contacts, [place[kind]]: value }, version }, giulia)
          .then(({ contacts: now }) => (kind === 'cap' ? now.residence?.postalCode : now[place[kind]]) || null)
          .catch(({ received }) => (received?.type === 'invalid-input' ? null : received));
        expect([text, answer]).toEqual([text, kept]);
      }
    } finally {
      await nats.close();
    }
  },
);
