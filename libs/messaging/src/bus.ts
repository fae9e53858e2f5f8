import { randomUUID } from 'node:crypto';
import { connect, headers, type Msg, type NatsConnection, NoRespondersError, RequestError, TimeoutError } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { Asked, Output, Rpc } from '@sportello/contracts/contract';
import { serviceOf } from '@sportello/contracts/contract';
import { timeout, tooLarge, unavailable } from '@sportello/contracts/problems';
import { z } from 'zod';
import type { Actor } from './actor.js';
import { currentContext } from './context.js';
import { ForeignProblem, Problem, type ProblemDocument } from './problem.js';
import { SendBatch } from './send-batch.js';
import { beginSpan, outcomeOf } from './spans.js';
import { cancelSubject, header } from './transport.js';

export interface BusAddress {
  url: string;
  user: string;
  password: string;
}

/** How long a caller waits unless it was itself asked with less time left, in milliseconds. */
const PATIENCE_MS = 5_000;

/** Answers as they came: the bytes of the JSON, and the status when it is a problem. */
export interface RawAnswer {
  body: Uint8Array;
  problem?: number;
}

/** One connection a process. Each user has an inbox of its own: nobody reads another's answers. */
export const connectBus = ({ url, user, password }: BusAddress): Promise<NatsConnection> =>
  connect({
    servers: url.split(','),
    user,
    pass: password,
    name: user,
    inboxPrefix: `_INBOX.${user}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    ignoreAuthErrorAbort: true,
    // Otherwise two errors with their stacks are made for every request, in case it fails: a twelfth of the gateway's time.
    noAsyncTraces: true,
  });

/** Asks other services. */
export class Bus {
  private readonly batch = new SendBatch();
  private readonly logger = new Logger('Bus');

  constructor(readonly nats: NatsConnection) {}

  /** Asks, typed: decodes the answer, and throws the problem if that is the reply. */
  async call<C extends Rpc>(contract: C, input: Asked<C>, actor: Actor): Promise<Output<C>> {
    const { body, problem } = await this.ask(contract, JSON.stringify(input), actor);
    const read: unknown = JSON.parse(Buffer.from(body).toString());
    if (problem !== undefined) throw new ForeignProblem(read as ProblemDocument);
    return z.decode(contract.output, read as never) as Output<C>;
  }

  /**
   * Asks with a body that is already JSON, and gives the answer's bytes untouched.
   * @param signal aborts when the one who waits has gone; the service is told
   * @throws Problem `unavailable` (nobody there), `timeout` (no answer in time), `too-large` (more than the bus carries)
   */
  async ask(contract: Rpc, body: string | Uint8Array, actor: Actor, signal?: AbortSignal): Promise<RawAnswer> {
    const context = currentContext();
    const left = Math.min(PATIENCE_MS, (context?.deadline ?? Number.POSITIVE_INFINITY) - Date.now());
    if (left <= 0) throw new Problem(timeout);
    if (Buffer.byteLength(body) > roomOf(this.nats)) throw new Problem(tooLarge);
    const call = randomUUID();
    const asked = Date.now();
    const marked = headers();
    marked.set(header.actor, JSON.stringify(actor));
    marked.set(header.deadline, String(Date.now() + left));
    marked.set(header.call, call);
    const span = beginSpan({ kind: 'client', name: contract.subject, cause: context?.traceparent });
    marked.set(header.trace, span.traceparent);
    const cancel = () => this.nats.publish(cancelSubject(serviceOf(contract)), call);
    const gone = signal ?? context?.signal;
    gone?.addEventListener('abort', cancel, { once: true });
    try {
      const message = await new Promise<Msg>((give, fail) =>
        this.batch.add(() => void this.nats.request(contract.subject, body, { timeout: left, headers: marked }).then(give, fail)),
      );
      const answer = rawAnswer(message);
      span.end(outcomeOf(answer.problem));
      return answer;
    } catch (error) {
      span.end({ hasFailed: true });
      const failure = told(error);
      if (failure instanceof Problem) {
        const { type } = failure.problem;
        this.logger.warn({ subject: contract.subject, problem: type, waitedMs: Date.now() - asked, msg: 'no answer' });
      }
      throw failure;
    } finally {
      gone?.removeEventListener('abort', cancel);
    }
  }
}

/** What a message may hold besides its headers, in bytes. */
const roomOf = ({ info }: NatsConnection) => (info?.max_payload ?? 1_048_576) - 16_384;

const rawAnswer = (message: Msg): RawAnswer => {
  const problem = message.headers?.get(header.problem);
  return { body: message.data, ...(problem && { problem: Number(problem) }) };
};

function told(error: unknown): unknown {
  const isAbsent = error instanceof NoRespondersError || (error instanceof RequestError && error.isNoResponders());
  if (isAbsent) return new Problem(unavailable);
  if (error instanceof TimeoutError || (error instanceof Error && error.cause instanceof TimeoutError)) return new Problem(timeout);
  return error;
}
