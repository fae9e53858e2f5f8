import { Logger } from '@nestjs/common';
import { Ctx, MessagePattern, Payload, Transport } from '@nestjs/microservices';
import type { Input, Output, ProblemType, Rpc } from '@sportello/contracts/contract';
import { forbidden, invalidInput, problemsOf, unavailable, unexpected } from '@sportello/contracts/problems';
import { z } from 'zod';
import { type Actor, may } from './actor.js';
import { currentTraceparent, traceIdOf } from './context.js';
import { mistakeIn } from './mistakes.js';
import { type FieldError, ForeignProblem, NotYet, Problem, type ProblemDocument, pointerTo } from './problem.js';

export type Answer<C extends Rpc> = (input: Input<C>, actor: Actor) => Promise<Output<C>>;

/** Makes a method answer a contract. The compiler holds its parameters and result against it; the checks stand at the bus. */
export const Handles =
  <C extends Rpc>(contract: C) =>
  <M extends Answer<C>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<M>): void => {
    MessagePattern(contract.subject, Transport.NATS, { contract })(target, key, descriptor as PropertyDescriptor);
    Payload()(target, key, 0);
    Ctx()(target, key, 1); // the transport hands the actor over where Nest expects its context
  };

/** What goes back on the bus: the bytes of the answer, or of a problem with its status. */
export type Reply = { body: string; problem?: ProblemType['status'] };

/** Checks the permission, decodes, answers and encodes. What the contract's output does not name never leaves. */
export async function reply<C extends Rpc>(contract: C, body: string, actor: Actor, answer: Answer<C>): Promise<Reply> {
  try {
    if (!may(actor, contract.permission)) throw new Problem(forbidden);
    const input = decode(contract, body, actor);
    const output = await answer(input, actor).catch(async (error: unknown) => {
      const beginsAnew = error instanceof NotYet ? await error.come() : isWrittenMeanwhile(error);
      if (!beginsAnew) throw error;
      return answer(input, actor);
    });
    return { body: JSON.stringify(z.encode(contract.output, output)) };
  } catch (error) {
    const document = documentOf(error, contract, actor);
    return { body: JSON.stringify(document), problem: document.status };
  }
}

function decode<C extends Rpc>(contract: C, body: string, { language }: Actor): Input<C> {
  const input = readJson(body);
  // `JSON.stringify` escapes what PostgreSQL keeps neither in a text nor in a JSON: only then is every text looked at.
  const unkeepable = /\\u(0000|d[89a-f])/i.test(body) ? findUnkeepable(input, []) : undefined;
  if (unkeepable) throw new Problem(invalidInput, undefined, { errors: [{ pointer: pointerTo(unkeepable), detail: notKept }] });
  const read = z.safeDecode(contract.input, input as z.input<C['input']>, { error: mistakeIn(contract.input, language) });
  if (read.success) return read.data as Input<C>;
  throw invalid(read.error);
}

/** Faults told at once: whoever mends these sees the next. */
const MOST_FAULTS = 50;

/** What does not fit a schema, told field by field. Its sentences are in the language in which the schema was asked. */
export const invalid = ({ issues }: z.ZodError): Problem =>
  new Problem(invalidInput, undefined, { errors: issues.slice(0, MOST_FAULTS).flatMap(faultsOf).slice(0, MOST_FAULTS) });

/** A key that nobody knows stands in what it was found in: each is named itself. */
const faultsOf = (issue: z.core.$ZodIssue): FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.slice(0, MOST_FAULTS).map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: unknownKey }))
    : [{ pointer: pointerTo(issue.path), detail: issue.message }];

const unknownKey = { it: 'Nessun campo ha questo nome', en: 'No field has this name' };

/** NUL and halves of characters (lone surrogates). @returns where the first one stands */
function findUnkeepable(value: unknown, path: string[]): string[] | undefined {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    const found = findUnkeepable(name, path) ?? findUnkeepable(each, [...path, name]);
    if (found) return found;
  }
  return undefined;
}

const notKept = { it: 'Contiene caratteri che non si possono conservare', en: 'It holds characters that cannot be kept' };

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Problem(invalidInput);
  }
}

const logger = new Logger('Bus');

/**
 * The one place where a failure becomes an answer. Expected ones speak for themselves; the others are logged whole and told as
 * `unexpected`, among them a problem of which the contract says nothing: nobody who asks can be ready for it.
 */
function documentOf(error: unknown, contract: Rpc, { language }: Actor): ProblemDocument {
  const instance = traceIdOf(currentTraceparent());
  const isDeclared = (type: string) => problemsOf(contract).some((it) => it.type === type);
  if (error instanceof Problem && isDeclared(error.problem.type)) return error.document(language, instance);
  if (error instanceof ForeignProblem && isDeclared(error.received.type)) return error.received;
  logger.error({ subject: contract.subject, instance, err: error instanceof Error ? error : new Error(String(error)) });
  return new Problem(isPassing(error) ? unavailable : unexpected).document(language, instance);
}

/**
 * True when somebody else wrote, at the same moment, a row that may be there once: what is asked begins anew and finds it. The transaction
 * left nothing behind, and no command does anything outside of it. Source: PostgreSQL, unique_violation.
 */
const isWrittenMeanwhile = (error: unknown): boolean => (error as { code?: string }).code === '23505';

/**
 * True for what mends itself: the database is away, restarting, full, or handing over to its replica, a connection broke, every connection is
 * taken, two transactions were in each other's way, somebody else holds a row for long. A transaction whose connection broke between two statements is told that its runner was
 * released. Source: PostgreSQL, appendix A, error codes.
 */
export function isPassing(error: unknown): boolean {
  const { code, message, name } = error as { code?: string; message?: string; name?: string };
  return (
    /^(57P0\d|53\d{3}|08\w{3}|40001|40P01|55P03|25006|58030|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/.test(
      code ?? '',
    ) ||
    /^QueryRunner(Provider)?AlreadyReleasedError$/.test(name ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Transaction is not started|Client was closed/.test(
      message ?? '',
    )
  );
}
