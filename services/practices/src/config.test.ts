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
