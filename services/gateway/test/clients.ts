import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerOf, AskedOf, Subject } from '@sportello/contracts/web';
import { Refusal, Visitor } from '@sportello/testing/visitor';
import type { Stack } from '../../../deploy/stack.ts';
import { procedures } from '../../../deploy/world/ids.ts';
import { logLines, type TestWorld, wholeForm } from './test-world.js';

type Mark = AnswerOf<'rpc.practices.submit.v1'>;

/** What a client was answered about one practice: it counts on each of these for ever. */
export interface Promised {
  id: string;
  number: string;
  applicant: string;
  status: 'draft' | 'ready' | 'submitted' | 'under_review' | 'approved' | 'rejected';
  mark?: Mark;
  messages: number;
}

/** What all clients together were promised, and what they never should have received. */
export class Book {
  readonly practices = new Map<string, Promised>();
  readonly complaints: string[] = [];
  /** Answers that a client did not like and tried again: by what they were. */
  readonly retries = new Map<string, number>();

  tried(why: string): void {
    this.retries.set(why, (this.retries.get(why) ?? 0) + 1);
  }

  count(status: Promised['status']): number {
    return [...this.practices.values()].filter((practice) => practice.status === status).length;
  }
}

/** A request is not tried for longer than this, in milliseconds: every fault of the tests mends itself sooner. */
const PATIENCE_MS = 60_000;

/** Asks as a good client does: whatever may have been done is asked again with the same ids until it is known. */
export class GoodClient {
  readonly visitor: Visitor;

  constructor(
    readonly name: string,
    private readonly world: TestWorld,
    private readonly book: Book,
    /** How it gets in again when its session is lost. */
    private readonly enter: (visitor: Visitor) => Promise<void>,
  ) {
    this.visitor = new Visitor(world.baseUrl);
  }

  async ask<S extends Subject>(subject: S, input: AskedOf<S>): Promise<AnswerOf<S>> {
    const until = Date.now() + PATIENCE_MS;
    for (let pause = 100; ; pause = Math.min(pause * 2, 1_000)) {
      try {
        return await this.visitor.ask(subject, input);
      } catch (error) {
        const status = error instanceof Refusal ? error.status : 0;
        const isWorthAnother = status === 0 || status >= 500 || status === 429 || status === 401;
        if (!isWorthAnother || Date.now() > until) throw error;
        // A fault that nobody expected: the client tries again, and the test wants to know.
        if (error instanceof Refusal && status === 500)
          this.book.complaints.push(`${this.name}, ${subject}: ${error} ${faultOf(this.world.stack, error.problem.instance)}`);
        this.book.tried(status === 0 ? 'no answer' : String(status));
        await sleep(pause);
        if (status === 401) await this.comeIn(until);
      }
    }
  }

  /** A sign-in that stopped half-way is begun again: what it left opens nothing. */
  private async comeIn(until: number): Promise<void> {
    for (;;) {
      try {
        return await this.enter(this.visitor);
      } catch (error) {
        if (Date.now() > until) throw error;
        this.book.tried('sign-in');
        await sleep(500);
      }
    }
  }
}

/** What the logs say of a fault that was told with this trace. */
const faultOf = (stack: Stack, trace: string | undefined) =>
  logLines(stack)
    .filter((line) => trace && line.includes(trace))
    .join('\n');

/** Opens, saves, completes and sends requests of one service, one after the other, until it is told to stop. */
export async function apply(client: GoodClient, book: Book, kind: keyof typeof contents, most: number, signal: AbortSignal) {
  for (let count = 0; count < most && !signal.aborted; count += 1) {
    const id = randomUUID();
    const { procedureId, content } = contents[kind];
    const { number, version } = await client.ask('rpc.practices.open.v1', { id, procedureId, content: {} });
    const promised: Promised = { id, number, applicant: client.name, status: 'draft', messages: 0 };
    book.practices.set(id, promised);
    const { content: known } = await client.ask('rpc.practices.get-content.v1', { id });
    const saved = await client.ask('rpc.practices.save-draft.v1', { id, version, content: { ...known, ...content } });
    const ready = await client.ask('rpc.practices.complete.v1', { id, version: saved.version });
    promised.status = 'ready';
    promised.mark = await client.ask('rpc.practices.submit.v1', { id, version: ready.version });
    promised.status = 'submitted';
    const again = await client.ask('rpc.practices.submit.v1', { id, version: ready.version });
    if (JSON.stringify(again) !== JSON.stringify(promised.mark)) book.complaints.push(`${id} has two marks`);
    await client.ask('rpc.practices.send-message.v1', { id, messageId: randomUUID(), text: 'Buongiorno', attachmentIds: [] });
    promised.messages += 1;
    await sleep(700);
  }
}

/** What is asked for in two services of the demonstration world. */
export const contents = {
  certificates: {
    procedureId: procedures.certificates,
    content: { forWhom: 'self', certificates: ['residence'], paper: 'stamped', privateUse: true },
  },
  users: { procedureId: procedures.utentiServizi06, content: wholeForm },
};

/** Takes what waits in her queue, and approves or rejects it, until she is told to stop and nothing waits any more. */
export async function work(officer: GoodClient, book: Book, signal: AbortSignal) {
  let worked = 0;
  for (;;) {
    const { items } = await officer.ask('rpc.practices.list-queue.v1', { queue: 'waiting', limit: 5 });
    const [row] = items.filter(({ id }) => book.practices.get(id)?.messages === 1);
    if (!row && signal.aborted) return;
    if (!row) {
      await sleep(300);
      continue;
    }
    const promised = book.practices.get(row.id);
    const { id } = row;
    const { version: waiting } = await officer.ask('rpc.practices.get.v1', { id });
    const { version } = await officer.ask('rpc.practices.take.v1', { id, version: waiting });
    if (promised) promised.status = 'under_review';
    worked += 1;
    // Every third stays in charge.
    if (worked % 3 === 0) continue;
    const decision = worked % 2 === 0 ? 'approved' : 'rejected';
    await officer.ask('rpc.practices.decide.v1', { id, version, decision, message: 'Fatto', attachmentIds: [] });
    if (promised) promised.status = decision;
  }
}
