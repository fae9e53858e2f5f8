import { Controller, Get, Inject, Res } from '@nestjs/common';
import { services } from '@sportello/contracts/topology';
import { Bus } from '@sportello/messaging/bus';
import { healthSubject } from '@sportello/messaging/transport';
import type { FastifyReply } from 'fastify';
import { Redis } from 'ioredis';
import { FileIntake } from './files/intake.js';
import { version } from './version.js';

const PATIENCE_MS = 1_000;

/** Whether the platform answers, for everybody and without sign-in (ModI: a problem document also when all is well). */
@Controller('status')
export class StatusController {
  constructor(
    private readonly bus: Bus,
    @Inject(Redis) private readonly redis: Redis,
    private readonly intake: FileIntake,
  ) {}

  @Get()
  async read(@Res() reply: FastifyReply): Promise<void> {
    const names = services.filter((name) => name !== 'gateway');
    const answers = await Promise.allSettled([
      this.redis.ping(),
      this.intake.storage.check(PATIENCE_MS),
      ...names.map((name) => this.bus.nats.request(healthSubject(name), '', { timeout: PATIENCE_MS })),
    ]);
    const failing = ['sessions', 'storage', ...names].filter((_, index) => answers[index]?.status === 'rejected');
    const status = failing.length === 0 ? 200 : 503;
    if (status === 503) void reply.header('retry-after', '5');
    await reply
      .code(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ title: status === 200 ? 'OK' : 'Not every service answers', status, version, failing }));
  }
}
