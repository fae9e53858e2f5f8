import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Status } from '@sportello/contracts/doors';
import { services } from '@sportello/contracts/topology';
import { Bus } from '@sportello/messaging/bus';
import { healthSubject } from '@sportello/messaging/transport';
import { Health, type HealthState } from '@sportello/service/health';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { senderAt } from './address.js';
import { revision, version } from './version.js';

/** The limit of all parts together: a service answers as soon as what it looks at has answered, or has not for a second. Milliseconds. */
const PATIENCE_MS = 1_500;

/**
 * Whether the platform answers, for everybody and without sign-in, within two seconds whatever is away (ModI: a problem document also when
 * all is well). What fails and what is degraded is told as `service` or, when the service itself answers, as `service/part`.
 */
@Controller('status')
export class StatusController {
  constructor(
    private readonly bus: Bus,
    private readonly health: Health,
  ) {}

  // Counted by address alone: whose session it is, Redis would have to say.
  @RouteConfig({ isPublic: true, rateLimit: { keyGenerator: ({ ip }: FastifyRequest) => senderAt(ip) } })
  @Get()
  async read(@Res() reply: FastifyReply): Promise<void> {
    const all = new AbortController();
    const late = sleep(PATIENCE_MS, undefined, { signal: all.signal }).catch(() => undefined);
    const states = await Promise.all(services.map(async (name) => ({ name, state: await Promise.race([this.stateOf(name), late]) })));
    all.abort();
    const parts = (of: (state: HealthState) => string[]) =>
      states.flatMap(({ name, state }) => (state ? of(state).map((part) => `${name}/${part}`) : []));
    const failing = [...states.flatMap(({ name, state }) => (state ? [] : [name])), ...parts((state) => state.failing)];
    const degraded = parts((state) => state.degraded);
    const warnings = states.flatMap(({ state }) => state?.warnings ?? []);
    const status = failing.length === 0 ? 200 : 503;
    const title = failing.length > 0 ? 'Not everything answers' : degraded.length > 0 ? 'Degraded' : 'OK';
    if (status === 503) void reply.header('retry-after', '5');
    await reply
      .code(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ title, status, version, revision, failing, degraded, warnings } satisfies z.infer<typeof Status>));
  }

  /** Undefined for a service of which no replica answers. */
  private async stateOf(name: (typeof services)[number]): Promise<HealthState | undefined> {
    if (name === 'gateway') return this.health.state();
    try {
      return (await this.bus.nats.request(healthSubject(name), '', { timeout: PATIENCE_MS })).json<HealthState>();
    } catch {
      return undefined;
    }
  }
}
