import type { LiveEvent } from '@sportello/contracts/web';
import type { Visitor } from '@sportello/testing/visitor';
import { Redis } from 'ioredis';
import type { CaughtMail } from '../../../deploy/simulators/caught-mail.ts';
import type { Stack } from '../../../deploy/stack.ts';
import { characters, laboratoryPassword, usernameOf } from '../../../deploy/world/people.ts';
import { openStack } from './stack-of-worker.js';

export interface Installation {
  baseUrl: string;
  /** Newest first. */
  mails(): Promise<CaughtMail[]>;
  /** Username and password of a person of the demonstration world, by a part of her username. */
  signInOf(name: string): [string, string];
  mailOf(name: string): string;
  /** Opens the live stream as an open page does. */
  listen(visitor: Visitor): Promise<{ events: LiveEvent[]; close(): void }>;
  close(): Promise<void>;
}

/**
 * An installation with the demonstration world in it: the one that BASE_URL and MAIL_URL name (containers, for example), else
 * the stack of this worker.
 */
export async function openInstallation(): Promise<Installation> {
  const { BASE_URL, MAIL_URL } = process.env;
  if (BASE_URL && MAIL_URL) return described(BASE_URL, MAIL_URL, () => Promise.resolve());
  const stack = await openStack();
  return described(stack.baseUrl, stack.mail.url, () => stack.stop());
}

/** Does some work with Redis, on a connection that ends with it, however it ends. */
export async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

/** Ends every sign-in, as its time would. */
export async function endSignIns({ backing }: Stack): Promise<void> {
  await withRedis(backing.redis.url, async (redis) => {
    const sessions = await redis.keys('session:*');
    if (sessions.length > 0) await redis.del(sessions);
  });
}

export function described(baseUrl: string, mailUrl: string, close: () => Promise<void>): Installation {
  const mails = new URL(mailUrl);
  // In containers the catcher wants a password, which an address that is fetched may not hold.
  const signIn = Buffer.from(`${mails.username}:${mails.password}`).toString('base64');
  const mailHeaders: Record<string, string> = mails.password ? { authorization: `Basic ${signIn}` } : {};
  const find = (name: string) => {
    const found = characters.find((character) => usernameOf(character).includes(name));
    if (!found) throw new Error(`nobody in the demonstration world is called ${name}`);
    return found;
  };
  return {
    baseUrl,
    mails: async () => (await (await fetch(`${mails.origin}/messages`, { headers: mailHeaders })).json()) as CaughtMail[],
    signInOf: (name) => [usernameOf(find(name)), laboratoryPassword],
    mailOf: (name) => find(name).mail,
    listen,
    close,
  };
}

async function listen(visitor: Visitor): Promise<{ events: LiveEvent[]; close(): void }> {
  const leave = new AbortController();
  const response = await visitor.fetch('/api/v1/live', { signal: leave.signal });
  const events: LiveEvent[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) {
      for (const [, data] of decoder.decode(piece, { stream: true }).matchAll(/^data: (.*)$/gm)) events.push(JSON.parse(data ?? ''));
    }
  })();
  reading.catch((error: unknown) => {
    if (!leave.signal.aborted) throw error;
  });
  return { events, close: () => leave.abort() };
}
