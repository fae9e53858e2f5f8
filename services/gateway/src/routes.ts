import { Readable } from 'node:stream';
import type { Rpc } from '@sportello/contracts/contract';
import { permissions, type Role } from '@sportello/contracts/permissions';
import { forbidden, invalidInput, notSignedIn, policyNotAccepted, unreadable } from '@sportello/contracts/problems';
import { contracts } from '@sportello/contracts/registry';
import { may } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { Problem, type ProblemDocument } from '@sportello/messaging/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './http-problem.js';
import type { Caller, Callers } from './sessions/callers.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route asks, when it is the route of a contract. */
    contract?: Rpc;
    /** True for what is about the sign-in itself, whatever profile the page believes to wear. */
    isOfAnyProfile?: boolean;
  }
}

export const apiPath = '/api/v1';

/** Opens one HTTP route for each contract that the outside may ask: nothing is written per endpoint. */
export function openRoutes(server: FastifyInstance, bus: Bus, callers: Callers): void {
  for (const contract of contracts) {
    if (!contract.http) continue;
    const [method, path] = contract.http.split(' ') as [string, string];
    server.route({
      method,
      url: apiPath + path.replace(/\{(\w+)\}/g, ':$1'),
      config: { contract, isOpen: isForVisitors(contract) },
      handler: async (request, reply) => {
        const caller = await callers.of(request);
        checkWelcome(contract, caller);
        await forward(bus, contract, inputOf(request), caller, reply);
        return reply;
      },
    });
  }
}

const isForVisitors = ({ permission }: Rpc) => (permissions[permission] as readonly Role[]).includes('visitor');

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
async function forward(bus: Bus, contract: Rpc, input: object, { actor }: Caller, reply: FastifyReply): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  reply.raw.once('close', leave);
  const { body, problem } = await bus.ask(contract, JSON.stringify(input), actor, gone.signal).finally(() => reply.raw.off('close', leave));
  if (problem !== undefined) return sendProblem(reply, JSON.parse(Buffer.from(body).toString()) as ProblemDocument);
  void reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(body);
}

/** Path, body and query make one input. Whoever says a thing twice, and not the same, is refused: neither is dropped unseen. */
function inputOf({ query, body, params }: FastifyRequest): object {
  // What is not called JSON was not read, and waits as a stream for those who take files.
  if (body instanceof Readable) throw new Problem(unreadable);
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) throw new Problem(invalidInput);
  const said = new Map<string, unknown>();
  for (const [name, value] of [query, body, params].flatMap((part) => Object.entries(part ?? {}))) {
    if (said.has(name) && String(said.get(name)) !== String(value))
      throw new Problem(invalidInput, undefined, { errors: [{ pointer: `/${name}`, detail: saidTwice }] });
    said.set(name, value);
  }
  return Object.fromEntries(said);
}

const saidTwice = { it: 'È indicato due volte con valori diversi', en: 'It is given twice with different values' };
