import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Service, services } from '../deploy/services.ts';
import { type Stack, startStack } from '../deploy/stack.ts';

/** What one service may take in memory when it is idle, all nine together, and how long the second start of the local stack may take. */
export const limits = { serviceMB: 130, allNineMB: 1_288, secondStartSeconds: 8 };

/** After so long without work a process is idle, and has given back what only its start needed (`libs/service/src/process.ts`). Milliseconds. */
const IDLE_MS = 40_000;

export interface Processes {
  /** From nothing to the moment when every service answers, with all compiled and migrated, in seconds. */
  secondStartSeconds: number;
  services: { name: Service; startSeconds: number; residentMB: number }[];
}

/** Starts the stack for a second time, and then each service of it alone. @returns the stack too, as it then runs */
export async function measureProcesses(say: (what: string) => void): Promise<{ stack: Stack; processes: Processes }> {
  say('measuring how services start, and what they take when they are idle');
  const dataDir = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  await (await startStack({ dataDir })).stop();
  const began = performance.now();
  const stack = await startStack({ dataDir });
  const secondStartSeconds = secondsSince(began);
  const measured: Processes['services'] = [];
  for (const name of services) {
    const program = stack.service(name);
    await program.stop();
    const start = performance.now();
    await program.start();
    measured.push({ name, startSeconds: secondsSince(start), residentMB: 0 });
  }
  await pause(IDLE_MS);
  for (const one of measured) one.residentMB = residentMB(stack.service(one.name).pid);
  const stop = async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { stack: { ...stack, stop }, processes: { secondStartSeconds, services: measured } };
}

const secondsSince = (began: number) => Number(((performance.now() - began) / 1_000).toFixed(2));

/** Source: proc(5), status, in kB of 1,024 bytes. */
export function residentMB(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round((Number(kilobytes) * 1_024) / 1_000_000);
}
