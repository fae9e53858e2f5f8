import { Id } from '@sportello/contracts/contract';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import { notFound } from '@sportello/contracts/problems';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import type { FastifyInstance } from 'fastify';
import type { Themes } from './themes.js';

/**
 * The stylesheet and the logo of each body. A page may be older or newer than what this replica knows: under the name of another version,
 * as under `look.css` and `look.png`, the present one comes, which nobody keeps.
 */
export function serveThemes(server: FastifyInstance, themes: Themes): void {
  server.get<{ Params: { organizationId: string; file: string } }>('/themes/:organizationId/:file', async ({ params }, reply) => {
    const { data: organizationId } = Id.safeParse(params.organizationId);
    const [, ending] = /^(?:look|[0-9a-f]{16})(\.css|\.png)$/.exec(params.file) ?? [];
    if (!organizationId || !ending) throw new Problem(notFound);
    const { files } = await themes.find(organizationId).catch((error: unknown) => {
      throw error instanceof ForeignProblem && error.is(organizationNotFound) ? new Problem(notFound) : error;
    });
    const named = files.get(params.file);
    const file = named ?? [...files].find(([name]) => name.endsWith(ending))?.[1];
    if (!file) throw new Problem(notFound);
    return reply
      .header('content-type', file.type)
      .header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      .send(file.content);
  });
}
