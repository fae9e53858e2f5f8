import { Controller, Param, Put, Query, Req } from '@nestjs/common';
import type { Attached } from '@sportello/contracts/casework/attachments';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { mistakeIn } from '@sportello/messaging/mistakes';
import { invalid } from '@sportello/messaging/rpc';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Callers } from '../sessions/callers.js';
import { FileIntake } from './intake.js';

/** The door by which the files of one kind of thing come in: the service that keeps it says what it takes, and is told what came. */
export function attachController({ followed: { kind }, Attachment, prepareUpload, confirmUpload, dropUpload }: Attached) {
  const About = z.object({
    purpose: Attachment.shape.purpose,
    field: z.string().max(100).optional(),
    /** Longer than any file system allows: it is cut, with its ending. */
    name: z.string().min(1).max(1_000),
  });

  @Controller()
  class AttachController {
    constructor(
      private readonly intake: FileIntake,
      private readonly callers: Callers,
      private readonly bus: Bus,
    ) {}

    @Put(`api/v1/${kind}/:id/attachments/:attachmentId`)
    async attach(@Req() request: FastifyRequest, @Param() params: { id: string; attachmentId: string }, @Query() query: unknown) {
      const { actor } = await this.callers.welcome(request);
      const { purpose, field, name } = checked(About, query, actor);
      const about = { ...params, purpose, fieldKey: field ?? null };
      const allowed = await this.bus.call(prepareUpload, about, actor);
      const { key } = allowed;
      try {
        const { type, size, sha256, name: safeName } = await this.intake.take(request, { ...allowed, name });
        const { actor: still } = await this.callers.welcome(request); // the bytes may have taken longer than her rights lasted
        const attachment = await this.bus.call(confirmUpload, { ...about, key, name: safeName, type, sizeBytes: size, sha256 }, still);
        return z.encode(confirmUpload.output, attachment);
      } catch (error) {
        // Where nobody is told, the sweep gives it up. What was confirmed although its answer was lost stays.
        this.bus.call(dropUpload, { id: params.id, key }, actor).catch(() => undefined);
        throw error;
      }
    }
  }
  return AttachController;
}

function checked<T>(schema: z.ZodType<T>, value: unknown, { language }: Actor): T {
  const read = schema.safeParse(value, { error: mistakeIn(schema, language) });
  if (read.success) return read.data;
  throw invalid(read.error);
}
