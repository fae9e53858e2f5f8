import { expect, test } from '@jest/globals';
import { KnownDevices } from './known-devices.js';

const now = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-09-30T09:00:00Z');
const devices = new KnownDevices(['the key that signs']);
const cookie = devices.cookieFor('Giulia.Bianco', now);
const sent = `a=b; ${cookie.name}=${cookie.value}; c=d`;

test('a browser is known to the name that signed in there, in capitals too, and to no other', () => {
  const id = devices.find(sent, 'giulia.bianco', now);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(devices.find(sent, 'GIULIA.BIANCO', now)).toBe(id);
  expect(devices.find(sent, 'marco.russo', now)).toBeUndefined();
  const renamed = sent.replace(cookie.name, devices.cookieFor('marco.russo', now).name);
  expect(devices.find(renamed, 'marco.russo', now)).toBeUndefined();
});

test('what is altered, signed by another key, or older than half a year is not known', () => {
  expect(devices.find(sent.replace(cookie.value, `x${cookie.value.slice(1)}`), 'giulia.bianco', now)).toBeUndefined();
  expect(new KnownDevices(['another key']).find(sent, 'giulia.bianco', now)).toBeUndefined();
  expect(devices.find(sent, 'giulia.bianco', later)).toBeUndefined();
  expect(devices.find('', 'giulia.bianco', now)).toBeUndefined();
});

test('a key that no longer signs is still accepted', () => {
  expect(new KnownDevices(['a newer key', 'the key that signs']).find(sent, 'giulia.bianco', now)).toBeDefined();
});
