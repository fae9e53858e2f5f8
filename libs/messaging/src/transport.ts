import { setTimeout as sleep } from 'node:timers/promises';
import { headers, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import type { ArgumentsHost, RpcExceptionFilter } from '@nestjs/common';
import { type CustomTransportStrategy, ServerNats } from '@nestjs/microservices';
import type { ProblemType, Rpc } from '@sportello/contracts/contract';
import { timeout, unavailable, unexpected } from '@sportello/contracts/problems';
import { isObservable, lastValueFrom, type Observable, throwError } from 'rxjs';
import { type Actor, visitor } from './actor.js';
import { type Context, traceIdOf, within } from './context.js';
import { Problem } from './problem.js';
import { type Answer, type Reply, reply } from './rpc.js';
import { SendBatch } from './send-batch.js';
import { beginSpan, outcomeOf, type Span } from './spans.js';

/** Names of the headers of a request and of an answer on the bus. */
export const header = { actor: 'Actor', deadline: 'Deadline', call: 'Call-Id', trace: 'traceparent', problem: 'Problem' } as const;

/** Where a caller that has gone says so, to every replica of the service. */
export const cancelSubject = (service: string) => `cancel.${service}`;

/** Where one replica says how it is: the health state of `libs/service`, as JSON. */
export const healthSubject = (service: string) => `health.${service}`;

/** Requests held at once by one process; the next is told to come back, at once. */
const MAX_IN_FLIGHT = 500;
/** How long a shutdown waits for the answers it owes. */
const GRACE_MS = 10_000;

/**
 * Nest's NATS transport with our envelope: the payload is the bare JSON of the contract's input, actor and deadline are
 * headers, and the answer goes out as it was printed, so that the gateway can pass its bytes on.
 */
export class NatsTransport extends ServerNats implements CustomTransportStrategy {
  private readonly open: Subscription[] = [];
  private readonly inFlight = new Map<string, AbortController>();
  private unnamed = 0;
  private readonly batch = new SendBatch();

  constructor(
    private readonly service: string,
    private readonly connection: NatsConnection,
    /** What this replica says of itself to whoever asks for its health. */
    private readonly state: () => Promise<object>,
    /** Is told of each answer: the status is 200, or that of the problem. */
    private readonly answered: (subject: string, status: number, seconds: number) => void,
  ) {
    super({ queue: service });
  }

  /** The connection is the bus's: one a process. */
  override createNatsClient(): Promise<NatsConnection> {
    return Promise.resolve(this.connection);
  }

  override bindEvents(client: NatsConnection): void {
    for (const subject of this.messageHandlers.keys()) {
      const callback = (error: Error | null, message: Msg) => {
        if (error) this.logger.error(error);
        else this.handleMessage(subject, message).catch((failure: unknown) => this.logger.error(failure));
      };
      this.open.push(client.subscribe(subject, { queue: this.service, callback }));
    }
    const here = (_error: Error | null, message: Msg) => {
      this.state()
        .then((state) => message.respond(JSON.stringify(state)))
        .catch((failure: unknown) => this.logger.warn({ err: failure, msg: 'nobody could be told how this service is' }));
    };
    this.open.push(client.subscribe(healthSubject(this.service), { queue: this.service, callback: here }));
    this.open.push(
      client.subscribe(cancelSubject(this.service), { callback: (_error, message) => this.inFlight.get(message.string())?.abort() }),
    );
  }

  override async handleMessage(subject: string, message: Msg): Promise<void> {
    const actor = actorOf(message);
    const span = beginSpan({ kind: 'server', name: subject, cause: message.headers?.get(header.trace) });
    const context = contextOf(message, span);
    const left = context.deadline === undefined ? undefined : context.deadline - Date.now();
    if (this.inFlight.size >= MAX_IN_FLIGHT) {
      this.say(subject, context, `refused: ${MAX_IN_FLIGHT} requests are held already`);
      span.end(outcomeOf(unavailable.status));
      return respond(message, refusal(unavailable, actor, context, { retryAfterSeconds: 1 }));
    }
    if (left !== undefined && left <= 0) {
      this.say(subject, context, 'refused: it came too late');
      span.end(outcomeOf(timeout.status));
      return respond(message, refusal(timeout, actor, context));
    }

    const begun = performance.now();
    const call = message.headers?.get(header.call) || String(this.unnamed++);
    const abort = new AbortController();
    const timer = left === undefined ? undefined : setTimeout(() => abort.abort(), left);
    this.inFlight.set(call, abort);
    const handler = this.messageHandlers.get(subject);
    const contract: Rpc = handler?.extras?.['contract'];
    const answer: Answer<Rpc> = async (input, who) => {
      const result: unknown = await handler?.(input, who);
      return isObservable(result) ? lastValueFrom(result) : result;
    };
    const answered = await within({ ...context, signal: abort.signal }, () => reply(contract, message.string(), actor, answer));
    clearTimeout(timer);
    span.end(outcomeOf(answered.problem));
    this.answered(subject, answered.problem ?? 200, (performance.now() - begun) / 1_000);
    if (context.deadline !== undefined && Date.now() > context.deadline) this.say(subject, context, 'answered when nobody waited any more');
    this.batch.add(() => {
      this.inFlight.delete(call);
      try {
        respond(message, answered);
      } catch (error) {
        // More than the bus carries: whoever asked must not wait in vain.
        this.logger.error(error);
        respond(message, refusal(unexpected, actor, context));
      }
    });
  }

  /** What a person only sees as 503 or 504. */
  private say(subject: string, { traceparent }: Context, msg: string): void {
    this.logger.warn({ subject, instance: traceIdOf(traceparent), msg });
  }

  /** Takes no more requests, and answers those it has. The connection stays: events and jobs still need it. */
  override async close(): Promise<void> {
    const until = Date.now() + GRACE_MS;
    // What the server has handed over already is still on the wire: who only unsubscribed would leave its askers to wait in vain.
    const drained = Promise.allSettled(this.open.map((subscription) => subscription.drain()));
    const late = new AbortController();
    await Promise.race([drained, sleep(GRACE_MS, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
    while (this.inFlight.size > 0 && Date.now() < until) await sleep(20);
  }
}

/** Lets failures through as they are: `reply()` alone decides what is told. */
export class FailuresPass implements RpcExceptionFilter {
  catch(failure: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => failure);
  }
}

const actorOf = (message: Msg): Actor => {
  const written = message.headers?.get(header.actor);
  return written ? (JSON.parse(written) as Actor) : visitor('it');
};

const contextOf = (message: Msg, { traceparent }: Span): Context => {
  const deadline = Number(message.headers?.get(header.deadline));
  return { traceparent, ...(deadline > 0 && { deadline }) };
};

const refusal = (problem: ProblemType, { language }: Actor, { traceparent }: Context, extra = {}): Reply => ({
  body: JSON.stringify(new Problem(problem, undefined, extra).document(language, traceIdOf(traceparent))),
  problem: problem.status,
});

function respond(message: Msg, { body, problem }: Reply): void {
  if (problem === undefined) {
    message.respond(body);
    return;
  }
  const marked = headers();
  marked.set(header.problem, String(problem));
  message.respond(body, { headers: marked });
}
