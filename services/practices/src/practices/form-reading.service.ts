import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { formNotFound } from '@sportello/contracts/forms';
import { getForm, getValidator } from '@sportello/contracts/practices/forms';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { DataSource, Not } from 'typeorm';
import { Procedure } from '../procedures/procedure.entity.js';
import { Practice } from './practice.entity.js';

/** Forms as they are read by those who fill them in. */
@Controller()
export class FormReadingService {
  constructor(private readonly db: DataSource) {}

  @Handles(getForm)
  async get({ id }: Input<typeof getForm>, actor: Actor): Promise<Output<typeof getForm>> {
    const row = await this.access(id, actor);
    return { id, procedureId: row.subjectId, version: row.version, definition: JSON.parse(JSON.stringify(row.definition)) };
  }

  @Handles(getValidator)
  async validator({ id }: Input<typeof getValidator>, actor: Actor): Promise<Output<typeof getValidator>> {
    return { source: (await this.access(id, actor)).validator };
  }

  /**
   * The form of a service that is not public is read by its own body, and by whoever has begun a practice with it.
   * @throws Problem `formNotFound`
   */
  private async access(id: string, { personId, organizationId }: Actor): Promise<FormVersion> {
    const row = await this.db.manager.findOneBy(FormVersion, { id });
    const procedure = row && (await this.db.manager.findOneBy(Procedure, { id: row.subjectId, organizationId: row.organizationId }));
    const isReadable =
      procedure?.isPublic ||
      procedure?.organizationId === organizationId ||
      (personId !== null && (await this.db.manager.existsBy(Practice, { formId: id, applicantId: personId, status: Not('deleted') })));
    if (!row || !procedure || !isReadable) throw new Problem(formNotFound);
    return row;
  }
}
