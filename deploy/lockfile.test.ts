import { expect, test } from '@jest/globals';
import { findMissing, makeStub } from './lockfile.mjs';

test('an optional package that the lockfile does not describe is found, wherever its parent lies', () => {
  const packages = {
    '': { optionalDependencies: { top: '1.0.0' } },
    'node_modules/top': {},
    'node_modules/a': { dev: true, optionalDependencies: { '@a/linux-arm64-musl': '2.0.0', top: '1.0.0' } },
    'node_modules/a/node_modules/b': { optionalDependencies: { beside: '1.0.0', own: '1.0.0', 'b-win32-x64': '3.0.0' } },
    'node_modules/a/node_modules/beside': {},
    'node_modules/a/node_modules/b/node_modules/own': {},
  };
  expect(findMissing(packages).map(({ name }) => name)).toEqual(['@a/linux-arm64-musl', 'b-win32-x64']);
});

test('a stub says for which machines the package would be, and for none when its name does not tell', () => {
  expect(makeStub({ name: '@a/linux-arm64-musl', version: '2.0.0', parent: { dev: true } })).toEqual({
    version: '2.0.0',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['linux'],
    libc: ['musl'],
  });
  expect(makeStub({ name: 'thing', version: '^1.2.3', parent: {} })).toEqual({ version: '1.2.3', optional: true, os: ['none'] });
});
