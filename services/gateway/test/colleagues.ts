import { randomUUID } from 'node:crypto';
import type { Asked } from '@sportello/contracts/contract';
import { putOfficer, reinstateOfficer } from '@sportello/contracts/identity/officers';
import { putPerson } from '@sportello/contracts/identity/people';
import { service as installation } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { Visitor } from '@sportello/testing/visitor';
import { offices, organizations, procedures } from '../../../deploy/world/ids.ts';
import type { TestWorld } from './test-world.js';

/** Officers whom nobody needs but the test that has them. */
export interface Colleagues {
  ids: string[];
  /** The first of them, signed in. */
  readonly visitor: Visitor;
  /** Ends her suspension, if she is suspended, and signs her in. */
  enterAgain(): Promise<void>;
  leave(): Promise<void>;
}

const password = 'una password lunga';
const born = { birthDate: '1980-01-01', birthPlace: 'Torino', birthState: 'Italia', sex: 'F' } as const;
const registrations: Asked<typeof putPerson>[] = [
  { givenName: 'Anna', familyName: 'Prima', fiscalCode: 'PRMNNA80A41L219D' },
  { givenName: 'Anna', familyName: 'Seconda', fiscalCode: 'SCNNNA80A41L219Z' },
].map((name) => ({
  id: randomUUID(),
  identity: { ...name, ...born },
  mail: null,
  profiles: [],
  credentials: { username: `anna.${name.familyName.toLowerCase()}`, password },
}));

/** Makes officers on the installation's account. */
export async function employ({ stack: { backing, secrets, baseUrl } }: TestWorld): Promise<Colleagues> {
  const url = `nats://${new URL(backing.nats.url).host}`;
  const nats = await connectBus({ url, user: 'tools', password: secrets.natsPasswords.tools });
  const bus = new Bus(nats);
  const place = { organizationId: organizations.piedmont, officeId: offices.education, role: 'officer' as const };
  for (const person of registrations) {
    await bus.call(putPerson, person, installation);
    await bus.call(
      putOfficer,
      { id: person.id, ...place, subjects: [{ kind: 'procedure', id: procedures.utentiServizi06 }], version: 0 },
      installation,
    );
  }
  const ids = registrations.map(({ id }) => id);
  const [first = ''] = ids;
  let visitor = new Visitor(baseUrl);
  let entering: Promise<void> | undefined;
  const enter = async () => {
    await bus.call(reinstateOfficer, { id: first }, installation);
    const next = new Visitor(baseUrl);
    await next.signIn('anna.prima', password, 'officer');
    visitor = next;
  };
  const enterAgain = () => {
    entering ??= enter().finally(() => {
      entering = undefined;
    });
    return entering;
  };
  await enterAgain();
  return {
    ids,
    get visitor() {
      return visitor;
    },
    enterAgain,
    leave: () => nats.close(),
  };
}
