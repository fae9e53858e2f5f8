import type { ServerResponse } from 'node:http';
import { Controller, Get, type OnModuleDestroy, Req, Res } from '@nestjs/common';
import { tooManyRequests } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../sessions/callers.js';
import { Live } from './live.js';

/** A comment line that keeps proxies from closing a quiet connection. Milliseconds. */
const HEARTBEAT_MS = 20_000;
const MOST_CONNECTIONS = 10_000;

/** Server-sent events for the open page; see `LiveEvent`. */
@Controller('api/v1/live')
export class LiveController implements OnModuleDestroy {
  private readonly streams = new Set<ServerResponse>();

  constructor(
    private readonly live: Live,
    private readonly callers: Callers,
  ) {}

  @Get()
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor } = await this.callers.welcome(request);
    if (this.streams.size >= MOST_CONNECTIONS) throw new Problem(tooManyRequests, undefined, { retryAfterSeconds: 30 });
    reply.hijack();
    const stream = reply.raw;
    this.streams.add(stream);
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    stream.write('retry: 2000\n\n');
    const leave = this.live.listen(actor, (event) => stream.write(`data: ${JSON.stringify(event)}\n\n`));
    const heartbeat = setInterval(() => stream.write(':\n\n'), HEARTBEAT_MS);
    stream.once('close', () => {
      clearInterval(heartbeat);
      leave();
      this.streams.delete(stream);
    });
  }

  /** A shutdown does not wait for pages that stay open. */
  onModuleDestroy(): void {
    for (const stream of this.streams) stream.end();
  }
}
