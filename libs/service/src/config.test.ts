import { expect, test } from '@jest/globals';
import { CommonConfig, readConfig } from './config.js';
import { homeOfBody, homesOf } from './homes.js';

const given = { NATS_URL: 'nats://bus', NATS_USER: 'gateway', NATS_PASSWORD: 'secret', REDIS_URL: 'redis://redis' };
const production = { ...given, PUBLIC_URL: 'https://servizi.example.it' };
const laboratory = { ...given, NODE_ENV: 'development', LABORATORY: 'true', PUBLIC_URL: 'http://localhost:3000' };

test('an installation is production unless it says otherwise', () => {
  expect(readConfig(CommonConfig, production)).toMatchObject({ NODE_ENV: 'production', LABORATORY: false, LABORATORY_IN_PUBLIC: false });
});

test.each([
  ['http://localhost:3000'],
  ['http://127.0.0.1:3000'],
  ['http://127.8.9.10'],
  ['http://[::1]:3000'],
  ['http://sportello.localhost'],
])('a laboratory starts at %s, which only this machine reaches', (PUBLIC_URL) => {
  expect(readConfig(CommonConfig, { ...laboratory, PUBLIC_URL })).toMatchObject({ LABORATORY: true });
});

test.each([
  ['https://servizi.example.it'],
  ['https://localhost'],
  ['http://servizi.example.it'],
  ['http://192.168.1.10:3000'],
  ['http://10.0.0.1'],
  ['http://127.0.0.1.example.it'],
  ['http://localhost.example.it'],
])('a laboratory does not start at %s, unless a second variable insists', (PUBLIC_URL) => {
  const environment = { ...laboratory, PUBLIC_URL };
  expect(() => readConfig(CommonConfig, environment)).toThrow('PUBLIC_URL: is not an address of this machine alone');
  expect(readConfig(CommonConfig, { ...environment, LABORATORY_IN_PUBLIC: 'true' })).toMatchObject({ LABORATORY: true });
});

test.each<[string, Record<string, string | undefined>, string]>([
  ['a laboratory in production', { ...laboratory, NODE_ENV: 'production' }, 'LABORATORY: is refused in production'],
  ['a laboratory that does not say that it is none', { ...laboratory, NODE_ENV: undefined }, 'LABORATORY: is refused in production'],
  [
    'a laboratory in production that insists',
    { ...production, LABORATORY: 'true', LABORATORY_IN_PUBLIC: 'true' },
    'LABORATORY: is refused',
  ],
  ['somebody who insists on no laboratory', { ...production, LABORATORY_IN_PUBLIC: 'true' }, 'LABORATORY_IN_PUBLIC: means nothing without'],
  ['an address without TLS', { ...production, PUBLIC_URL: 'http://servizi.example.it' }, 'PUBLIC_URL: must begin with https://'],
  [
    'an address without TLS on this machine',
    { ...production, PUBLIC_URL: 'http://localhost:3000' },
    'PUBLIC_URL: must begin with https://',
  ],
  ['a misspelt environment', { ...production, NODE_ENV: 'prod' }, 'NODE_ENV'],
])('%s is refused with words', (_what, environment, words) => {
  expect(() => readConfig(CommonConfig, environment)).toThrow(words);
});

test('a slash at the end of the public address is no part of it', () => {
  expect(readConfig(CommonConfig, { ...production, PUBLIC_URL: 'https://servizi.example.it//' }).PUBLIC_URL).toBe(
    'https://servizi.example.it',
  );
});

const body = '0198c0de-0000-7000-8000-000000000001';

test('ADM-34: bodies have addresses of their own', () => {
  const { BODY_URLS, PUBLIC_URL } = readConfig(CommonConfig, { ...production, BODY_URLS: `${body}=https://servizi.comune.example.it/` });
  expect(homesOf({ BODY_URLS, PUBLIC_URL })).toEqual([PUBLIC_URL, 'https://servizi.comune.example.it']);
  expect(homeOfBody({ BODY_URLS, PUBLIC_URL }, body)).toBe('https://servizi.comune.example.it');
  expect([homeOfBody({ BODY_URLS, PUBLIC_URL }, null), homeOfBody({ BODY_URLS, PUBLIC_URL }, given.NATS_URL)]).toEqual([
    PUBLIC_URL,
    PUBLIC_URL,
  ]);
});

test.each([
  ['what is no pair', 'https://servizi.comune.example.it', 'want <id of a body>=<address>'],
  ['the name of a body in the place of its id', 'comune=https://servizi.comune.example.it', 'want <id of a body>=<address>'],
  ['an address without TLS', `${body}=http://servizi.comune.example.it`, 'BODY_URLS: must begin with https://'],
  ['one body twice', `${body}=https://a.example.it,${body}=https://b.example.it`, 'each body and each address once'],
])('addresses of bodies: %s is refused with words', (_what, BODY_URLS, words) => {
  expect(() => readConfig(CommonConfig, { ...production, BODY_URLS })).toThrow(words);
});

test('a laboratory does not start when a body has an address that others reach', () => {
  expect(() => readConfig(CommonConfig, { ...laboratory, BODY_URLS: `${body}=http://servizi.example.it` })).toThrow(
    'BODY_URLS: is not an address of this machine alone',
  );
});

test('what is wrong is named without its value', () => {
  expect(() => readConfig(CommonConfig, { ...production, REDIS_URL: 'hidden', NATS_PASSWORD: '' })).toThrow(
    /^The environment is not complete:\n {2}NATS_PASSWORD: .+\n {2}REDIS_URL: (?!.*hidden)/,
  );
});
