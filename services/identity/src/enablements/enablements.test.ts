import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accountEnabled } from '@sportello/contracts/identity/enablements';
import { announced } from '@sportello/contracts/notifications/announcements';
import { enablingGranted } from '@sportello/contracts/practices/enabling';
import { connectBus } from '@sportello/messaging/bus';
import { envelopeOf, outboxRow } from '@sportello/messaging/events';
import { ensureStream } from '@sportello/messaging/relay';
import { federica, giulia, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type IdentityUnderTest, idOf, register, registration, startIdentity } from '../../test/start-identity.js';
import { AccessListService } from '../access-log/access-list.service.js';
import { EnablementsService } from './enablements.service.js';

let identity: IdentityUnderTest;
let enablements: EnablementsService;
const mayor = federica.personId ?? '';
beforeAll(async () => {
  identity = await startIdentity();
  enablements = identity.get(EnablementsService);
  await register(identity, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
});
afterAll(() => identity.stop());

const granted = (familyName: string, fiscalCode: string) => ({
  itemId: randomUUID(),
  practiceId: randomUUID(),
  organizationId: piedmont,
  applicantId: mayor,
  givenName: 'GIUSEPPE',
  familyName,
  fiscalCode,
  birthDate: '1813-10-10',
  mail: 'g.verdi@ascalea.example',
  onBehalfOf: 'Ascalea',
  username: 'g.verdi',
  at: new Date(),
});
const peopleWith = (code: string) => identity.db.query('select * from people where fiscal_code = $1', [code]);

test('INT-12: whoever is enabled has an account, once, on the ground of the request, which stands in its trace', async () => {
  const { url, passwords } = identity.nats;
  const practices = await connectBus({ url, user: 'practices', password: passwords.practices });
  await ensureStream(practices, 1);
  const access = granted('VERDI', 'VRDGPP13R10B293P');
  const say = () => {
    const envelope = envelopeOf({ ...outboxRow(enablingGranted, access, new Date()), position: '0', publishedAt: null }, 'practices');
    return eventually(() => practices.request(enablingGranted.subject, JSON.stringify(envelope), { timeout: 5_000 }));
  };
  // The second is another event of the same item.
  for (let time = 0; time < 2; time += 1) await say();
  await eventually(async () =>
    expect(await identity.db.query("select 1 from inbox where consumer like '%enabling-granted%'")).toHaveLength(2),
  );
  await practices.close();
  const [person, ...others] = await peopleWith('VRDGPP13R10B293P');
  expect(others).toEqual([]);
  expect(person).toMatchObject({ given_name: 'GIUSEPPE', mail: 'g.verdi@ascalea.example' });
  expect(await identity.db.query('select 1 from credentials where person_id = $1', [person.id])).toEqual([]);
  expect(await identity.db.query('select * from enablements where person_id = $1', [person.id])).toMatchObject([
    { id: access.itemId, practice_id: access.practiceId, asked_by: mayor, on_behalf_of: 'Ascalea', username: 'g.verdi' },
  ]);
  const { items } = await identity.get(AccessListService).list({ limit: 25 }, { ...giulia, personId: person.id });
  expect(items).toMatchObject([{ action: 'account-enabled', about: { kind: 'practices', id: access.practiceId } }]);
  expect((await identity.published(accountEnabled)).filter(({ itemId }) => itemId === access.itemId)).toHaveLength(1);
  expect((await identity.published(announced)).filter((it) => (it['subject'] as { id?: string } | null)?.id === person.id)).toHaveLength(1);
});

test('whoever is known keeps her name and her address, and gets no password by a request', async () => {
  const access = { ...granted('ALTRA', 'BNCGLI80E41L219C'), mail: 'qualcuno@altrove.example' };
  await identity.db.transaction((tx) => enablements.enable(access, tx));
  const [person, ...others] = await peopleWith('BNCGLI80E41L219C');
  expect(others).toEqual([]);
  expect(person).toMatchObject({ id: idOf(giulia), family_name: 'Bianco', mail: 'giulia@example.it' });
  expect(await identity.db.query('select person_id from enablements where id = $1', [access.itemId])).toEqual([
    { person_id: idOf(giulia) },
  ]);
});
