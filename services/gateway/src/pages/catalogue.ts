import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';

/**
 * Serves the catalogue of the pages' shared parts at `/catalogo` to those who build pages.
 *
 * @throws RangeError outside a laboratory: no installation for real people has it
 */
export async function serveCatalogue(server: FastifyInstance, { CATALOGUE_ROOT: root, LABORATORY }: Config): Promise<void> {
  if (root === undefined) return;
  if (!LABORATORY) throw new RangeError('CATALOGUE_ROOT is for a laboratory alone');
  await server.register(fastifyStatic, { root, prefix: '/assets/catalogue/', decorateReply: false, index: false, maxAge: 0 });
  // Read each time: it is compiled again while one works on it.
  for (const path of ['/catalogo', '/catalogo/*'])
    server.get(path, (_request, reply) =>
      reply.header('content-type', 'text/html; charset=utf-8').send(readFileSync(join(root, 'index.html'), 'utf8')),
    );
}
