import { Controller, Get, type OnModuleDestroy, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InFlight } from '../in-flight.js';
import { Callers } from '../sessions/callers.js';
import { Live } from './live.js';
import { LiveStreams } from './live-streams.js';

/** A comment line that keeps proxies from closing a quiet connection. Milliseconds. */
const HEARTBEAT_MS = 20_000;
/** What may wait for a page that does not read, in bytes. */
const UNREAD_LIMIT = 65_536;

/** Server-sent events for the open page; see `LiveEvent`. */
@Controller('api/v1/live')
export class LiveController implements OnModuleDestroy {
  constructor(
    private readonly live: Live,
    private readonly streams: LiveStreams,
    private readonly callers: Callers,
    private readonly inFlight: InFlight,
  ) {}

  @Get()
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor } = await this.callers.welcome(request);
    reply.hijack();
    // A stream is no request that is being worked on: it has limits of its own.
    this.inFlight.leave(request);
    const stream = reply.raw;
    this.streams.admit(String(actor.personId), stream);
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    const write = (text: string) => void (stream.writableLength > UNREAD_LIMIT ? stream.destroy() : stream.write(text));
    write('retry: 2000\n\n');
    const leave = this.live.listen(actor, (event) => write(`data: ${JSON.stringify(event)}\n\n`));
    const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS);
    stream.once('close', () => {
      clearInterval(heartbeat);
      leave();
    });
  }

  /** A shutdown does not wait for pages that stay open. */
  onModuleDestroy(): void {
    this.streams.endAll();
  }
}
