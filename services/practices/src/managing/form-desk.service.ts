import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { formNotFound } from '@sportello/contracts/forms';
import { listForms, tryForm, tryRequest } from '@sportello/contracts/practices/forms';
import { officerOf } from '@sportello/directory/officers';
import { issuesOf, pruneHidden, type Validate } from '@sportello/forms/check';
import { loadValidator } from '@sportello/forms/compiler';
import { differencesOf } from '@sportello/forms/differences';
import type { Form } from '@sportello/forms/form';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { lookups, StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, In } from 'typeorm';
import { reachedBy, ruleFor } from '../assignment/auto-assign.js';
import { AutoAssignment } from '../assignment/auto-assignment.entity.js';
import { colleaguesOf } from '../assignment/colleagues.js';
import { unsent } from '../practices/moves.js';
import { Practice } from '../practices/practice.entity.js';
import { accessProcedure, accessWorked } from '../procedures/access-procedure.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import { lengthOf, termRuleOf } from '../terms/term.js';

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
    return {
      version: last?.version ?? 0,
      changes: last ? differencesOf(last.definition, form) : [],
      drafts,
      issues: content ? toldIssues(form, loadValidator(validator), content) : [],
    };
  }

  @Handles(tryRequest)
  async tryRequest({ procedureId, content }: Input<typeof tryRequest>, actor: Actor): Promise<Output<typeof tryRequest>> {
    const { manager } = this.db;
    const procedure = await accessWorked(manager, procedureId, await officerOf(manager, actor, 'procedure'));
    if (!procedure.formId) throw new Problem(formNotFound);
    const { form, validate } = await this.forms.get(procedure.formId);
    const files = filesOf(form);
    // Nothing is stored of what is tried, so no file can be there.
    const issues = toldIssues(form, validate, content).filter(({ pointer }) => !files.has(pointer.split('/').at(-1) ?? ''));
    const { organizationId } = procedure;
    const assignment = await manager.findOneBy(AutoAssignment, { procedureId, organizationId });
    const rule = assignment && ruleFor(assignment, pruneHidden(form, content));
    const reached = rule && reachedBy(rule, await colleaguesOf(manager, { procedureId, organizationId }));
    const name = reached && (rule.to === 'officer' ? reached.name : (reached.officeName ?? reached.name));
    return { issues, follows: followsOf(procedure, rule ? (name ?? null) : undefined) };
  }
}

/** Keys of the fields that take files, those of blocks included. */
function filesOf({ pages }: Form): Set<string> {
  const fields = pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const leaves = fields.flatMap((field) => (field.kind === 'block' ? field.fields : [field]));
  return new Set(leaves.filter(({ kind }) => kind === 'file').map(({ key }) => key));
}

function toldIssues(form: Form, validate: Validate, content: unknown): Output<typeof tryForm>['issues'] {
  const issues = issuesOf(form, validate, pruneHidden(form, content), { today: romeDate(new Date()), lookups });
  return issues.map(({ page, pointer, label, message, severity }) => ({ page, pointer, label, message, isError: severity === 'error' }));
}

/** What would follow the sending. @param reached by a rule of assignment: null where it reaches nobody, undefined where there is none */
function followsOf({ code, settings }: Procedure, reached: string | null | undefined): Text[] {
  const { count, unit } = lengthOf(termRuleOf(settings));
  const [it, en] = units[unit];
  return [
    { it: `Avrebbe un numero che comincia con ${code}`, en: `It would have a number that begins with ${code}` },
    ...(settings.stamps === 'request' ? [stampFirst] : []),
    ...(settings.payment === 'request' ? [paymentFirst] : []),
    ...(settings.registers ? [registered] : []),
    ...(settings.workflow === 'forward' ? [forwarded] : []),
    ...(reached === null ? [toNobody] : []),
    ...(reached ? [toSomebody(reached)] : []),
    ...(settings.workflow === 'forward'
      ? []
      : [{ it: `L’ufficio avrebbe ${count} ${it} per rispondere`, en: `The office would have ${count} ${en} to answer` }]),
  ];
}

const units = {
  days: ['giorni', 'days'],
  'working-days': ['giorni lavorativi', 'working days'],
  months: ['mesi', 'months'],
} as const;
const stampFirst: Text = { it: 'Servirebbe una marca da bollo prima dell’invio', en: 'A revenue stamp would be needed before it is sent' };
const paymentFirst: Text = { it: 'Si pagherebbe prima della presentazione', en: 'It would be paid before it is presented' };
const registered: Text = { it: 'Sarebbe protocollata prima di essere lavorata', en: 'It would be registered before anybody works on it' };
const forwarded: Text = {
  it: 'Passerebbe al sistema dell’ente di destinazione',
  en: 'It would go on to the system of the body of destination',
};
const toNobody: Text = {
  it: 'La regola di assegnazione non raggiunge nessuno: resterebbe nella coda del servizio',
  en: 'The rule of assignment reaches nobody: it would stay in the queue of the service',
};
const toSomebody = (name: string): Text => ({ it: `Andrebbe a ${name}`, en: `It would go to ${name}` });
