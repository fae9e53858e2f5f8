import { expect, test } from '@jest/globals';
import { readConfig } from '@sportello/service/config';
import { settings } from '../test/start-identity.js';
import { Config } from './config.js';

const bus = { NATS_URL: 'nats://bus', NATS_USER: 'identity', NATS_PASSWORD: 'secret', REDIS_URL: 'redis://redis' };
const given = { ...bus, ...settings(), PUBLIC_URL: 'https://servizi.example.it/' };

test('a key that cannot sign, a short secret and an issuer outside a realm are refused by name, without their values', () => {
  for (const [name, value] of Object.entries({
    OIDC_JWKS: '{"keys":[]}',
    OIDC_CLIENT_SECRET: 'short',
    OIDC_ISSUER: 'https://servizi.example.it/',
    COOKIE_KEYS: `${'x'.repeat(32)},short`,
  }))
    expect(() => readConfig(Config, { ...given, [name]: value })).toThrow(new RegExp(`^The environment is not complete:\\n  ${name}`));
  expect(() => readConfig(Config, { ...given, OIDC_JWKS: 'not json' })).toThrow('OIDC_JWKS');
});

test('a laboratory opens its provider to this machine alone, unless a second variable insists', () => {
  const laboratory = { ...given, PUBLIC_URL: 'http://localhost:3000', NODE_ENV: 'development', LABORATORY: 'true' };
  const open = { ...laboratory, OIDC_HOST: '0.0.0.0' };
  expect(() => readConfig(Config, open)).toThrow('OIDC_HOST: opens the door');
  for (const fine of [laboratory, { ...open, LABORATORY_IN_PUBLIC: 'true' }, { ...open, BIND_ADDRESS: '127.0.0.1' }])
    expect(readConfig(Config, fine)).toMatchObject({ LABORATORY: true });
});
