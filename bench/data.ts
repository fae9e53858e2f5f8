import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { putOfficer } from '@sportello/contracts/identity/officers';
import { localFolder } from '../deploy/paths.ts';
import { type Stack, startStack } from '../deploy/stack.ts';
import { offices, organizations, procedures } from '../deploy/world/ids.ts';
import { loadWorld } from '../deploy/world/load.ts';
import { onBus, registerPerson } from './citizen.ts';
import { seedPractices } from './seed.ts';

/** How many practices the installations have that are compared. */
export const sizes = { small: 10_000, large: 1_000_000 };

/** Who works one service alone; the manager is the one of the demonstration world. */
export const officer = 'bench.officer';
export const manager = 'laura.galli';

/**
 * Starts an installation with so many practices. They are made once and kept beside the local data, for the next measurement too; `npm run
 * reset` throws them away.
 */
export async function startWithPractices(count: number, say: (what: string) => void): Promise<Stack> {
  const dataDir = join(localFolder, 'bench', String(count));
  const stack = await startStack({ dataDir });
  const filled = join(dataDir, 'filled');
  if (existsSync(filled)) return stack;
  try {
    await loadWorld(stack);
    await onBus(stack, async (bus, actor) => {
      const id = randomUUID();
      await registerPerson(bus, { id, username: officer, birthDate: '1949-06-15', profiles: [] });
      const subjects = [{ kind: 'procedure' as const, id: procedures.utentiServizi06 }];
      await bus.call(
        putOfficer,
        { id, organizationId: organizations.piedmont, officeId: offices.education, role: 'officer', subjects, version: 0 },
        actor,
      );
    });
    await seedPractices(stack.environmentOf('practices')['DATABASE_URL'] ?? '', count, say);
    writeFileSync(filled, new Date().toISOString());
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
