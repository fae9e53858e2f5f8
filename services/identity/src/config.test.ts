import { expect, test } from '@jest/globals';
import { readConfig } from '@sportello/service/config';
import { settings } from '../test/start-identity.js';
import { Config } from './config.js';

const given = { ...settings(), PUBLIC_URL: 'https://servizi.example.it/' };

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
