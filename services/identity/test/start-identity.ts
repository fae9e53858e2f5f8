import { generateKeyPairSync } from 'node:crypto';
import type { Input } from '@sportello/contracts/contract';
import type { putOfficer } from '@sportello/contracts/identity/officers';
import type { putPerson } from '@sportello/contracts/identity/people';
import { listCharges } from '@sportello/contracts/practices/charges';
import { namePractices } from '@sportello/contracts/practices/names';
import { describeProcedures } from '@sportello/contracts/practices/procedures';
import { type Actor, service as installation } from '@sportello/messaging/actor';
import { connectBus } from '@sportello/messaging/bus';
import { administrator, dimostrativo, piedmont } from '@sportello/testing/people';
import { freePort } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { identityService } from '../src/app.module.js';
import { OfficerRow } from '../src/officers/officer.entity.js';
import { OfficersService } from '../src/officers/officers.service.js';
import { OrganizationsService } from '../src/organizations/organizations.service.js';
import { PeopleService } from '../src/people/people.service.js';

export const clientSecret = 'a client secret of the tests, long enough';
export const password = 'una password lunga';

export interface IdentityUnderTest extends ServiceUnderTest {
  /** The realm's address, where the provider really listens. */
  issuer: string;
}

/** The identity service with two bodies in it. */
export async function startIdentity(environment: Record<string, string> = {}): Promise<IdentityUnderTest> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}/realms/sportello`;
  const service = await startService(identityService, { ...settings(), OIDC_PORT: String(port), OIDC_ISSUER: issuer, ...environment });
  const organizations = service.get(OrganizationsService);
  await organizations.put({ id: piedmont, name: 'Regione Piemonte', kind: 'region', version: 0 }, installation);
  await organizations.put({ id: dimostrativo, name: 'Comune Dimostrativo', kind: 'municipality', version: 0 }, installation);
  await hold(service, administrator);
  const practices = await answerForPractices(service);
  const stop = async () => {
    await practices.close();
    await service.stop();
  };
  return { ...service, issuer, stop };
}

/** Procedures of the first body, as the practices service knows them. */
export const procedures = ['01890000-0000-7000-8000-00000000d002', '01890000-0000-7000-8000-00000000d001'];
/** One of the other body. */
export const foreignProcedure = '01890000-0000-7000-8000-00000000d009';

/** What the stand-in of the practices service says that somebody, or an office, is in charge of. */
export const charges = new Map<string, string[]>();

/** Practices of the first body, as the stand-in names them. */
export const practiceNumbers = new Map<string, string>();

/** A stand-in that speaks the contracts of the practices service. */
async function answerForPractices({ nats }: ServiceUnderTest) {
  const connection = await connectBus({ url: nats.url, user: 'practices', password: nats.passwords.practices });
  connection.subscribe(describeProcedures.subject, {
    callback: (_error, message) => {
      const { ids } = message.json<{ ids: string[] }>();
      const known = ids.filter((id) => id === foreignProcedure || procedures.includes(id));
      const items = known.map((id) => ({ id, organizationId: id === foreignProcedure ? dimostrativo : piedmont }));
      message.respond(JSON.stringify({ items }));
    },
  });
  connection.subscribe(listCharges.subject, {
    callback: (_error, message) => {
      const numbers = charges.get(message.json<{ id: string }>().id) ?? [];
      message.respond(JSON.stringify({ count: numbers.length, numbers: numbers.slice(0, 10) }));
    },
  });
  connection.subscribe(namePractices.subject, {
    callback: (_error, message) => {
      const { ids, number } = message.json<{ ids: string[]; number?: string }>();
      const named = [...practiceNumbers].filter(([id, known]) => ids.includes(id) || known === number);
      message.respond(JSON.stringify({ items: named.map(([id, known]) => ({ id, number: known })) }));
    },
  });
  await connection.flush();
  return connection;
}

/** Gives an actor of the tests the rights that she says she has, where no test is about how she came to them. */
export const hold = ({ db }: ServiceUnderTest, actor: Actor): Promise<unknown> =>
  db.manager.save(OfficerRow, {
    id: idOf(actor),
    organizationId: actor.organizationId ?? piedmont,
    officeId: null,
    role: actor.roles[0] as 'officer',
    state: 'active',
    subjects: [],
    isTold: true,
    version: 1,
  });

/** What a service of the tests is told, save for where it listens. */
export const settings = () => ({
  OIDC_ISSUER: 'http://localhost:3000/realms/sportello',
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_JWKS: JSON.stringify({ keys: [privateJwk('key of the tests')] }),
  COOKIE_KEYS: 'a first key that signs the cookies,a second one that is still accepted',
});

/** An installation that real people use: it has TLS before it, and no laboratory. */
export const production = { NODE_ENV: 'production', LABORATORY: 'false', PUBLIC_URL: 'https://servizi.example.it' };

export const privateJwk = (kid: string) => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  alg: 'RS256',
});

type Registration = Input<typeof putPerson>;

/** A person as the registry would send her. */
export const registration = (actor: Actor, givenName: string, familyName: string, fiscalCode: string): Registration => ({
  id: idOf(actor),
  identity: {
    givenName,
    familyName,
    fiscalCode,
    birthDate: '1980-05-01',
    birthPlace: 'Torino',
    birthState: 'Italia',
    sex: 'F',
  },
  mail: `${givenName.toLowerCase()}@example.it`,
  profiles: actor.profileId ? [{ id: actor.profileId, kind: 'citizen', onBehalfOf: null, organizationId: null }] : [],
  credentials: { username: `${givenName}.${familyName}`.toLowerCase(), password },
});

export const register = (service: ServiceUnderTest, person: Registration) => service.get(PeopleService).put(person, installation);

export async function employ(
  service: ServiceUnderTest,
  actor: Actor,
  person: Registration,
  subjects: Input<typeof putOfficer>['subjects'] = [],
): Promise<void> {
  await register(service, person);
  const organizationId = actor.organizationId ?? piedmont;
  const role = actor.roles[0] === 'citizen' ? 'officer' : (actor.roles[0] as 'officer');
  await service.get(OfficersService).put({ id: person.id, organizationId, officeId: null, role, subjects, version: 0 }, installation);
}

export function idOf({ personId }: Actor): string {
  if (!personId) throw new Error('this actor is nobody');
  return personId;
}
