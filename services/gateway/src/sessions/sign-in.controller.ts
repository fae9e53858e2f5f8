import { randomBytes } from 'node:crypto';
import { Controller, Get, Inject, Logger, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { newId } from '@sportello/contracts/id';
import { type SignInMethod } from '@sportello/contracts/identity/people';
import { openSession } from '@sportello/contracts/identity/sessions';
import { issuerAway, notSignedIn, timeout, unavailable } from '@sportello/contracts/problems';
import { service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import { Health } from '@sportello/service/health';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import type { Config } from '../config.js';
import { languageOf } from '../http-problem.js';
import { Callers } from './callers.js';
import { cookieName, cookieOptions } from './cookie.js';
import { Homes } from './homes.js';
import { type Departure, Issuer } from './issuer.js';
import { LONGEST_MS, SessionStore } from './session-store.js';

/** How long somebody may take at the issuer's pages. Seconds. */
const AWAY_SECONDS = 15 * 60;
const AWAY_COOKIE = 'sportello-away';

/** A path of ours only, in the letters of an address: what begins with `//` or holds a backslash would lead elsewhere. */
export function safePath(path: unknown): string {
  if (typeof path !== 'string' || path.length > 500 || !/^\/(?![/\\])[^\\\s\p{Cc}\p{Surrogate}]*$/u.test(path)) return '/';
  const { pathname, search, hash } = new URL(`http://here${path}`);
  return pathname.startsWith('//') ? '/' : pathname + search + hash;
}

/** The sign-in page, which says what went wrong and offers to try again, coming back to the same place. */
function failed(why: 'expired' | 'failed' | 'issuer-away', returnTo: string): string {
  const page = returnTo === '/en' || returnTo.startsWith('/en/') ? '/en/accedi' : '/accedi';
  return `${page}?${new URLSearchParams({ errore: why, ritorno: returnTo })}`;
}

/** Redirects to the issuer and back: no contract, because browsers follow addresses and not bodies. */
@Controller('auth')
export class SignInController {
  private readonly logger = new Logger(SignInController.name);

  constructor(
    private readonly issuer: Issuer,
    private readonly sessions: SessionStore,
    private readonly callers: Callers,
    private readonly homes: Homes,
    private readonly bus: Bus,
    private readonly redis: Redis,
    private readonly health: Health,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('login')
  async login(@Query('returnTo') returnTo: unknown, @Query('as') as: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const path = safePath(returnTo);
    const language = path === '/en' || path.startsWith('/en/') ? 'en' : languageOf(request);
    const capacity = as === 'officer' ? 'officer' : 'citizen';
    void reply.header('cache-control', 'no-store');
    const departing = await this.issuer
      .depart({ returnTo: path, capacity, home: this.homes.of(request) }, language)
      .catch((error: unknown) => {
        if (error instanceof Problem && error.problem === issuerAway) return undefined; // said in the log where it was noticed
        throw error;
      });
    if (!departing) return reply.redirect(failed('issuer-away', path), 302);
    const { url, departure } = departing;
    const id = randomBytes(24).toString('base64url');
    await this.redis.set(`away:${id}`, JSON.stringify(departure), 'EX', AWAY_SECONDS);
    await reply.setCookie(AWAY_COOKIE, id, { ...cookieOptions(this.config), path: '/auth', maxAge: AWAY_SECONDS }).redirect(url, 302);
  }

  /** Whatever goes wrong here ends on the sign-in page, which says so and offers to try again. */
  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const id = request.cookies[AWAY_COOKIE];
    const remembered = id ? await this.redis.getdel(`away:${id}`) : null;
    void reply.clearCookie(AWAY_COOKIE, { path: '/auth' }).header('cache-control', 'no-store');
    if (!remembered) return reply.redirect(failed('expired', '/'), 302);
    const departure: Departure = JSON.parse(remembered);
    try {
      const arrival = await this.issuer.arrive(new URL(request.url, departure.home), departure);
      const { personId, level, authenticatedAt } = arrival;
      const method = arrival.method as SignInMethod;
      const input = { id: newId(), personId, method, level, authenticatedAt: authenticatedAt.toISOString(), address: request.ip };
      const { account, standing, policy } = await this.health.unlessAway(['bus'], this.bus.call(openSession, input, service));
      // Somebody who only works here has nothing of her own to see: whichever door she took, she is at work.
      const isAtWork = (account.officer ?? account.invitation) && (departure.capacity === 'officer' || account.profiles.length === 0);
      const capacity = isAtWork ? 'officer' : 'citizen';
      const returnTo = isAtWork && !departure.returnTo.startsWith('/console') ? '/console' : departure.returnTo;
      const session = await this.sessions.create({
        personId,
        capacity,
        home: departure.home,
        method,
        level,
        authenticatedAt: input.authenticatedAt,
        authenticationId: input.id,
        account,
        standing,
        policy,
        csrfToken: randomBytes(24).toString('base64url'),
        idToken: arrival.idToken,
        refreshToken: arrival.refreshToken,
        sid: arrival.sid,
        endsAt: Date.now() + LONGEST_MS,
      });
      // One browser, one sign-in: the cookie of the one before opens nothing any more, wherever it was copied to.
      const before = request.cookies[cookieName(this.config)];
      if (before) await this.sessions.end(before);
      await reply.setCookie(cookieName(this.config), session, cookieOptions(this.config)).redirect(returnTo, 302);
    } catch (error) {
      this.logger.warn({ err: error, msg: 'a sign-in did not come to its end' });
      await reply.redirect(failed(isAway(error) ? 'issuer-away' : 'failed', departure.returnTo), 302);
    }
  }

  /** Ends the session here; the answer says where the browser ends it at the issuer. */
  @Post('logout')
  @RouteConfig({ isOfAnyProfile: true })
  async logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { session } = await this.callers.ofAnyProfile(request);
    if (!session) throw new Problem(notSignedIn);
    await this.sessions.end(session.id);
    const backTo = session.data.capacity === 'officer' ? '/console' : '/';
    const redirect = await this.issuer.farewell(session.data.idToken, session.data.home + backTo);
    await reply.clearCookie(cookieName(this.config), { path: '/' }).header('cache-control', 'no-store').code(200).send({ redirect });
  }

  /** The issuer ended a session (somewhere else, or by an administrator): ours ends with it. */
  @Post('backchannel-logout')
  @RouteConfig({ isOpen: true })
  async backchannelLogout(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    try {
      const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString() : '');
      await this.sessions.endBySid(await this.issuer.sidOfLogout(form.get('logout_token') ?? ''));
      return await reply.code(200).send();
    } catch (error) {
      this.logger.warn({ err: error, msg: 'a logout token was refused' });
      return await reply.code(400).send({ error: 'invalid_request' });
    }
  }
}

/** True when nothing was wrong with the sign-in, and somebody did not answer. */
const isAway = (error: unknown): boolean =>
  error instanceof ForeignProblem
    ? error.is(unavailable) || error.is(timeout)
    : error instanceof Problem && [issuerAway, unavailable, timeout].includes(error.problem);
