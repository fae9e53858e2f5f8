import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getAutoAssignment, putAutoAssignment } from '@sportello/contracts/practices/auto-assignment';
import { invalidInput } from '@sportello/contracts/problems';
import type { Form } from '@sportello/forms/form';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { DataSource, type EntityManager } from 'typeorm';
import { reachedBy } from '../assignment/auto-assign.js';
import { AutoAssignment } from '../assignment/auto-assignment.entity.js';
import { colleaguesOf, officesOf } from '../assignment/colleagues.js';
import { accessProcedure } from '../procedures/access-procedure.js';
import type { Procedure } from '../procedures/procedure.entity.js';

/** To whom practices of a service go by themselves: off unless an administrator says so (ADM-08). */
@Controller()
export class AutoAssignmentService {
  constructor(private readonly db: DataSource) {}

  @Handles(getAutoAssignment)
  get({ procedureId }: Input<typeof getAutoAssignment>, actor: Actor): Promise<Output<typeof getAutoAssignment>> {
    return this.db.transaction(async (tx) => shown(tx, await accessProcedure(tx, procedureId, actor)));
  }

  /** The same again changes nothing. A rule may reach nobody today: it is kept, and the answer says so. */
  @Handles(putAutoAssignment)
  put(asked: Input<typeof putAutoAssignment>, actor: Actor): Promise<Output<typeof putAutoAssignment>> {
    const { procedureId, version, field, rules } = asked;
    return this.db.transaction(async (tx) => {
      const procedure = await accessProcedure(tx, procedureId, actor);
      const { organizationId } = procedure;
      const known = await tx.findOneBy(AutoAssignment, { procedureId, organizationId });
      if (known && canonicalJson([known.field, known.rules]) === canonicalJson([field, rules])) return shown(tx, procedure);
      checkVersion(version, known?.version ?? 0);
      const fields = await choicesOf(tx, procedure);
      if (field && !fields.some(({ key }) => key === field))
        throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/field', detail: noChoice }] });
      await tx.save(AutoAssignment, { procedureId, organizationId, version: version + 1, field, rules });
      return shown(tx, procedure);
    });
  }
}

async function shown(tx: EntityManager, procedure: Procedure): Promise<Output<typeof getAutoAssignment>> {
  const { id: procedureId, organizationId } = procedure;
  const known = await tx.findOneBy(AutoAssignment, { procedureId, organizationId });
  const officers = await colleaguesOf(tx, { organizationId, procedureId });
  const rules = known?.rules ?? [];
  return {
    version: known?.version ?? 0,
    field: known?.field ?? null,
    rules,
    reachesNobody: rules.filter((rule) => !reachedBy(rule, officers)).map(({ value }) => value),
    fields: await choicesOf(tx, procedure),
    officers,
    offices: officesOf(officers),
  };
}

/** The fields in which something is chosen, outside repeated blocks. */
async function choicesOf(tx: EntityManager, { formId }: Procedure): Promise<Output<typeof getAutoAssignment>['fields']> {
  const form: Form | undefined = (formId ? await tx.findOneBy(FormVersion, { id: formId }) : null)?.definition;
  const fields = form?.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields)) ?? [];
  return fields.flatMap((field) => {
    if (field.kind === 'choice' || field.kind === 'multiChoice') return [{ key: field.key, label: field.label, options: field.options }];
    return field.kind === 'yesNo' ? [{ key: field.key, label: field.label, options: yesOrNo }] : [];
  });
}

const yesOrNo = [
  { value: 'true', label: { it: 'Sì', en: 'Yes' } },
  { value: 'false', label: { it: 'No', en: 'No' } },
];
const noChoice = {
  it: 'Il modulo in uso non ha un campo a scelta con questa chiave',
  en: 'The form in force has no field with a choice and this key',
};
