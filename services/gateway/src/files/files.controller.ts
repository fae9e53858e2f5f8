import { Controller, Delete, Get, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { newId } from '@sportello/contracts/id';
import { changePicture, getAccount } from '@sportello/contracts/identity/accounts';
import { notFound } from '@sportello/contracts/problems';
import { contentDisposition } from '@sportello/documents/file-name';
import { openAddress } from '@sportello/documents/signed-address';
import { pictureRules } from '@sportello/forms/file-kinds';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../config.js';
import { drawnInPlace } from '../pages/security-headers.js';
import { Callers } from '../sessions/callers.js';
import { FileIntake } from './intake.js';

/** Bytes never travel on the bus: they stream between the browser and the storage, and only what they are is told. */
@Controller()
export class FilesController {
  constructor(
    private readonly intake: FileIntake,
    private readonly callers: Callers,
    private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a signed address for a few minutes: it is its own permission, so it can be handed to the browser's downloads. */
  @Get('files/:token')
  async download(@Param('token') token: string, @Query('inline') inline: string | undefined, @Res() reply: FastifyReply) {
    const address = openAddress(token, this.config.FILES_SECRET, new Date());
    if (!address) throw new Problem(notFound);
    const file = await this.intake.read(address.key);
    // What a browser draws with a reader of its own and never runs, by its bytes when it came in.
    const isDrawn = inline === 'true' && address.type === 'application/pdf';
    if (isDrawn) void reply.header('content-security-policy', drawnInPlace);
    await reply
      .header('content-type', address.type)
      .header('content-disposition', contentDisposition(address.name, isDrawn ? 'inline' : 'attachment'))
      .header('cache-control', 'private, no-store')
      .send(file);
  }

  /** IDE-15: one image a profile, replaceable. */
  @Put('api/v1/account/picture')
  async changePicture(@Req() request: FastifyRequest) {
    const { actor } = await this.callers.welcome(request);
    const key = `pictures/${actor.personId}/${newId()}`;
    // Nobody is asked for bytes that could not be kept.
    await this.bus.call(getAccount, {}, actor);
    await this.intake.take(request, { key, name: 'picture', allowedTypes: pictureRules.types, maxBytes: pictureRules.maxBytes });
    try {
      const { actor: still } = await this.callers.welcome(request);
      return await this.keepPicture(key, still);
    } catch (error) {
      // What was refused is not hers; where nobody answered, it may be.
      if (isRefusal(error)) this.intake.delete(key).catch(() => undefined);
      throw error;
    }
  }

  @Delete('api/v1/account/picture')
  async removePicture(@Req() request: FastifyRequest) {
    const { actor } = await this.callers.welcome(request);
    return this.keepPicture(null, actor);
  }

  /** Of pictures that come at once each takes away the one that it replaced. */
  private async keepPicture(key: string | null, actor: Actor) {
    const { account, replacedKey } = await this.bus.call(changePicture, { key }, actor);
    if (replacedKey) await this.intake.delete(replacedKey);
    return z.encode(getAccount.output, account);
  }

  @Get('api/v1/account/picture')
  async picture(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { actor } = await this.callers.signedIn(request);
    const { pictureKey } = await this.bus.call(getAccount, {}, actor);
    if (!pictureKey) throw new Problem(notFound);
    // The type was read from the bytes when it came in; the browser may only draw it.
    await reply
      .header('content-type', 'image/*')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-cache')
      .send(await this.intake.read(pictureKey));
  }
}

/** True for an answer that says no, and not that none came. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Problem ? error.problem.status < 500 : error instanceof ForeignProblem && error.received.status < 500;
