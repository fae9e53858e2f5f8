import { Controller, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { formBroken, formImmutable, putForm } from '@sportello/contracts/practices/forms';
import { procedureNotFound } from '@sportello/contracts/practices/procedures';
import { FormCompiler } from '@sportello/forms/compiler';
import type { Form } from '@sportello/forms/form';
import { BrokenForm } from '@sportello/forms/parse-form';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { canonicalJson } from '../canonical-json.js';
import { indexWords } from './catalogue-search.js';
import { FormVersion } from './form.entity.js';
import { Procedure } from './procedure.entity.js';

@Controller()
export class FormsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly compiler = new FormCompiler();

  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    this.compiler.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.compiler.stop();
  }

  @Handles(putForm)
  async put(
    { procedureId, id, version: shown, definition }: Input<typeof putForm>,
    { organizationId }: Actor,
  ): Promise<Output<typeof putForm>> {
    const { form, validator } = await this.read(definition);
    return this.db.transaction(async (tx) => {
      const where = { id: procedureId, organizationId: organizationId ?? '' };
      const procedure = organizationId && (await tx.findOne(Procedure, { where, lock: { mode: 'pessimistic_write' } }));
      if (!procedure) throw new Problem(procedureNotFound);
      const known = await tx.findOneBy(FormVersion, { id });
      if (known) {
        if (known.procedureId === procedureId && canonicalJson(known.definition) === canonicalJson(form)) return known;
        throw new Problem(formImmutable);
      }
      const last = (await tx.maximum(FormVersion, 'version', { procedureId, organizationId })) ?? 0;
      checkVersion(shown, last);
      const version = last + 1;
      const row = { id, organizationId, procedureId, version, definition: form, validator, publishedAt: new Date() };
      await tx.insert(FormVersion, row as object);
      await tx.update(Procedure, { id: procedureId, organizationId }, { formId: id });
      await indexWords(tx, procedure, form);
      return { id, procedureId, version };
    });
  }

  private async read(definition: unknown): Promise<{ form: Form; validator: string }> {
    try {
      return await this.compiler.readAndCompile(definition);
    } catch (error) {
      if (!(error instanceof BrokenForm)) throw error;
      throw new Problem(formBroken, undefined, {
        errors: error.faults.map(({ path, message }) => ({ pointer: pointerOf(path), detail: message })),
      });
    }
  }
}

/** From names with dots between to a JSON pointer into what was sent. */
const pointerOf = (path: string) => ['/definition', ...path.split('.').filter(Boolean)].join('/');
