import { expect, test } from '@jest/globals';
import { readConfig } from '@sportello/service/config';
import { Config } from './config.js';

const laboratory = {
  NODE_ENV: 'development',
  LABORATORY: 'true',
  PUBLIC_URL: 'http://localhost',
  NATS_URL: 'nats://bus',
  NATS_USER: 'gateway',
  NATS_PASSWORD: 'secret',
  REDIS_URL: 'redis://redis',
  OIDC_ISSUER: 'http://localhost/realms/sportello',
  OIDC_CLIENT_SECRET: 'x'.repeat(32),
  WEB_ROOT: '/web',
  STORAGE_URL: 'file:///files',
  FILES_SECRET: 'x'.repeat(32),
};

test.each(['0.0.0.0', '::', '192.168.1.10', 'servizi.example.it', ''])('a laboratory does not open its door at “%s”', (HOST) => {
  const open = { ...laboratory, HOST };
  expect(() => readConfig(Config, open)).toThrow('HOST: opens the door to other machines');
  expect(() => readConfig(Config, { ...open, BIND_ADDRESS: '0.0.0.0' })).toThrow('BIND_ADDRESS: opens the door to other machines');
  // A container listens on all of its own addresses: what counts is where the machine has its door.
  for (const fine of [laboratory, { ...open, BIND_ADDRESS: '127.0.0.1' }, { ...open, LABORATORY_IN_PUBLIC: 'true' }])
    expect(readConfig(Config, fine)).toMatchObject({ LABORATORY: true });
});

test('a secret of fewer than 32 characters is refused by name', () => {
  for (const name of ['OIDC_CLIENT_SECRET', 'FILES_SECRET'])
    expect(() => readConfig(Config, { ...laboratory, [name]: 'x'.repeat(31) })).toThrow(`\n  ${name}: `);
});
