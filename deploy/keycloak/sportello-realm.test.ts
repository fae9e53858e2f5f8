import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { permissions } from '@sportello/contracts/permissions';
import { z } from 'zod';
import { root } from '../paths.ts';

const Mapper = z.object({ name: z.string(), protocolMapper: z.string(), config: z.record(z.string(), z.string()) });
const Client = z.object({
  clientId: z.string(),
  publicClient: z.literal(false),
  standardFlowEnabled: z.boolean(),
  implicitFlowEnabled: z.literal(false),
  directAccessGrantsEnabled: z.literal(false),
  serviceAccountsEnabled: z.literal(false),
  fullScopeAllowed: z.boolean(),
  secret: z.string().optional(),
  redirectUris: z.array(z.string()),
  webOrigins: z.array(z.string()),
  attributes: z.record(z.string(), z.string()).optional(),
  protocolMappers: z.array(Mapper).default([]),
});
const Realm = z.looseObject({
  realm: z.string(),
  roles: z.object({ realm: z.array(z.object({ name: z.string() })) }),
  clients: z.array(Client),
  components: z.object({
    'org.keycloak.userprofile.UserProfileProvider': z.tuple([
      z.object({
        providerId: z.literal('declarative-user-profile'),
        config: z.object({ 'kc.user.profile.config': z.tuple([z.string()]) }),
      }),
    ]),
  }),
});
const UserProfile = z.object({
  attributes: z.array(
    z.object({
      name: z.string(),
      required: z.unknown().optional(),
      permissions: z.object({ view: z.array(z.string()), edit: z.array(z.string()) }),
    }),
  ),
});

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const text = read('deploy/keycloak/sportello-realm.json');
const realm = Realm.parse(JSON.parse(text));
const compose = read('docker-compose.yml');
const clientOf = (clientId: string) => Client.parse(realm.clients.find((client) => client.clientId === clientId));
const bff = clientOf('portal-bff');
/** A placeholder of the file, with what follows it. */
const given = (name: string, rest = '') => `\${${name}}${rest}`;
const mapperOf = (kind: string) => bff.protocolMappers.filter(({ protocolMapper }) => protocolMapper === kind);
const { attributes } = UserProfile.parse(
  JSON.parse(realm.components['org.keycloak.userprofile.UserProfileProvider'][0].config['kc.user.profile.config'][0]),
);

/** Claims that Keycloak puts into every token of a client with the default scopes `basic` and `roles`. */
const always = ['iss', 'exp', 'iat', 'sid', 'auth_time', 'realm_access'];

test('the realm has the name and lifetimes of the embedded provider', () => {
  expect(realm).toMatchObject({
    realm: 'sportello',
    sslRequired: 'external',
    registrationAllowed: false,
    bruteForceProtected: true,
    accessTokenLifespan: 300,
    ssoSessionIdleTimeout: 1_800,
    ssoSessionMaxLifespan: 36_000,
    // A refresh token is good once.
    revokeRefreshToken: true,
    refreshTokenMaxReuse: 0,
    supportedLocales: ['it', 'en', 'sl'],
    defaultLocale: 'it',
  });
});

test('the built-in scopes exist and are those of the clients, as the file lists no others', () => {
  for (const key of ['clientScopes', 'defaultDefaultClientScopes']) expect(realm).not.toHaveProperty(key);
  for (const client of z.array(z.looseObject({})).parse(JSON.parse(text).clients)) expect(client).not.toHaveProperty('defaultClientScopes');
});

