import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listForms, tryForm } from '@sportello/contracts/practices/forms';
import { issuesOf, pruneHidden } from '@sportello/forms/check';
import { loadValidator } from '@sportello/forms/compiler';
import { differencesOf } from '@sportello/forms/differences';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { lookups, StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, In } from 'typeorm';
import { unsent } from '../practices/moves.js';
import { Practice } from '../practices/practice.entity.js';
import { accessProcedure } from '../procedures/access-procedure.js';

/** Versions that are listed: who looks for an older one has its id from a practice. */
const LISTED = 50;

/** What is seen of a form before and after it is published. */
@Controller()
export class FormDeskService {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
  ) {}

  @Handles(listForms)
  async list({ procedureId }: Input<typeof listForms>, actor: Actor): Promise<Output<typeof listForms>> {
    const { manager } = this.db;
    const { organizationId } = await accessProcedure(manager, procedureId, actor);
    const versions = await manager.find(FormVersion, {
      select: { id: true, version: true, publishedAt: true },
      where: { subjectId: procedureId, organizationId },
      order: { version: 'DESC' },
      take: LISTED,
    });
    const rows: { formId: string; count: number }[] = await manager
      .createQueryBuilder(Practice, 'p')
      .select(['p.form_id "formId"', 'count(*)::int "count"'])
      .where({ procedureId, organizationId, status: In([...unsent]) })
      .groupBy('p.form_id')
      .getRawMany();
    const drafts = new Map(rows.map(({ formId, count }) => [formId, count]));
    return { items: versions.map(({ id, version, publishedAt }) => ({ id, version, publishedAt, drafts: drafts.get(id) ?? 0 })) };
  }

  @Handles(tryForm)
  async try({ procedureId, definition, content }: Input<typeof tryForm>, actor: Actor): Promise<Output<typeof tryForm>> {
    const { manager } = this.db;
    const { organizationId } = await accessProcedure(manager, procedureId, actor);
    const { form, validator } = await this.forms.read(definition);
    const last = await manager.findOne(FormVersion, { where: { subjectId: procedureId, organizationId }, order: { version: 'DESC' } });
    const drafts = await manager.countBy(Practice, { procedureId, organizationId, status: In([...unsent]) });
    const issues = content
      ? issuesOf(form, loadValidator(validator), pruneHidden(form, content), { today: romeDate(new Date()), lookups })
      : [];
    return {
      version: last?.version ?? 0,
      changes: last ? differencesOf(last.definition, form) : [],
      drafts,
      issues: issues.map(({ page, pointer, label, message, severity }) => ({
        page,
        pointer,
        label,
        message,
        isError: severity === 'error',
      })),
    };
  }
}
