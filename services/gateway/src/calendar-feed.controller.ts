import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { readFeed } from '@sportello/contracts/appointments/feeds';
import { Bus } from '@sportello/messaging/bus';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from './sessions/callers.js';

/** Readings of one minute from one address: programs ask some times a day. */
const PER_MINUTE = 30;

/** A calendar at its secret address, as calendar programs read it some times a day. */
@Controller('api/v1/calendar-feeds')
export class CalendarFeedController {
  constructor(
    private readonly bus: Bus,
    private readonly callers: Callers,
  ) {}

  @RouteConfig({ rateLimit: { max: PER_MINUTE } })
  @Get(':secret/calendar.ics')
  async read(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor } = await this.callers.of(request);
    const { content } = await this.bus.call(readFeed, { secret }, actor);
    await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .send(content);
  }
}
