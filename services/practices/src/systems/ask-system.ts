import { Logger } from '@nestjs/common';
import type { FilingCause } from '@sportello/contracts/practices/protocol';
import { SystemProblem } from '@sportello/contracts/practices/systems';
import type { z } from 'zod';

/** A system outside the installation did not do what it was asked. */
export class NotTaken extends Error {
  constructor(
    readonly failure: z.infer<typeof FilingCause>,
    /** In the system's words. */
    readonly detail: string | null = null,
    /** When it wants to be asked again, in seconds. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${failure}${detail === null ? '' : `: ${detail}`}`);
  }

  /** Whether only what was handed over is at fault: then the next one may be taken. */
  get isFinal(): boolean {
    return this.failure === 'refused';
  }
}

const logger = new Logger('Systems');

/** What a try ended with, to be noted on its row. What nobody expected is in the log, and is tried again as if the system were away. */
export function asNotTaken(error: unknown, id: string): NotTaken {
  if (error instanceof NotTaken) return error;
  logger.error({ err: error, id, msg: 'a try ended unexpectedly' });
  return new NotTaken('unexpected');
}

const LONGEST_DETAIL = 500;
/** What an answer may have, in bytes. */
const LONGEST_ANSWER = 64 * 1024;

/** Refusals that say something of this request alone. */
const finalStatuses = [400, 409, 413, 422];

/** Where a system listens, what it knows us by, and how long it may take. */
export interface SystemAddress {
  url: string | undefined;
  secret: string | undefined;
  deadlineSeconds: number;
}

/**
 * Asks a system outside the installation. Every request bears a key, and may be said again under it until it is answered.
 * @param shape of the answer
 * @throws NotTaken
 */
export async function askSystem<T extends { key: string }>(
  { url, secret, deadlineSeconds }: SystemAddress,
  path: string,
  { key, asked }: { key: string; asked: object },
  shape: z.ZodType<T>,
): Promise<T> {
  if (!url || !secret) throw new NotTaken('not-configured');
  const { status, text, retryAfter } = await send(`${url}/${path}/${key}`, secret, JSON.stringify(asked), deadlineSeconds);
  if (status === 202) throw new NotTaken('in-progress', null, retryAfter);
  if (status === 401 || status === 403 || status === 404) throw new NotTaken('unauthorised', `HTTP ${status}`);
  if (finalStatuses.includes(status)) throw new NotTaken('refused', detailIn(text) ?? `HTTP ${status}`);
  if (status !== 200 && status !== 201) throw new NotTaken('unavailable', `HTTP ${status}`, retryAfter);
  const answer = shape.safeParse(parsed(text));
  if (!answer.success) throw new NotTaken('invalid-answer', answer.error.issues[0]?.path.join('.') || null);
  // What was said on this connection before, or of another request, is no answer to this one.
  if (answer.data.key !== key) throw new NotTaken('invalid-answer', 'key');
  return answer.data;
}

async function send(url: string, secret: string, body: string, deadlineSeconds: number) {
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', connection: 'close' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineSeconds * 1_000),
    });
    return { status: response.status, text: await textOf(response), retryAfter: secondsIn(response.headers.get('retry-after')) };
  } catch (error) {
    if (error instanceof NotTaken) throw error;
    throw new NotTaken(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unavailable');
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new NotTaken('invalid-answer', 'too long');
  }
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const detailIn = (text: string): string | null =>
  SystemProblem.safeParse(parsed(text))
    .data?.detail?.replace(/\p{Cc}/gu, ' ')
    .slice(0, LONGEST_DETAIL) ?? null;

const secondsIn = (header: string | null): number | null => (header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null);

/** From the first to the second try, and between two tries at most, in milliseconds. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 600_000;

/** Until the next try, in milliseconds: twice as long after each; a system that says when it is back is not asked before. */
export function waitOf(failures: number, retryAfterSeconds: number | null): number {
  const own = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 20));
  return Math.max(own, Math.min(LONGEST_WAIT_MS, (retryAfterSeconds ?? 0) * 1_000));
}
