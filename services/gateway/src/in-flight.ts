import { unavailable } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { FastifyRequest } from 'fastify';

/**
 * The requests that are being worked on. One that waits for its sender, its reader or for news holds nobody up and is not among them.
 */
export class InFlight {
  private readonly requests = new Set<FastifyRequest>();

  constructor(private readonly most: number) {}

  get count(): number {
    return this.requests.size;
  }

  /** @throws Problem `unavailable` when there are too many */
  enter(request: FastifyRequest): void {
    if (this.requests.size >= this.most) throw new Problem(unavailable, undefined, { retryAfterSeconds: 1 });
    this.requests.add(request);
  }

  leave(request: FastifyRequest): void {
    this.requests.delete(request);
  }
}
