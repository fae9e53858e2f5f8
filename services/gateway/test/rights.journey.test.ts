import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Rpc, serviceOf } from '@sportello/contracts/contract';
import { permissions, type Role, roles } from '@sportello/contracts/permissions';
import { contracts } from '@sportello/contracts/registry';
import type { Subject } from '@sportello/contracts/web';
import { type Actor, visitor as anybody } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import type { ProblemDocument } from '@sportello/messaging/problem';
import { eventually } from '@sportello/testing/servers';
import { Refusal, Visitor } from '@sportello/testing/visitor';
import { organizations, people, procedures, profiles } from '../../../deploy/world/ids.ts';
import { samplesOf, samplesOfPractice } from './samples.js';
import { ask, openTestWorld, stored, type TestWorld, wholeForm } from './test-world.js';

type Sample = Record<string, unknown>;

let world: TestWorld;
let visitors: Record<Exclude<Role, 'service'>, Visitor>;
let federica: Visitor;
/** Officer of Comune Dimostrativo: a practice of Regione Piemonte is none of her business. */
let clerk: Visitor;
const sentId = randomUUID();
const draftId = randomUUID();

beforeAll(async () => {
  world = await openTestWorld();
  const { enter } = world;
  const [giulia, bianchi, manager, administrator] = [
    await enter('giulia'),
    await enter('bianchi', 'officer'),
    await enter('galli', 'officer'),
    await enter('moretti', 'officer'),
  ];
  federica = await enter('federica.neri');
  clerk = await enter('greco', 'officer');
  visitors = { visitor: new Visitor(world.baseUrl), citizen: giulia, officer: bianchi, manager, administrator };
  for (const id of [sentId, draftId])
    await federica.ask('rpc.practices.open.v1', { id, procedureId: procedures.utentiServizi06, content: wholeForm });
  await federica.move('rpc.practices.complete.v1', { id: sentId });
  await federica.move('rpc.practices.submit.v1', { id: sentId });
});

afterAll(() => world?.close());

const overHttp = contracts.filter(({ http }) => http);
const table = roles
  .filter((role) => role !== 'service')
  .flatMap((role) => overHttp.map((contract) => [role, contract.subject, contract] as const));

/** How a request ended: its status, and the problem if it is one. */
async function outcome(visitor: Visitor, subject: string, input: Sample): Promise<{ status: number; type?: string; told?: object }> {
  const answer = await visitor.ask(subject as Subject, input as never).catch((error: unknown) => error);
  if (!(answer instanceof Refusal)) {
    if (answer instanceof Error) throw answer;
    return { status: 200 };
  }
  const { type, title, detail } = answer.problem;
  return { status: answer.status, type, told: { type, title, detail } };
}

test.each(table)('%s asks %s over HTTP: the permission alone decides whether she may', async (role, subject, { permission }) => {
  const nobodys = randomUUID();
  const { status, type } = await outcome(visitors[role], subject, samplesOf(nobodys)[subject as Subject] as Sample);
  const allowed: readonly Role[] = permissions[permission];
  if (allowed.includes(role)) {
    expect({ status, type }).not.toMatchObject({ type: '/problems/forbidden' });
    expect(status).not.toBe(401);
    expect(status).toBeLessThan(500);
  } else if (role === 'visitor') expect({ status, type }).toEqual({ status: 401, type: '/problems/not-signed-in' });
  else expect({ status, type }).toEqual({ status: 403, type: '/problems/forbidden' });
});

test.each(contracts.filter((contract) => serviceOf(contract) !== 'gateway').map((contract) => [contract.subject, contract] as const))(
  'on the bus %s answers the roles of its permission and no others',
  async (_subject, contract) => {
    const { stack } = world;
    const { host } = new URL(stack.backing.nats.url);
    const connection = await connectBus({ url: `nats://${host}`, user: 'tools', password: stack.secrets.natsPasswords.tools });
    const bus = new Bus(connection);
    for (const role of roles) {
      const allowed: readonly Role[] = permissions[contract.permission];
      // No input fits: who may ask is told so, who may not is told nothing of what fits.
      const { body, problem } = await bus.ask(contract, '[]', actorOf(role));
      const { type } = JSON.parse(Buffer.from(body).toString()) as ProblemDocument;
      expect({ role, type, problem }).toEqual(
        allowed.includes(role) ? { role, type: 'invalid-input', problem: 422 } : { role, type: 'forbidden', problem: 403 },
      );
    }
    await connection.close();
  },
);

function actorOf(role: Role): Actor {
  const base = { ...anybody('it'), roles: [role] };
  if (role === 'visitor' || role === 'service') return base;
  const signedIn = { ...base, method: 'local' as const, level: 2, authenticationId: randomUUID() };
  if (role === 'citizen') return { ...signedIn, personId: people.giulia, profileId: profiles.giulia, profileKind: 'citizen' };
  return { ...signedIn, personId: people.bianchi, organizationId: organizations.piedmont };
}

