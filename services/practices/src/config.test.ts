import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { readConfig } from '@sportello/service/config';
import { PracticesConfig } from './config.js';

const ed25519 = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const spki = { format: 'der', type: 'spki' } as const;
const publicKey = ed25519.publicKey.export(spki).toString('base64');
const given = {
  STORAGE_URL: 'file:///files',
  FILES_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://servizi.example.it',
  SIGNING_KEY: JSON.stringify(ed25519.privateKey.export({ format: 'jwk' })),
};

test('former keys of marks are public keys of the right kind, or the service does not start', () => {
  expect(readConfig(PracticesConfig, given).MARK_KEYS).toEqual([]);
  expect(readConfig(PracticesConfig, { ...given, MARK_KEYS: '' }).MARK_KEYS).toEqual([]);
  expect(readConfig(PracticesConfig, { ...given, MARK_KEYS: `${publicKey},${publicKey}` }).MARK_KEYS).toHaveLength(2);
  const ofRsa = rsa.publicKey.export(spki).toString('base64');
  for (const wrong of ['x', `${publicKey},x`, ofRsa, ed25519.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')])
    expect(() => readConfig(PracticesConfig, { ...given, MARK_KEYS: wrong })).toThrow(/^The environment is not complete:\n {2}MARK_KEYS/);
});

test('systems of bodies are told by body, and their secrets never reach a message', () => {
  const body = '01890000-0000-7000-8000-000000000001';
  const systems = { BODY_SYSTEMS: `${body}=https://protocollo.example.it/api/`, BODY_SYSTEM_SECRETS: `${body}=${'s='.repeat(8)}` };
  const { BODY_SYSTEMS, BODY_SYSTEM_SECRETS } = readConfig(PracticesConfig, { ...given, ...systems });
  expect([...BODY_SYSTEMS]).toEqual([[body, 'https://protocollo.example.it/api']]);
  expect([...BODY_SYSTEM_SECRETS]).toEqual([[body, 's='.repeat(8)]]);
  const wrong = () => readConfig(PracticesConfig, { ...given, BODY_SYSTEM_SECRETS: `${body}=geheim` });
  expect(wrong).toThrow(/BODY_SYSTEM_SECRETS/);
  expect(wrong).not.toThrow(/geheim/);
  expect(() => readConfig(PracticesConfig, { ...given, BODY_SYSTEMS: 'nobody=https://a.example' })).toThrow(/BODY_SYSTEMS/);
  const twice = `${systems.BODY_SYSTEMS},${systems.BODY_SYSTEMS}`;
  expect(() => readConfig(PracticesConfig, { ...given, BODY_SYSTEMS: twice })).toThrow(/BODY_SYSTEMS/);
});
