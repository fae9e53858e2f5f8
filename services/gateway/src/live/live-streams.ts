import type { ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@sportello/service/config';
import type { Config } from '../config.js';

/** The open streams, oldest first. Each person has her own limit, and all together have one; the oldest gives way to the next. */
@Injectable()
export class LiveStreams {
  /** With the streams of the same person. */
  private readonly all = new Map<ServerResponse, Set<ServerResponse>>();
  private readonly byPerson = new Map<string, Set<ServerResponse>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Counts a stream until it closes. */
  admit(personId: string, stream: ServerResponse): void {
    const own = this.byPerson.get(personId) ?? new Set();
    this.byPerson.set(personId, own);
    if (own.size >= this.config.LIVE_STREAMS_PER_PERSON) this.giveWay(own.keys());
    if (this.all.size >= this.config.LIVE_STREAMS) this.giveWay(this.all.keys());
    this.all.set(stream, own);
    own.add(stream);
    stream.once('close', () => {
      this.all.delete(stream);
      own.delete(stream);
      if (own.size === 0 && this.byPerson.get(personId) === own) this.byPerson.delete(personId);
    });
  }

  endAll(): void {
    for (const stream of this.all.keys()) stream.end();
  }

  /** The page learns why, so that it does not come back at once and push out the next. */
  private giveWay(streams: Iterator<ServerResponse>): void {
    const oldest: ServerResponse | undefined = streams.next().value;
    if (!oldest) return;
    this.all.get(oldest)?.delete(oldest);
    this.all.delete(oldest);
    oldest.end('event: replaced\ndata: {}\n\n');
  }
}