const isAboutPractice = ({ http }: Rpc) => http?.split(' ')[1]?.startsWith('/practices/{id}') ?? false;

test('every contract about a practice is in the table of strangers', () => {
  expect(Object.keys(samplesOfPractice('')).sort()).toEqual(
    overHttp
      .filter(isAboutPractice)
      .map(({ subject }) => subject)
      .sort(),
  );
  expect(Object.keys(samplesOf('')).sort()).toEqual(overHttp.map(({ subject }) => subject).sort());
});

const strangers = ['another citizen', 'an officer of another body'] as const;
const strangersTable = strangers.flatMap((stranger) =>
  Object.keys(samplesOfPractice(''))
    .map((subject) => contracts.find((contract) => contract.subject === subject) as Rpc)
    .filter(({ permission }) => {
      const allowed: readonly Role[] = permissions[permission];
      return allowed.includes(stranger === 'another citizen' ? 'citizen' : 'officer');
    })
    .map(({ subject }) => [stranger, subject] as const),
);

test.each(strangersTable)('D7: to %s who asks %s a practice that is not hers is not there', async (stranger, subject) => {
  const visitor = stranger === 'another citizen' ? visitors.citizen : clerk;
  const before = await stored(world.stack);
  for (const id of [sentId, draftId]) {
    const samples: Record<string, Sample> = samplesOfPractice(id);
    const answer = await outcome(visitor, subject, samples[subject] ?? {});
    const nobodys: Record<string, Sample> = samplesOfPractice(randomUUID());
    expect(answer.status).toBe(404);
    // The first save of an id that nobody has makes a practice: there the answer cannot be the same.
    if (subject === 'rpc.practices.open.v1') expect(answer.type).toBe('/problems/practice-not-found');
    else expect(answer).toEqual(await outcome(visitor, subject, nobodys[subject] ?? {}));
  }
  await expect(stored(world.stack)).resolves.toEqual(before);
});

test('D7: whoever sends many sends none that are not hers', async () => {
  const before = await stored(world.stack);
  const ids = [sentId, draftId, randomUUID()];
  const { items } = await visitors.citizen.ask('rpc.practices.submit-many.v1', { items: ids.map((id) => ({ id, version: 2 })) });
  expect(items.map(({ mark, problem }) => ({ mark, status: problem?.status }))).toEqual(ids.map(() => ({ mark: null, status: 404 })));
  expect(new Set(items.map(({ problem }) => JSON.stringify(problem))).size).toBe(1);
  await expect(stored(world.stack)).resolves.toEqual(before);
});

test('D7: an officer without the procedure, in the same body, does not see its practices', async () => {
  // Rights are taken where they are kept: the identity service tells, and the copy follows.
  const { administrator } = visitors;
  const rights = { id: people.ferrari, organizationId: organizations.piedmont, officeId: null, role: 'officer' as const };
  await administrator.ask('rpc.identity.put-officer.v1', {
    ...rights,
    version: 1,
    subjects: [{ kind: 'procedure', id: procedures.travelForCare }],
  });
  const ferrari = await world.enter('ferrari', 'officer');
  await eventually(() => expect(outcome(ferrari, 'rpc.practices.get.v1', { id: sentId })).resolves.toMatchObject({ status: 404 }));
  await expect(ferrari.ask('rpc.practices.list-queue.v1', {})).resolves.toMatchObject({ items: [] });
  await expect(outcome(ferrari, 'rpc.practices.take.v1', { id: sentId, version: 3 })).resolves.toMatchObject({ status: 404 });
});

test('no organization is told of by the lists of another', async () => {
  await expect(clerk.ask('rpc.practices.list-queue.v1', {})).resolves.toEqual({ items: [], next: null });
  const { items } = await clerk.ask('rpc.identity.list-officers.v1', {});
  expect(new Set(items.map(({ organizationId }) => organizationId))).toEqual(new Set([organizations.dimostrativo]));
  const { procedures: hers } = await clerk.ask('rpc.practices.get-queue-filters.v1', {});
  const { items: offered } = await clerk.ask('rpc.practices.list-services.v1', { limit: 100 });
  expect(new Set(offered.map(({ organizationId }) => organizationId))).toEqual(new Set([organizations.dimostrativo]));
  expect(hers.map(({ id }) => id)).toContain(procedures.certificates);
  expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining(hers.map(({ id }) => id)));
  await expect(visitors.citizen.ask('rpc.practices.list-own.v1', {})).resolves.toEqual({ items: [], next: null });
});

test('after all of it the practice is as it was sent', async () => {
  const rows = await ask(world.stack, 'practices', 'select id, status from practices order by status');
  expect(rows).toEqual([
    { id: draftId, status: 'draft' },
    { id: sentId, status: 'submitted' },
  ]);
});
