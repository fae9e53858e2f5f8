import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { putForm } from '@sportello/contracts/practices/forms';
import { procedureChanged } from '@sportello/contracts/practices/procedures';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { Handles } from '@sportello/messaging/rpc';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource } from 'typeorm';
import { accessProcedure } from './access-procedure.js';
import { indexWords } from './catalogue-search.js';
import { Procedure } from './procedure.entity.js';

@Controller()
export class FormsService {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
  ) {}

  @Handles(putForm)
  async put({ procedureId, id, version: shown, definition }: Input<typeof putForm>, actor: Actor): Promise<Output<typeof putForm>> {
    const read = await this.forms.read(definition);
    return this.db.transaction(async (tx) => {
      const procedure = await accessProcedure(tx, procedureId, actor);
      const { organizationId } = procedure;
      const { published, isNew } = await this.forms.publish(tx, { ...read, id, subjectId: procedureId, organizationId, shown });
      if (isNew) {
        await tx.update(Procedure, { id: procedureId, organizationId }, { formId: id });
        await indexWords(tx, procedure, read.form);
        await publish(tx, procedureChanged, { procedureId, organizationId });
      }
      return { id, procedureId, version: published.version };
    });
  }
}
