import { AskedAcquisition, AskedRegistration } from '@sportello/contracts/practices/systems';
import { romeDate } from '@sportello/italy/rome-time';
import type { z } from 'zod';
import { type SystemServer, startSystemServer } from './system-server.ts';

interface Registered {
  key: string;
  number: string;
  year: number;
  registeredAt: string;
}

/** Url and secret are for BODY_SYSTEMS and BODY_SYSTEM_SECRETS. */
export interface BodySystem extends SystemServer {
  /** What stands in its register, in order: one row for each key. */
  registered(): readonly (Registered & { asked: z.infer<typeof AskedRegistration> })[];
  acquired(): readonly { key: string; asked: z.infer<typeof AskedAcquisition> }[];
}

/**
 * A body's own system as `docs/api/body-systems.json` describes it: a protocol that registers, and an office of destination that acquires. It keeps
 * everything in memory.
 */
export async function startBodySystem({ bodySystem: port } = { bodySystem: 0 }): Promise<BodySystem> {
  const registered = new Map<string, Registered & { asked: z.infer<typeof AskedRegistration> }>();
  const acquired = new Map<string, { key: string; acquiredAt: string; asked: z.infer<typeof AskedAcquisition> }>();

  const register = (key: string, body: unknown) => {
    const known = registered.get(key);
    const now = new Date();
    const row = known ?? {
      key,
      number: String(registered.size + 1).padStart(7, '0'),
      year: Number(romeDate(now).slice(0, 4)),
      registeredAt: now.toISOString(),
      asked: AskedRegistration.parse(body),
    };
    registered.set(key, row);
    const { asked: _, ...done } = row;
    return done;
  };
  const acquire = (key: string, body: unknown) => {
    const row = acquired.get(key) ?? { key, acquiredAt: new Date().toISOString(), asked: AskedAcquisition.parse(body) };
    acquired.set(key, row);
    const { asked: _, ...done } = row;
    return done;
  };

  const server = await startSystemServer({
    port,
    secret: 'the secret of the simulated body system',
    refusal: 'Classificazione mancante',
    kinds: { registrations: register, acquisitions: acquire },
    shown: { registrations: () => [...registered.values()] },
  });
  return { ...server, registered: () => [...registered.values()], acquired: () => [...acquired.values()] };
}
