import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.exclude;

/** Tests run from the sources: the `source` condition of each workspace package names them. */
// biome-ignore lint/style/noDefaultExport: jest reads its settings from the default export
export default {
  rootDir: import.meta.dirname,
  // The data of the local stack lies in the same folder and must not be searched.
  roots: ['libs', 'services', 'web', 'deploy', 'bench'].map((folder) => `<rootDir>/${folder}`),
  testMatch: ['<rootDir>/{libs,services,web,deploy,bench}/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: '<rootDir>/deploy/jest/environment.mjs',
  runtime: '<rootDir>/deploy/jest/runtime.mjs',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        ...swc,
        jsc: { ...swc.jsc, transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
        swcrc: false,
      },
    ],
  },
  cacheDirectory: '<rootDir>/.sportello/jest',
  /** A worker that ends takes with it what its files share. */
  workerIdleMemoryLimit: '1500MB',
  /** Milliseconds: for what hangs, and never for what a busy machine does slowly. */
  testTimeout: 300_000,
};
