import { methodNotAllowed, notFound } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for what pages of other sites may read as well (CORS): it is the same for everybody, or says nothing by itself. */
    isPublic?: boolean;
  }
}

/** As it was written: what a parser of addresses would make of `//[` or of `//a:b` is nobody's page. */
export const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '/';

/** Which methods an address knows, by the routes that were opened: asked only when none of them fits. */
export class Methods {
  private isPage: (path: string) => boolean = () => false;
  private readonly routes: { pattern: RegExp; method: string; isPublic: boolean }[] = [];

  /** Must be called before the first route is opened. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ url, method, config }) => {
      // The page of every other address, and what says no, are no routes of their own.
      if (url === '/*' || url === '*') return;
      const pattern = new RegExp(
        `^${url
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replace(/:\w+/g, '[^/]+')
          .replace(/\*/g, '.*')}$`,
      );
      const isPublic = config?.isPublic === true;
      for (const each of [method].flat()) this.routes.push({ pattern, method: each, isPublic });
    });
  }

  /** What answers at the addresses that no other route knows. */
  addPages(isPage: (path: string) => boolean): void {
    this.isPage = isPage;
  }

  /** For a request that no route takes: `method-not-allowed` where the address answers other methods, else `not-found`. */
  refusal(request: FastifyRequest, reply: FastifyReply): Problem {
    const allowed = this.allowedAt(pathOf(request));
    // A route of this very method that did not take it, because a part of the address is too long or cannot be read, is not there either.
    if (allowed.length === 0 || allowed.includes(request.method)) return new Problem(notFound);
    void reply.header('allow', allowed.join(', '));
    return new Problem(methodNotAllowed);
  }

  /** Answers OPTIONS, also where a page of another site asks before it reads what is public (CORS). */
  openOptions(server: FastifyInstance): void {
    server.options('/*', (request, reply) => {
      const path = pathOf(request);
      const allowed = this.allowedAt(path);
      if (allowed.length === 0) throw new Problem(notFound);
      if (this.routes.some(({ pattern, isPublic }) => isPublic && pattern.test(path))) {
        void reply
          .header('access-control-allow-origin', '*')
          .header('access-control-allow-methods', 'GET, HEAD')
          .header('access-control-allow-headers', 'accept-language, if-none-match')
          .header('access-control-max-age', '86400');
      }
      return reply.code(204).header('allow', allowed.join(', ')).send();
    });
  }

  private allowedAt(path: string): string[] {
    const methods = new Set(this.routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (methods.size === 0 && this.isPage(path)) return ['GET', 'HEAD', 'OPTIONS'];
    return methods.size === 0 ? [] : [...methods.add('OPTIONS')].sort();
  }
}
