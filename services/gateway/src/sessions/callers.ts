import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { personNotFound, profileLabels, type SignInMethod } from '@sportello/contracts/identity/people';
import { openSession, readStanding } from '@sportello/contracts/identity/sessions';
import { foreignOrigin, notSignedIn, otherProfile, policyNotAccepted } from '@sportello/contracts/problems';
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
import { Homes } from './homes.js';
import { type Account, type Found, type Session, SessionStore } from './session-store.js';
import { type ReadUnder, Standings } from './standings.js';

/** Who asks, and by which sign-in. */
export interface Caller {
  actor: Actor;
  /** Present when a browser asks. */
  session?: { id: string; data: Session };
  hasAcceptedPolicy: boolean;
}

interface Known extends ReadUnder {
  caller: Caller;
  personId: string;
  until: number;
  countedAs: string;
}

/** What only looks at a sign-in does not keep it alive. */
interface Looking {
  keepsAlive?: boolean;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A verified token is believed for so long, unless its person's rights change. Milliseconds. */
const TOKEN_BELIEVED_MS = 60_000;
const staffRoles = new Set(['officer', 'manager', 'administrator']);

/**
 * Turns a cookie or a bearer token into the actor that travels with the request. What was read of a person is believed as long as the
 * identity service has told no change: every request looks.
 */
@Injectable()
export class Callers {
  /** By the token itself, in memory alone. */
  private readonly tokens = new Map<string, Known>();
  /** Tokens whose person is being read: whoever comes with the same one meanwhile waits for that answer. */
  private readonly opening = new Map<string, Promise<Known>>();

  constructor(
    private readonly sessions: SessionStore,
    private readonly standings: Standings,
    private readonly bearer: BearerTokens,
    private readonly bus: Bus,
    private readonly homes: Homes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws Problem `not-signed-in` for a token or cookie that is no good, `other-profile` for a page that acts as somebody else than the
   * session does, `foreign-origin` for a write without its guard
   */
  async of(request: FastifyRequest): Promise<Caller> {
    const caller = await this.bySignIn(request);
    checkActing(request, caller);
    if (caller.session && !SAFE.has(request.method)) this.checkGuard(request, caller.session.data);
    return caller;
  }

  /** The same for what is about the sign-in itself, whatever profile the page believes to wear. */
  async ofAnyProfile(request: FastifyRequest, looking: Looking = {}): Promise<Caller> {
    const caller = await this.bySignIn(request, looking);
    if (!caller.actor.personId) throw new Problem(notSignedIn);
    if (caller.session && !SAFE.has(request.method)) this.checkGuard(request, caller.session.data);
    return caller;
  }

  /** Who is signed in, or a visitor. */
  async bySignIn(request: FastifyRequest, { keepsAlive = true }: Looking = {}): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization) return this.byToken(authorization, request);
    const id = request.cookies[cookieName(this.config)];
    const found = id ? await this.sessions.find(id, { keepsAlive }) : null;
    const isAtHome = found?.session.home === this.homes.of(request);
    const data = id && found && isAtHome ? await this.upToDate(id, found) : null;
    if (!id || !data) return { actor: { ...visitor(languageOf(request)), address: request.ip }, hasAcceptedPolicy: true };
    return { actor: actorOf(data, request), session: { id, data }, hasAcceptedPolicy: hasAccepted(data.capacity, data.account) };
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
    const isKnown = id && (this.sessions.isRemembered(id) || (await this.sessions.find(id).catch(() => null)));
    return isKnown ? `session:${hashOf(id)}` : `address:${senderAt(request.ip)}`;
  }

  /** @throws Problem `not-signed-in`, and what `of` throws */
  async signedIn(request: FastifyRequest): Promise<Caller> {
    const caller = await this.of(request);
    if (!caller.actor.personId) throw new Problem(notSignedIn);
    return caller;
  }

  /** @throws Problem `not-signed-in`, `policy-not-accepted`, and what `of` throws */
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

  /** The session with the rights that its person has now. Null when they end it: an officer who is none any more, a changed password. */
  private async upToDate(id: string, { session, told }: Found): Promise<Session | null> {
    if (this.standings.holds(session, told)) return session;
    const { personId, authenticatedAt } = session;
    const opened = await this.bus.call(readStanding, { personId, authenticatedAt }, service).catch(nullIfOver);
    const isOver = !opened || (session.capacity === 'officer' && !opened.account.officer && !opened.account.invitation);
    if (isOver) {
      await this.sessions.end(id);
      return null;
    }
    await this.standings.settle(personId, told, opened);
    const { account, standing, policy } = opened;
    return this.sessions.change(id, (now) =>
      now.standing > standing ? now : { ...now, standing, policy, account: wearing(account, now.account.activeProfileId) },
    );
  }

  private async byToken(authorization: string, request: FastifyRequest): Promise<Caller> {
    const token = tokenIn(authorization);
    if (!token) throw new Problem(notSignedIn);
    let known = this.tokens.get(token);
    for (let opening: Promise<Known> | undefined; ; opening = this.opening.get(token)) {
      if (opening) known = await opening;
      if (known && known.until > Date.now() && this.standings.holds(known, await this.standings.told(known.personId)))
        return asAsked(known.caller, request);
      if (!this.opening.has(token)) break;
    }
    const opened = this.open(token, request, known !== undefined);
    this.opening.set(token, opened);
    try {
      return asAsked((await opened).caller, request);
    } finally {
      if (this.opening.get(token) === opened) this.opening.delete(token);
    }
  }