/** `nbf` is looked at when an issuer writes it; Keycloak does not. */
test('every claim that the gateway reads comes from a scope or a mapper, in both tokens', () => {
  const bearer = read('services/gateway/src/sessions/bearer-tokens.ts');
  const issuer = read('services/gateway/src/sessions/issuer.ts');
  const ofAccessToken = [...(/const Claims = z\.object\({([^;]*)}\);/.exec(bearer)?.[1]?.matchAll(/^ {2}(?!nbf:)(\w+):/gm) ?? [])];
  const ofIdToken = [...issuer.matchAll(/claims(?:\.|\[')(\w+)/g)];
  const claims = [...ofAccessToken, ...ofIdToken].map(([, claim = '']) => claim);
  expect(claims).toEqual(expect.arrayContaining(['sub', 'realm_access', 'auth_time', 'spid_level', 'sid']));

  const mapped = bff.protocolMappers.filter(({ config }) => config['access.token.claim'] === 'true' && config['id.token.claim'] === 'true');
  const brought = [...always, ...mapped.map(({ config }) => config['claim.name'])];
  expect(claims.filter((claim) => !brought.includes(claim))).toEqual([]);
});

test('the audience of the tokens is the API, which the gateway insists on', () => {
  expect(read('services/gateway/src/sessions/bearer-tokens.ts')).toContain("resource: 'gateway'");
  expect(mapperOf('oidc-audience-mapper').map(({ config }) => config)).toEqual([
    expect.objectContaining({ 'included.client.audience': 'gateway', 'access.token.claim': 'true', 'id.token.claim': 'false' }),
  ]);
  const { publicClient: _confidential, ...flows } = clientOf('gateway');
  expect(flows).toMatchObject({ standardFlowEnabled: false, redirectUris: [], fullScopeAllowed: false });
});

test('tokens name the person by our own id, which only an administrator may write', () => {
  expect(mapperOf('oidc-usermodel-attribute-mapper').map(({ config }) => config)).toEqual([
    expect.objectContaining({ 'user.attribute': 'person_id', 'claim.name': 'sub' }),
  ]);
  expect(attributes.find(({ name }) => name === 'person_id')?.permissions).toEqual({ view: ['admin'], edit: ['admin'] });
});

test('the way of signing in is a list, and a value of another kind would be refused', () => {
  const notes = mapperOf('oidc-usersessionmodel-note-mapper').map(({ config }) => [config['claim.name'], config['jsonType.label']]);
  expect(notes).toEqual([
    ['amr', 'JSON'],
    ['spid_level', 'String'],
  ]);
});

test('roles reach the tokens, and each is one that the permissions know', () => {
  expect(bff.fullScopeAllowed).toBe(true);
  const known = new Set(Object.values(permissions).flat());
  const names = realm.roles.realm.map(({ name }) => name);
  expect(names).toEqual([...known].filter((role) => role !== 'visitor' && role !== 'service'));
});

test('only an authorization code with PKCE leads to tokens, and only back to our own address', () => {
  expect(bff).toMatchObject({
    standardFlowEnabled: true,
    secret: given('SPORTELLO_CLIENT_SECRET'),
    redirectUris: [given('SPORTELLO_PUBLIC_URL', '/auth/callback')],
    webOrigins: [],
    attributes: {
      'pkce.code.challenge.method': 'S256',
      'post.logout.redirect.uris': `${given('SPORTELLO_PUBLIC_URL', '/')}##${given('SPORTELLO_PUBLIC_URL', '/console')}`,
      'backchannel.logout.url': given('SPORTELLO_BACKCHANNEL_URL', '/auth/backchannel-logout'),
      'backchannel.logout.session.required': 'true',
      // The only algorithm that the check of bearer tokens understands.
      'access.token.signed.response.alg': 'RS256',
    },
  });
});

test('attributes of a digital identity are declared, or they would be dropped; nobody changes her own, and a mail address is not required', () => {
  const names = attributes.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['username', 'email', 'firstName', 'lastName', 'fiscal_number', 'birth_date']));
  for (const { name, permissions: allowed, required } of attributes) {
    expect(required).toBeUndefined();
    if (name !== 'email') expect({ name, edit: allowed.edit }).toEqual({ name, edit: ['admin'] });
  }
});

test('every placeholder of the file is given to Keycloak by the compose file', () => {
  const placeholders = [...new Set(text.match(/\$\{[A-Z_]+\}/g))].map((placeholder) => placeholder.slice(2, -1));
  expect(placeholders.length).toBeGreaterThan(0);
  for (const name of placeholders) expect(compose).toMatch(new RegExp(`^ {6}${name}: \\S`, 'm'));
});
