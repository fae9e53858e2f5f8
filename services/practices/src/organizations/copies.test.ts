import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { organizationNamed, rightsChanged } from '@sportello/contracts/identity';
import { piedmont } from '@sportello/testing/people';
import { World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world?.stop());

const rights = (officerId: string, version: number, procedureIds: string[]): Payload<typeof rightsChanged> => ({
  officerId,
  organizationId: piedmont,
  officeId: null,
  officeName: null,
  role: 'officer',
  procedureIds,
  name: 'BIANCHI',
  version,
});

test('the rights in force are those of the highest version, twice and in whatever order they come', async () => {
  const officerId = randomUUID();
  const [old, young] = [[randomUUID()], [randomUUID(), randomUUID()]];
  await world.say(rightsChanged, rights(officerId, 1, old), 2);
  await world.say(rightsChanged, rights(officerId, 3, []), 2);
  await world.say(rightsChanged, rights(officerId, 2, young), 2);
  const kept = () => world.service.db.query('select procedure_ids, version from officer_copies where officer_id = $1', [officerId]);
  expect(await kept()).toEqual([{ procedure_ids: [], version: 3 }]);
  await world.say(rightsChanged, rights(officerId, 4, young));
  expect(await kept()).toEqual([{ procedure_ids: young, version: 4 }]);
});

test('the name of a body is that of the highest version, twice and in whatever order they come', async () => {
  const organizationId = randomUUID();
  await world.say(organizationNamed, { organizationId, name: 'New name', version: 2 }, 2);
  await world.say(organizationNamed, { organizationId, name: 'Old name', version: 1 }, 2);
  const kept = await world.service.db.query('select name, version from organization_copies where organization_id = $1', [organizationId]);
  expect(kept).toEqual([{ name: 'New name', version: 2 }]);
});
