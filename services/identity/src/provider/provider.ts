import { homesOf } from '@sportello/service/homes';
import { hasLaboratory } from '@sportello/service/laboratory';
import type { Redis } from 'ioredis';
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider, type ResourceServer } from 'oidc-provider';
import type { EntityManager } from 'typeorm';
import { Credential } from '../accounts/credential.entity.js';
import { mayEnterAsStaff, rolesOf } from '../accounts/roles.js';
import type { Config } from '../config.js';
import { Person } from '../people/person.entity.js';
import { Standing } from '../standings/standing.entity.js';
import { RedisAdapter } from './redis-adapter.js';

/** The one resource: everything under `/api/v1`. Its tokens carry the audience that the gateway asks for. */
export const RESOURCE = 'urn:sportello:gateway';
export const LABORATORY_CLIENT = 'laboratory';
const AUDIENCE = 'gateway';
const SCOPES = 'openid profile roles';

/** Lifetimes in seconds, those of a Keycloak realm's defaults. */
const ACCESS_TOKEN = 300;
const IDLE = 1_800;
const SESSION = 36_000;
/** For somebody who tries the API by hand. */
const LABORATORY_TOKEN = 3_600;

const { Check, base } = interactionPolicy;

export interface Rendering {
  renderError: Configuration['renderError'];
  logoutSource: (ctx: KoaContextWithOIDC, form: string) => Promise<void>;
  postLogoutSuccessSource: (ctx: KoaContextWithOIDC) => Promise<void>;
}

/** The embedded OpenID provider with Keycloak's paths and tokens, so that whoever checks them cannot tell the difference. */
export function createProvider(config: Config, redis: Redis, db: EntityManager, rendering: Rendering): Provider {
  const realm = new URL(config.OIDC_ISSUER).pathname;
  const secure = !hasLaboratory('cookie-without-tls', config) || config.OIDC_ISSUER.startsWith('https:');
  const cookie = { httpOnly: true, sameSite: 'lax', secure, signed: true } as const;
  const { renderError, logoutSource, postLogoutSuccessSource } = rendering;
  const provider = new Provider(config.OIDC_ISSUER, {
    adapter: (kind) => new RedisAdapter(redis, kind),
    jwks: config.OIDC_JWKS,
    clients: clientsOf(config),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    responseTypes: ['code'],
    scopes: SCOPES.split(' '),
    acrValues: ['1', '2', '3'],
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time', 'locale', 'typ', 'method', 'spid_level'],
      profile: ['preferred_username'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    extraParams: ['as', 'kc_idp_hint', 'method'],
    enableHttpPostMethods: false,
    routes: {
      authorization: '/protocol/openid-connect/auth',
      token: '/protocol/openid-connect/token',
      jwks: '/protocol/openid-connect/certs',
      revocation: '/protocol/openid-connect/revoke',
      end_session: '/protocol/openid-connect/logout',
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, _resource, client) => resourceServer(client.clientId),
      },
    },
    cookies: {
      names: { session: 'sportello_realm', interaction: 'sportello_interaction', resume: 'sportello_resume' },
      keys: config.COOKIE_KEYS,
      long: { ...cookie, path: `${realm}/` },
      short: cookie,
    },
    ttl: {
      AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? ACCESS_TOKEN,
      AuthorizationCode: 60,
      Grant: SESSION,
      IdToken: ACCESS_TOKEN,
      Interaction: IDLE,
      RefreshToken: IDLE,
      Session: SESSION,
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: () => true,
    interactions: { policy: policyOf(db), url: (_ctx, { uid }) => `${realm}/interaction/${uid}` },
    loadExistingGrant: firstPartyGrant,
    findAccount: async (_ctx, id, source) => {
      const person = await db.findOneBy(Person, { id });
      const authTime = source && 'authTime' in source ? source.authTime : undefined;
      if (!person || (await isOver(db, id, authTime))) return undefined;
      const method = source && 'amr' in source ? source.amr?.[0] : undefined;
      const level = source && 'acr' in source ? source.acr : undefined;
      const claims = { sub: id, typ: 'ID', locale: person.contacts.language, method, spid_level: level };
      return { accountId: id, claims: async () => ({ ...claims, preferred_username: await usernameOf(db, id) }) };
    },
    extraTokenClaims: async (ctx, token) => {
      const personId = 'accountId' in token ? token.accountId : undefined;
      if (!personId) return undefined;
      const source = ctx.oidc.entities.AuthorizationCode ?? ctx.oidc.entities.RefreshToken;
      const level = source?.acr ?? '2';
      return {
        typ: 'Bearer',
        azp: token.clientId,
        sid: 'sid' in token ? token.sid : undefined,
        acr: level,
        spid_level: level,
        amr: source?.amr ?? ['local'],
        method: source?.amr?.[0] ?? 'local',
        auth_time: source?.authTime,
        preferred_username: await usernameOf(db, personId),
        realm_access: { roles: await rolesOf(db, personId) },
      };
    },
    renderError,
    // The one address ever fetched is our own gateway's, from the configuration: it may well be a private one.
    fetch: (address, init) => fetch(address, { ...init, dispatcher: undefined }),
  });
  provider.proxy = true;
  return provider;
}

