import type { LiveEvent } from '@sportello/contracts/web';
import type { Visitor } from '@sportello/testing/visitor';
import type { CaughtMail } from '../../../deploy/simulators/mail.ts';
import { type Stack, startStack } from '../../../deploy/stack.ts';
import { loadWorld } from '../../../deploy/world/load.ts';

export interface Installation {
  stack: Stack;
  baseUrl: string;
  mails(): CaughtMail[];
  /** User name and password of a person of the demonstration world, by her family name or part of her user name. */
  signInOf(name: string): [string, string];
  mailOf(name: string): string;
  /** Opens the live stream as an open page does. */
  listen(visitor: Visitor): Promise<{ events: LiveEvent[]; close(): void }>;
  close(): Promise<void>;
}

/** The whole house on free ports with the demonstration world in it, as `npm start` builds it. */
export async function openInstallation(): Promise<Installation> {
  const stack = await startStack({ durable: false, build: false });
  const inhabitants = await loadWorld(stack).catch(async (error: unknown) => {
    await stack.stop();
    throw error;
  });
  const find = (name: string) => {
    const found = inhabitants.find(({ username }) => username.includes(name));
    if (!found) throw new Error(`nobody in the demonstration world is called ${name}`);
    return found;
  };
  return {
    stack,
    baseUrl: stack.baseUrl,
    mails: () => stack.mail.messages(),
    signInOf: (name) => [find(name).username, find(name).password],
    mailOf: (name) => find(name).mail,
    listen,
    close: () => stack.stop(),
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
