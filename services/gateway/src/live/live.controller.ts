import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, type OnModuleDestroy, Req, Res } from '@nestjs/common';
import type { LiveEvent } from '@sportello/contracts/web';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InFlight } from '../in-flight.js';
import { type Caller, Callers } from '../sessions/callers.js';
import { Live } from './live.js';
import { LiveStreams } from './live-streams.js';

/** A comment line that keeps proxies from closing a quiet connection. Milliseconds. */
const HEARTBEAT_MS = 20_000;
/** What a page is told in one piece; so often at most is looked whether it may still be told. Milliseconds. */
const GATHERED_MS = 200;
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
    const caller = await this.callers.welcome(request);
    reply.hijack();
    // A stream is no request that is being worked on: it has limits of its own.
    this.inFlight.leave(request);
    const stream = reply.raw;
    this.streams.admit(String(caller.actor.personId), stream);
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    write(stream, 'retry: 2000\n\n');
    const tell = this.senderTo(request, caller, stream);
    const leave = this.live.listen(caller.actor, tell);
    const heartbeat = setInterval(() => tell(null), HEARTBEAT_MS);
    stream.once('close', () => {
      clearInterval(heartbeat);
      leave();
    });
  }

  /**
   * Writes what is told, and a comment for null, as long as the sign-in and its rights are those that opened the stream: looked at before
   * each piece, so that nothing is told to who signed out or works here no more.
   */
  private senderTo(request: FastifyRequest, opened: Caller, stream: ServerResponse): (event: LiveEvent | null) => void {
    const waiting = new Set<string>();
    let isSending = false;
    const sendAll = async () => {
      isSending = true;
      while (waiting.size > 0 && !stream.writableEnded) {
        const now = await this.callers.bySignIn(request, { keepsAlive: false }).catch(() => null);
        if (stream.writableEnded) return;
        if (!now || !mayStillHear(opened, now)) return void stream.end();
        write(stream, [...waiting].join(''));
        waiting.clear();
        await sleep(GATHERED_MS);
      }
      isSending = false;
    };
    return (event) => {
      waiting.add(event ? `data: ${JSON.stringify(event)}\n\n` : ':\n\n');
      if (!isSending) void sendAll();
    };
  }

  /** A shutdown does not wait for pages that stay open. */
  onModuleDestroy(): void {
    this.streams.endAll();
  }
}

const write = (stream: ServerResponse, text: string) => void (stream.writableLength > UNREAD_LIMIT ? stream.destroy() : stream.write(text));

/** The same person with the same work; another profile of hers is told of as well, since a hint says nothing of content. */
const mayStillHear = ({ actor: before }: Caller, { actor: now, hasAcceptedPolicy }: Caller) =>
  hasAcceptedPolicy && now.personId === before.personId && now.organizationId === before.organizationId;
