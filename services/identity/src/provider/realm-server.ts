import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { unavailable } from '@sportello/contracts/problems';
import { currentTraceparent, traceIdOf, within } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { isPassing } from '@sportello/messaging/rpc';
import { beginSpan, outcomeOf } from '@sportello/messaging/spans';
import { CONFIG } from '@sportello/service/config';
import { Health } from '@sportello/service/health';
import { homesOf } from '@sportello/service/homes';
import { hasLaboratory } from '@sportello/service/laboratory';
import { isAway } from '@sportello/service/redis';
import { Redis } from 'ioredis';
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { DataSource } from 'typeorm';
import { InitialPasswords } from '../accounts/initial-passwords.js';
import { SecondFactors } from '../accounts/second-factors.js';
import { SignInService } from '../accounts/sign-in.service.js';
import { type Config } from '../config.js';
import { CredentialPages } from './credential-pages.js';
import { BadRequest } from './http.js';
import { Interactions } from './interactions.js';
import { registerLaboratoryGrant } from './laboratory-grant.js';
import { confirmScriptHash, errorPage, type PageSetting, pagesCss, signedOutPage, signOutPage } from './pages.js';
import { createProvider } from './provider.js';
import { chooseLanguage } from './texts.js';

/** What answers below the realm's path. */
interface Doors {
  interactions: Interactions;
  /** The provider's own routes. */
  pass: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** How long a shutdown waits for answers under way, in milliseconds. */
const GRACE_MS = 2_000;

/** The realm's own HTTP listener: the gateway passes `/realms/…` on to it, and nobody else visits. */
@Injectable()
export class RealmServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RealmServer.name);
  private readonly realm: string;
  private readonly policy: string;
  private server?: Server;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly redis: Redis,
    private readonly db: DataSource,
    private readonly signIn: SignInService,
    private readonly initialPasswords: InitialPasswords,
    private readonly secondFactors: SecondFactors,
    private readonly credentials: CredentialPages,
    private readonly health: Health,
  ) {
    this.realm = new URL(config.OIDC_ISSUER).pathname;
    const { origin } = new URL(config.PUBLIC_URL);
    const homes = homesOf(config).join(' ');
    // A form's answer leads on by redirects to the portal, and browsers hold those against form-action too. Two scripts may
    // run, by their hashes: the one that confirms a sign-out, and the provider's own that sends a form on, which it adds itself.
    this.policy = `default-src 'none'; style-src 'self' ${origin}; font-src 'self' ${origin} data:; img-src 'self' ${origin} data:; form-action 'self' ${homes}; script-src ${confirmScriptHash}; base-uri 'none'; frame-ancestors 'none'`;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { TOKENS, OIDC_ISSUER, OIDC_PORT, OIDC_HOST, LABORATORY } = this.config;
    if (TOKENS === 'keycloak') {
      this.logger.log({ msg: 'tokens are issued by Keycloak, the embedded provider is off', issuer: OIDC_ISSUER });
      return;
    }
    const provider = createProvider(this.config, this.redis, this.db.manager, this);
    if (hasLaboratory('token-by-name', this.config)) registerLaboratoryGrant(provider, this.signIn);
    this.listenTo(provider);
    const interactions = new Interactions(provider, this.signIn, this.initialPasswords, this.secondFactors, this.config, this.db.manager);
    const pass = provider.callback();
    const server = createServer((request, response) => {
      const cause = request.headers['traceparent'] as string | undefined;
      const { traceparent, end } = beginSpan({ kind: 'server', name: `${request.method} sign-in`, cause });
      response.once('close', () => end(outcomeOf(response.statusCode)));
      void within({ traceparent }, () => this.answer(request, response, { interactions, pass }));
    });
    server.requestTimeout = 30_000;
    this.server = server;
    await new Promise<void>((done, fail) => server.once('error', fail).listen(OIDC_PORT, OIDC_HOST, done));
    this.logger.log({ msg: 'tokens are issued by the embedded provider, not by Keycloak', issuer: OIDC_ISSUER, laboratory: LABORATORY });
  }

  async onModuleDestroy(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(impatient);
  }

  renderError = (ctx: KoaContextWithOIDC, out: { error: string }, error: Error): void => {
    const isExpired = error instanceof errors.SessionNotFound;
    ctx.type = 'html';
    ctx.body = errorPage(this.settingOf(ctx), isExpired ? 'expired' : isOutage(error) ? 'away' : 'failed', codeOf(out.error));
  };

  /** Who comes from our own sign-out button has already decided: her page confirms by itself, where scripts run. */
  logoutSource = async (ctx: KoaContextWithOIDC, form: string): Promise<void> => {
    const hint = ctx.oidc.entities.IdTokenHint?.payload['sub'];
    const isDecided = hint !== undefined && hint === ctx.oidc.session?.accountId;
    ctx.type = 'html';
    ctx.body = signOutPage(this.settingOf(ctx), form, isDecided);
  };

  postLogoutSuccessSource = async (ctx: KoaContextWithOIDC): Promise<void> => {
    ctx.type = 'html';
    ctx.body = signedOutPage(this.settingOf(ctx));
  };

  private async answer(request: IncomingMessage, response: ServerResponse, { interactions, pass }: Doors): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://realm');
    // Addresses are built from the issuer alone, whatever a visitor claims the host to be.
    const { host, protocol } = new URL(this.config.OIDC_ISSUER);
    Object.assign(request.headers, { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
    response.setHeader('content-security-policy', this.policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    const { pathname } = url;
    const [, below] = pathname.split(`${this.realm}/credentials`);
    const isCredentials = pathname.startsWith(`${this.realm}/credentials`) && (below === '' || below?.startsWith('/') === true);
    const isPage = isCredentials || pathname.startsWith(`${this.realm}/interaction/`);
    const work = async () => {
      if (pathname === `${this.realm}/pages.css`) sendStyles(response);
      else if (isCredentials) {
        const page = await this.credentials.answer(request, response, url, below ?? '');
        if (page === undefined) response.writeHead(404).end();
        else sendPage(response, page);
      } else if (isPage) {
        const page = await interactions.answer(request, response, url);
        if (page !== undefined) sendPage(response, page);
      } else if (pathname.startsWith(`${this.realm}/`)) {
        // The provider's own routes begin after the realm's path, and `baseUrl` is where it looks for that path.
        Object.assign(request, { baseUrl: this.realm, originalUrl: request.url, url: request.url?.slice(this.realm.length) });
        await pass(request, response);
      } else response.writeHead(404).end();
    };
    try {
      await this.health.unlessAway(['database', 'redis'], work());
    } catch (error) {
      const isForPrograms = !isPage && !/\btext\/html\b/.test(request.headers.accept ?? '');
      const asked = url.searchParams.get('lang') ?? url.searchParams.get('ui_locales') ?? undefined;
      this.fail(response, error, isForPrograms ? undefined : chooseLanguage(asked, request.headers['accept-language']));
    }
  }

  /**
   * The one catch of the realm: what is expected is told in plain words, the rest is logged whole.
   * @param language of the page; undefined for a program, which is told by a code (RFC 6749, 4.1.2.1)
   */
  private fail(response: ServerResponse, error: unknown, language: PageSetting['language'] | undefined): void {
    const isExpired = error instanceof errors.SessionNotFound;
    const isExpected = isExpired || error instanceof BadRequest;
    const isAway = isOutage(error);
    if (!isExpected) this.logger.error({ err: error, msg: 'a page of the realm failed' });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = isExpected ? 400 : isAway ? unavailable.status : 500;
    if (isAway) response.setHeader('retry-after', '1');
    const code = isExpected ? 'invalid_request' : isAway ? 'temporarily_unavailable' : 'server_error';
    if (language === undefined) sendJson(response, { error: code });
    else sendPage(response, errorPage(this.setting(language), isExpired ? 'expired' : isAway ? 'away' : 'failed', codeOf(code)));
  }

  private setting(language: PageSetting['language']): PageSetting {
    const { PUBLIC_URL: home } = this.config;
    return { language, home, portal: home, realm: this.realm, isLaboratory: this.config.LABORATORY };
  }

  private settingOf({ oidc, headers }: KoaContextWithOIDC): PageSetting {
    const asked = oidc.params?.['ui_locales'];
    return this.setting(chooseLanguage(typeof asked === 'string' ? asked : undefined, headers['accept-language']));
  }

  /** The provider tells its failures as events. Codes and clients only: descriptions may quote what a visitor sent. */
  private listenTo(provider: Provider): void {
    provider.on('server_error', (ctx, err) => {
      if (isOutage(err)) ctx.status = unavailable.status;
      this.logger.error({ err, msg: 'the provider failed' });
    });
    const note = (what: string) => (ctx: KoaContextWithOIDC, error: Error & { error?: string }) =>
      this.logger.warn({ msg: what, code: error.error ?? error.name, client: ctx.oidc.client?.clientId });
    provider.on('authorization.error', note('an authorization was refused'));
    provider.on('grant.error', note('a token was refused'));
    provider.on('end_session.error', note('a sign-out was refused'));
    provider.on('backchannel.error', (_ctx, err) => this.logger.warn({ err, msg: 'the gateway was not told of a sign-out' }));
  }
}

/** True when the realm cannot answer for now, because the database or Redis is away. */
const isOutage = (error: unknown) => isPassing(error) || isAway(error) || (error instanceof Problem && error.problem === unavailable);

/** What a person can quote: what happened, and the trace under which the logs speak of it. */
const codeOf = (error: string) => `${error} ${traceIdOf(currentTraceparent())}`;

function sendJson(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(body));
}

function sendPage(response: ServerResponse, page: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(page);
}

function sendStyles(response: ServerResponse): void {
  response.setHeader('content-type', 'text/css; charset=utf-8');
  response.setHeader('cache-control', 'public, max-age=3600');
  response.end(pagesCss);
}