  /** @param isKnown whether the sign-in was noted before, as far as this process remembers */
  private async open(token: string, request: FastifyRequest, isKnown: boolean): Promise<Known> {
    const claims = await this.bearer.verify(token);
    const told = await this.standings.told(claims.personId);
    const signIn = signInOf(token, claims, request);
    const { personId, authenticatedAt, method, level, id: authenticationId } = signIn;
    const opened = await (isKnown
      ? this.bus.call(readStanding, { personId, authenticatedAt }, service)
      : this.bus.call(openSession, signIn, service)
    ).catch(nullIfOver);
    // The issuer knows somebody whom we do not, or a password was changed since: a token opens nothing then.
    const capacity = opened && capacityOf(claims, opened.account);
    if (!capacity) throw new Problem(notSignedIn);
    await this.standings.settle(claims.personId, told, opened);
    const { account, standing, policy } = opened;
    const caller: Caller = {
      actor: actorOf({ capacity, account, method, level, authenticationId, authenticatedAt }, request),
      hasAcceptedPolicy: hasAccepted(capacity, account),
    };
    if (this.tokens.size >= 5_000) this.tokens.clear();
    const until = Math.min(claims.expiresAt, Date.now() + TOKEN_BELIEVED_MS);
    const known = { caller, personId, standing, policy, until, countedAs: `token:${hashOf(token)}` };
    this.tokens.set(token, known);
    return known;
  }
}

/** Every page says as whom it acts: nothing is done in the name of a profile that was chosen elsewhere meanwhile. */
function checkActing({ headers }: FastifyRequest, { actor, session }: Caller): void {
  const said = headers['acting-profile'];
  if (said === undefined || !actor.personId || String(said).toLowerCase() === actingAs(actor)) return;
  const worn = session?.data.account.profiles.find(({ id }) => id === actor.profileId);
  if (!worn) throw new Problem(otherProfile);
  const { it, en } = profileLabels[worn.kind];
  throw new Problem(otherProfile, {
    it: `In un’altra scheda hai scelto «${it}», e nulla è stato fatto: torna al profilo di questa pagina o ricaricala`,
    en: `In another tab you chose “${en}”, and nothing was done: go back to the profile of this page, or reload it`,
  });
}

/** A profile belongs to one person; who works, or wears none, is named herself. */
export const actingAs = ({ profileId, personId }: Actor): string | null => profileId ?? personId;

/** Null for a sign-in that opens nothing any more. */
function nullIfOver(error: unknown): null {
  if (error instanceof ForeignProblem && (error.is(personNotFound) || error.is(notSignedIn))) return null;
  throw error;
}

/** Each sign-in wears the profile that was chosen in it, as long as the person has it. */
const wearing = (account: Account, profileId: string | null): Account => ({
  ...account,
  activeProfileId: account.profiles.some(({ id }) => id === profileId) ? profileId : account.activeProfileId,
});

/** What a token for an officer says must be so now; one that says nothing of work is a citizen's. Null: it opens nothing. */
function capacityOf({ roles }: TokenClaims, { officer }: Account): Session['capacity'] | null {
  if (!roles.some((role) => staffRoles.has(role))) return 'citizen';
  return officer && roles.includes(officer.role) ? 'officer' : null;
}

const tokenIn = (authorization: string) => /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Officers work under the rules of their body; citizens accept the policy before anything else. */
const hasAccepted = (capacity: Session['capacity'], account: Account) => capacity === 'officer' || account.hasAcceptedPolicy;

const asAsked = (caller: Caller, request: FastifyRequest): Caller => ({
  ...caller,
  actor: { ...caller.actor, language: languageOf(request), address: request.ip },
});

const signInOf = (token: string, { personId, method, level, authenticatedAt }: TokenClaims, request: FastifyRequest) => ({
  id: idOf(token),
  personId,
  method: method as SignInMethod,
  level,
  authenticatedAt: authenticatedAt.toISOString(),
  address: request.ip,
});

/** The same token is the same sign-in, in every process (UUIDv8, RFC 9562). */
function idOf(token: string): string {
  const bytes = createHash('sha256').update(token).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Who was invited to work and has not accepted yet is nobody's officer, and at the officers' entrance wears no profile either. */
export function actorOf(
  { capacity, account, ...signIn }: Pick<Session, 'capacity' | 'account' | 'method' | 'level' | 'authenticationId' | 'authenticatedAt'>,
  request: FastifyRequest,
): Actor {
  const { personId } = account;
  const { method, level, authenticationId, authenticatedAt } = signIn;
  const common = { personId, language: languageOf(request), method, level, authenticationId, authenticatedAt, address: request.ip };
  if (capacity === 'officer' && account.officer) {
    const { role, organizationId, version } = account.officer;
    return { ...common, roles: [role], organizationId, rightsVersion: version, profileId: null, profileKind: null };
  }
  const profile = capacity === 'citizen' ? account.profiles.find(({ id }) => id === account.activeProfileId) : undefined;
  const { id: profileId = null, kind: profileKind = null } = profile ?? {};
  return { ...common, roles: ['citizen'], organizationId: null, rightsVersion: null, profileId, profileKind };
}