function clientsOf(config: Config): Configuration['clients'] {
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL } = config;
  const homes = homesOf(config);
  return [
    {
      client_id: OIDC_CLIENT_ID,
      client_secret: OIDC_CLIENT_SECRET,
      redirect_uris: homes.map((home) => `${home}/auth/callback`),
      post_logout_redirect_uris: homes.flatMap((home) => ['/', '/en', '/console'].map((path) => home + path)),
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      backchannel_logout_uri: `${PUBLIC_URL}/auth/backchannel-logout`,
      backchannel_logout_session_required: true,
    },
    ...(hasLaboratory('token-by-name', config)
      ? [
          {
            client_id: LABORATORY_CLIENT,
            token_endpoint_auth_method: 'none' as const,
            redirect_uris: [],
            response_types: [],
            grant_types: ['urn:sportello:laboratory'],
          },
        ]
      : []),
  ];
}

export const resourceServer = (clientId: string): ResourceServer => ({
  scope: SCOPES,
  audience: AUDIENCE,
  accessTokenFormat: 'jwt',
  accessTokenTTL: clientId === LABORATORY_CLIENT ? LABORATORY_TOKEN : ACCESS_TOKEN,
  jwt: { sign: { alg: 'RS256' } },
});

/** Whether what was signed in then is over, for another password. @param at seconds; unknown for what has no sign-in of its own */
async function isOver(db: EntityManager, personId: string, at: number | undefined): Promise<boolean> {
  const standing = at === undefined ? null : await db.findOneBy(Standing, { personId });
  return Boolean(standing?.signInsSince && at !== undefined && at * 1_000 < standing.signInsSince.getTime());
}

/** Asks only who one is: our own portal needs no consent. At the officers' entrance a citizen's session does not do. */
function policyOf(db: EntityManager) {
  const policy = base();
  policy.remove('consent');
  policy.get('login')?.checks.add(
    new Check('not_an_officer', 'an officer has to sign in', async ({ oidc }) => {
      const { accountId } = oidc.session ?? {};
      if (oidc.params?.['as'] !== 'officer' || !accountId || oidc.result?.login) return Check.NO_NEED_TO_PROMPT;
      return (await mayEnterAsStaff(db, accountId)) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
    }),
  );
  policy.get('login')?.checks.add(
    new Check('signed_in_before', 'the password is another one since', async ({ oidc }) => {
      const { accountId, loginTs } = oidc.session ?? {};
      if (!accountId || oidc.result?.login) return Check.NO_NEED_TO_PROMPT;
      return (await isOver(db, accountId, loginTs)) ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return policy;
}

/** The grant of this session for our own client. The same one again at the next sign-in: tokens of the first stay good. */
async function firstPartyGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const { clientId } = client;
  const known = session.grantIdFor(clientId);
  const grant = known && (await provider.Grant.find(known));
  if (grant && grant.accountId === session.accountId) return grant;
  const fresh = new provider.Grant({ clientId, accountId: session.accountId });
  fresh.addOIDCScope(SCOPES);
  fresh.addResourceScope(RESOURCE, SCOPES);
  await fresh.save();
  return fresh;
}

const usernameOf = async (db: EntityManager, personId: string) => (await db.findOneBy(Credential, { personId }))?.username ?? personId;
