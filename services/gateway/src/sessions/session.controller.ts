import { Body, Controller, Get, Header, Inject, Post, Put, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { getAccount, switchProfile } from '@sportello/contracts/identity/accounts';
import { invalidInput, notSignedIn } from '@sportello/contracts/problems';
import type { Session as SessionAnswer } from '@sportello/contracts/web';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../config.js';
import { type Body as HostingBody, Themes } from '../themes/themes.js';
import { version } from '../version.js';
import { actingAs, type Caller, Callers } from './callers.js';
import { Homes } from './homes.js';
import { Issuer } from './issuer.js';
import { SessionStore } from './session-store.js';

const Switch = z.strictObject({ profileId: z.uuid() });

/** The sign-in as the pages see it. The cookie itself says nothing to them. */
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly callers: Callers,
    private readonly sessions: SessionStore,
    private readonly issuer: Issuer,
    private readonly bus: Bus,
    private readonly homes: Homes,
    private readonly themes: Themes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  async read(@Req() request: FastifyRequest): Promise<SessionAnswer> {
    return this.answer(await this.callers.bySignIn(request), request);
  }

  /** IDE-19: no new sign-in, and everything that follows is asked as the other profile. */
  @Put('profile')
  @RouteConfig({ isOfAnyProfile: true })
  @Header('cache-control', 'no-store')
  async switch(@Req() request: FastifyRequest, @Body() body: unknown): Promise<SessionAnswer> {
    const wanted = Switch.safeParse(body);
    if (!wanted.success) throw new Problem(invalidInput);
    const { actor, session } = await this.callers.ofAnyProfile(request);
    const account = await this.bus.call(switchProfile, wanted.data, actor);
    if (session && !(await this.sessions.change(session.id, (now) => ({ ...now, account })))) throw new Problem(notSignedIn);
    return this.read(request);
  }

  /** IDE-60: one press keeps the sign-in alive; the issuer is asked whether it still stands. */
  @Post('extension')
  @RouteConfig({ isOfAnyProfile: true })
  @Header('cache-control', 'no-store')
  async extend(@Req() request: FastifyRequest): Promise<SessionAnswer> {
    const { session } = await this.callers.ofAnyProfile(request);
    if (session?.data.refreshToken && (await this.sessions.mayRenew(session.id))) {
      const renewed = await this.issuer.renew(session.data.refreshToken);
      if (!renewed) {
        await this.sessions.end(session.id);
        throw new Problem(notSignedIn);
      }
      if (!(await this.sessions.change(session.id, (now) => ({ ...now, ...renewed })))) throw new Problem(notSignedIn);
    }
    return this.read(request);
  }

  /** The account is read anew: contacts and rights may have changed since the sign-in. */
  private async answer({ actor, session }: Caller, request: FastifyRequest): Promise<SessionAnswer> {
    const look = await this.themes.at(this.homes.of(request));
    const answer = sessionOfVisitor(this.config, look?.body ?? null);
    if (!actor.personId) return answer;
    const account = await this.bus.call(getAccount, {}, actor);
    return {
      ...answer,
      account: z.encode(getAccount.output, { ...account, officer: actor.organizationId ? account.officer : null }),
      actingAs: actingAs(actor),
      csrfToken: session?.data.csrfToken ?? null,
      expiresAt: session ? new Date(await this.sessions.expiresAt(session.id, session.data)).toISOString() : null,
      endsAt: session ? new Date(session.data.endsAt).toISOString() : null,
    };
  }
}

/** What whoever is not signed in is told: the same to everybody. @param body whose address it is */
export const sessionOfVisitor = ({ LABORATORY }: Pick<Config, 'LABORATORY'>, body: HostingBody | null): SessionAnswer => ({
  account: null,
  actingAs: null,
  csrfToken: null,
  serverTime: new Date().toISOString(),
  expiresAt: null,
  endsAt: null,
  body,
  version,
  isLaboratory: LABORATORY,
});
