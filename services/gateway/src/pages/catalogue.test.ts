import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fastify from 'fastify';
import type { Config } from '../config.js';
import { serveCatalogue } from './catalogue.js';

const folder = mkdtempSync(join(tmpdir(), 'sportello-catalogue-'));
writeFileSync(join(folder, 'index.html'), '<title>Catalogo</title>');
afterAll(() => rmSync(folder, { recursive: true }));

const opened = async (config: Pick<Config, 'CATALOGUE_ROOT' | 'LABORATORY'>) => {
  const server = fastify();
  await serveCatalogue(server, config as Config);
  return server;
};

test('whoever builds pages finds the catalogue of their parts, and each part, by its address', async () => {
  const server = await opened({ CATALOGUE_ROOT: folder, LABORATORY: true });
  for (const url of ['/catalogo', '/catalogo/en/tabella']) {
    const { statusCode, body } = await server.inject(url);
    expect({ url, statusCode, body }).toMatchObject({ url, statusCode: 200, body: '<title>Catalogo</title>' });
  }
});

test('no installation before real people has the catalogue: it is not there unasked, and asked for the gateway does not start', async () => {
  const server = await opened({ CATALOGUE_ROOT: undefined, LABORATORY: true });
  expect((await server.inject('/catalogo')).statusCode).toBe(404);
  await expect(opened({ CATALOGUE_ROOT: folder, LABORATORY: false })).rejects.toThrow('CATALOGUE_ROOT is for a laboratory alone');
});
