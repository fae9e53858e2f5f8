import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { getAccount, openSession, personNotFound, type SignInMethod } from '@sportello/contracts/identity';
import { foreignOrigin, notSignedIn, policyNotAccepted } from '@sportello/contracts/problems';
import { type Actor, service, visitor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { FastifyRequest } from 'fastify';
import { senderAt } from '../address.js';
import type { Config } from '../config.js';
import { languageOf } from '../http-problem.js';
import { BearerTokens, type TokenClaims } from './bearer-tokens.js';
import { cookieName } from './cookie.js';
import { type Account, type Session, SessionStore } from './session-store.js';

/** Who asks, and by which sign-in. */
export interface Caller {
  actor: Actor;
  /** Present when a browser asks. */
  session?: { id: string; data: Session };
  hasAcceptedPolicy: boolean;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A verified token is believed for so long: what its issuer takes back is seen after that. Milliseconds. */
const TOKEN_BELIEVED_MS = 60_000;

/** Turns a cookie or a bearer token into the actor that travels with the request. */
@Injectable()
export class Callers {
  /** By the token itself, in memory alone. */
  private readonly tokens = new Map<string, { caller: Caller; until: number; countedAs: string }>();

  constructor(
    private readonly sessions: SessionStore,
    private readonly bearer: BearerTokens,
    private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem `not-signed-in` for a token or cookie that is no good, `foreign-origin` for a write without its guard */
  async of(request: FastifyRequest): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization) return this.byToken(authorization, request);
    const id = request.cookies[cookieName(this.config)];
    const data = id ? await this.sessions.find(id) : null;
    if (!id || !data) return { actor: visitor(languageOf(request)), hasAcceptedPolicy: true };
    if (!SAFE.has(request.method)) this.checkGuard(request, data);
    const caller = { actor: actorOf(data, request), session: { id, data }, hasAcceptedPolicy: hasAccepted(data.capacity, data.account) };
    return caller.hasAcceptedPolicy ? caller : this.acceptedMeanwhile(caller);
  }

  /**
   * Under which name the requests of a minute are counted: a sign-in that is known, else the address. What anybody can make up for each
   * request does not count, and what is stored is no secret that could be used.
   */
  async countedAs(request: FastifyRequest): Promise<string> {
    const { authorization } = request.headers;
    const known = authorization && this.tokens.get(tokenIn(authorization) ?? '');
    if (known) return known.countedAs;
    const id = authorization ? undefined : request.cookies[cookieName(this.config)];
    return id && (await this.sessions.find(id).catch(() => null)) ? `session:${hashOf(id)}` : `address:${senderAt(request.ip)}`;
  }

  /** @throws Problem `not-signed-in` */
  async signedIn(request: FastifyRequest): Promise<Caller> {
    const caller = await this.of(request);
    if (!caller.actor.personId) throw new Problem(notSignedIn);
    return caller;
  }

  /** @throws Problem `not-signed-in`, `policy-not-accepted` */
  async welcome(request: FastifyRequest): Promise<Caller> {
    const caller = await this.signedIn(request);
    if (!caller.hasAcceptedPolicy) throw new Problem(policyNotAccepted);
    return caller;
  }

  /** A write must come from our own pages: they know the session's token, and the browser names their origin. */
  private checkGuard({ headers }: FastifyRequest, { csrfToken }: Session): void {
    const given = Buffer.from(String(headers['csrf-token'] ?? ''));
    const wanted = Buffer.from(csrfToken);
    const site = headers['sec-fetch-site'];
    const isOurs = site === undefined || site === 'same-origin';
    if (!isOurs || given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Problem(foreignOrigin);
  }

  /** The acceptance is the identity service's to know; a session that has it never asks again. */
  private async acceptedMeanwhile(caller: Caller): Promise<Caller> {
    if (!caller.session) return caller;
    const { id, data } = caller.session;
    const account = await this.bus.call(getAccount, {}, caller.actor);
    if (!account.hasAcceptedPolicy) return caller;
    await this.sessions.write(id, { ...data, account });
    return { ...caller, hasAcceptedPolicy: true };
  }

  private async byToken(authorization: string, request: FastifyRequest): Promise<Caller> {
    const token = tokenIn(authorization);
    if (!token) throw new Problem(notSignedIn);
    const now = Date.now();
    const known = this.tokens.get(token);
    if (known && known.until > now) return inLanguage(known.caller, request);
    const claims = await this.bearer.verify(token);
    const { account, authenticationId } = await this.bus.call(openSession, signInOf(claims, request), service).catch((error: unknown) => {
      // The issuer knows somebody whom we do not: a token opens nothing then.
      throw error instanceof ForeignProblem && error.is(personNotFound) ? new Problem(notSignedIn) : error;
    });
    const capacity = account.officer && claims.roles.includes(account.officer.role) ? 'officer' : 'citizen';
    const { method, level } = signInOf(claims, request);
    const caller: Caller = {
      actor: actorOf({ capacity, account, method, level, authenticationId }, request),
      hasAcceptedPolicy: hasAccepted(capacity, account),
    };
    if (this.tokens.size >= 5_000) this.tokens.clear();
    const until = Math.min(claims.expiresAt, now + TOKEN_BELIEVED_MS);
    if (caller.hasAcceptedPolicy) this.tokens.set(token, { caller, until, countedAs: `token:${hashOf(token)}` });
    return caller;
  }
}

const tokenIn = (authorization: string) => /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Officers work under the rules of their body; citizens accept the policy before anything else. */
const hasAccepted = (capacity: Session['capacity'], account: Account) => capacity === 'officer' || account.hasAcceptedPolicy;

const inLanguage = (caller: Caller, request: FastifyRequest): Caller => ({
  ...caller,
  actor: { ...caller.actor, language: languageOf(request) },
});

const signInOf = ({ personId, method, level, authenticatedAt }: TokenClaims, request: FastifyRequest) => ({
  personId,
  method: method as SignInMethod,
  level,
  authenticatedAt: authenticatedAt.toISOString(),
  address: request.ip,
});

export function actorOf(
  { capacity, account, method, level, authenticationId }: Pick<Session, 'capacity' | 'account' | 'method' | 'level' | 'authenticationId'>,
  request: FastifyRequest,
): Actor {
  const common = { personId: account.personId, language: languageOf(request), method, level, authenticationId };
  if (capacity === 'officer' && account.officer) {
    const { role, organizationId } = account.officer;
    return { ...common, roles: [role], organizationId, profileId: null, profileKind: null };
  }
  const profile = account.profiles.find(({ id }) => id === account.activeProfileId);
  return { ...common, roles: ['citizen'], organizationId: null, profileId: profile?.id ?? null, profileKind: profile?.kind ?? null };
}
