import { randomUUID } from 'node:crypto';
import { romeDate } from '@sportello/italy/rome-time';
import { z } from 'zod';
import type { SchoolFile } from '../world/school.ts';

/** How often it looks whether another day has begun. Milliseconds. */
const LOOK_MS = 3_600_000;

const Trial = z.object({ plan: z.string(), made: z.number(), changed: z.number(), refused: z.number() });

/**
 * The management system of a body, as docs/school-import.md has it: every file is tried first, and applied where it changes something.
 *
 * @param token of an administrator of the body
 * @returns how many rows were new or changed
 * @throws Error for a row that is refused, with the report
 */
export async function bringSchoolFiles(baseUrl: string, token: string, files: readonly SchoolFile[]): Promise<number> {
  const send = async (method: string, path: string, body: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${baseUrl}/api/v1/school/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  let brought = 0;
  for (const file of files) {
    const answer = await send('POST', 'import-trials', file);
    const { plan, made, changed, refused } = Trial.parse(answer);
    if (refused > 0) throw new Error(`Rows of ${file.kind} are refused: ${JSON.stringify(answer)}`);
    if (made + changed > 0) await send('PUT', `imports/${randomUUID()}`, { ...file, plan });
    brought += made + changed;
  }
  return brought;
}

/** Brings the files of each day that begins. What fails is told, and tried again an hour later. */
export function bringDaily(bring: (now: Date) => Promise<number>, tell: (what: string) => void): void {
  let day = romeDate(new Date());
  const look = async () => {
    const now = new Date();
    const today = romeDate(now);
    if (today === day) return;
    try {
      tell(`the school’s management system has brought ${await bring(now)} rows`);
      day = today;
    } catch (error) {
      tell(`the school’s management system: ${error}`);
    }
  };
  setInterval(() => void look(), LOOK_MS).unref();
}
