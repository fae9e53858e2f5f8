import { Readable } from 'node:stream';
import { type Rpc, serviceOf } from '@sportello/contracts/contract';
import { permissions, type Role } from '@sportello/contracts/permissions';
import { changedMeanwhile, forbidden, invalidInput, notSignedIn, policyNotAccepted, wrongMediaType } from '@sportello/contracts/problems';
import { contracts } from '@sportello/contracts/registry';
import { may } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { Problem, type ProblemDocument } from '@sportello/messaging/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isKnown, tagOf, versionIn } from './conditions.js';
import { explanations } from './explanations.js';
import { languageOf, sendProblem } from './http-problem.js';
import { sendOwn } from './own-answers.js';
import type { Caller, Callers } from './sessions/callers.js';
import { territory } from './territory.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route asks, when it is the route of a contract. */
    contract?: Rpc;
    /** True for what is about the sign-in itself, whatever profile the page believes to wear. */
    isOfAnyProfile?: boolean;
  }
}

export const apiPath = '/api/v1';

/** What the gateway answers by itself. */
export const ownAnswers = new Map([...territory, ...explanations].map((own) => [own.contract, own]));

/** Opens one HTTP route for each contract that the outside may ask: nothing is written per endpoint. */
export function openRoutes(server: FastifyInstance, bus: Bus, callers: Callers): void {
  for (const contract of contracts) {
    if (!contract.http) continue;
    const [method, path] = contract.http.split(' ') as [string, string];
    const own = ownAnswers.get(contract);
    if (!own && serviceOf(contract) === 'gateway') throw new Error(`nobody answers ${contract.subject}`);
    server.route({
      method,
      url: apiPath + path.replace(/\{(\w+)\}/g, ':$1'),
      // Pages of other sites may read what anybody may read.
      config: {
        contract,
        isOpen: isForVisitors(contract),
        isPublic: method === 'GET' && isForVisitors(contract),
        ...(contract.perMinute && { rateLimit: { max: contract.perMinute } }),
      },
      handler: async (request, reply) => {
        if (own) {
          sendOwn(own.answer(inputOf(contract, request), languageOf(request)), request, reply);
          return reply;
        }
        const caller = await callers.of(request);
        checkWelcome(contract, caller);
        await forward(bus, contract, inputOf(contract, request), caller, request, reply);
        return reply;
      },
    });
  }
}

export const isForVisitors = ({ permission }: Rpc) => (permissions[permission] as readonly Role[]).includes('visitor');

/** @throws Problem `not-signed-in`, `policy-not-accepted`, `forbidden` */
export function checkWelcome(contract: Rpc, { actor, hasAcceptedPolicy }: Caller): void {
  if (!actor.personId && !isForVisitors(contract)) throw new Problem(notSignedIn);
  if (!contract.beforePolicy && !hasAcceptedPolicy) throw new Problem(policyNotAccepted);
  if (!may(actor, contract.permission)) throw new Problem(forbidden);
}

/**
 * Who sends a body, before anything of it is read.
 * @throws Problem of whoever may not speak at this door
 */
export async function senderOf(request: FastifyRequest, callers: Callers): Promise<string | null> {
  const { contract, isOfAnyProfile } = request.routeOptions.config;
  if (isOfAnyProfile) return (await callers.ofAnyProfile(request)).actor.personId;
  if (!contract) return (await callers.signedIn(request)).actor.personId;
  const caller = await callers.of(request);
  checkWelcome(contract, caller);
  return caller.actor.personId;
}

/** Asks the service that answers the contract; its bytes go on to the browser as they came. */
async function forward(
  bus: Bus,
  contract: Rpc,
  input: object,
  { actor }: Caller,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  reply.raw.once('close', leave);
  const { body, problem } = await bus.ask(contract, JSON.stringify(input), actor, gone.signal).finally(() => reply.raw.off('close', leave));
  if (problem !== undefined) return sendProblem(reply, JSON.parse(Buffer.from(body).toString()) as ProblemDocument);
  void reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store');
  if (request.method !== 'GET' && request.method !== 'HEAD') return void reply.send(body);
  const tag = tagOf(body, hasMember(contract.output, 'version'));
  void reply.header('etag', tag);
  // What everybody may read a browser may keep, and ask whether it changed; what is personal stays on no disk of a shared machine.
  if (isForVisitors(contract)) void reply.header('cache-control', 'private, no-cache');
  if (isKnown(tag, request.headers['if-none-match'])) return void reply.code(304).send();
  void reply.send(body);
}

const hasMember = (schema: unknown, name: string) => schema instanceof z.ZodObject && name in schema.shape;

/** Path, body and query make one input. Whoever says a thing twice, and not the same, is refused: neither is dropped unseen. */
function inputOf({ input }: Rpc, { query, body, params, headers }: FastifyRequest): object {
  // What is not called JSON was not read, and waits as a stream for those who take files.
  if (body instanceof Readable || Buffer.isBuffer(body)) throw new Problem(wrongMediaType);
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) throw new Problem(invalidInput);
  // RFC 9110, 13.1.1: a command that carries the version of what was shown may say it by the tag under which that was read.
  const tag = hasMember(input, 'version') ? headers['if-match'] : undefined;
  const version = tag === undefined ? undefined : versionIn(tag);
  if (tag !== undefined && version === undefined) throw new Problem(changedMeanwhile);
  const said = new Map<string, unknown>();
  for (const [name, value] of [query, body, params, version === undefined ? {} : { version }].flatMap((part) =>
    Object.entries(part ?? {}),
  )) {
    if (said.has(name) && String(said.get(name)) !== String(value))
      throw new Problem(invalidInput, undefined, { errors: [{ pointer: `/${name}`, detail: saidTwice }] });
    said.set(name, value);
  }
  return Object.fromEntries(said);
}

const saidTwice = { it: 'È indicato due volte con valori diversi', en: 'It is given twice with different values' };
