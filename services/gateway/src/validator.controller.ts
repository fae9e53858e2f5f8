import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { validators } from '@sportello/contracts/doors';
import { Bus } from '@sportello/messaging/bus';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from './sessions/callers.js';

type Path = keyof typeof validators;

/**
 * The compiled rules of a form, as a script of ours: the pages' policy forbids them to compile it themselves. Each service that keeps forms has
 * a door of its own.
 */
export function validatorController([path, contract]: [string, (typeof validators)[Path]]) {
  @Controller(`api/v1/${path}`)
  class ValidatorController {
    constructor(
      private readonly bus: Bus,
      private readonly callers: Callers,
    ) {}

    @Get(':id/validator.js')
    async read(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const { actor } = await this.callers.of(request);
      const { source } = await this.bus.call(contract, { id }, actor);
      // A version of a form never changes.
      await reply
        .header('content-type', 'text/javascript; charset=utf-8')
        .header('cache-control', 'private, max-age=31536000, immutable')
        .send(source);
    }
  }
  return ValidatorController;
}
