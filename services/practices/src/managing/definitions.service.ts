import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { formBroken } from '@sportello/contracts/forms';
import type { GroupKind } from '@sportello/contracts/practices/catalogue-groups';
import {
  copyProcedure,
  definitionFormat,
  definitionVersion,
  exportProcedure,
  getModel,
  importProcedure,
  listModels,
  type ServiceDefinition,
  tryDefinition,
} from '@sportello/contracts/practices/definitions';
import { codeTaken, procedureNotFound } from '@sportello/contracts/practices/procedures';
import { idReused } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { fold } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { type FieldError, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { type ReadForm, StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { AutoAssignment } from '../assignment/auto-assignment.entity.js';
import { Checklist } from '../marks/checklist.entity.js';
import { accessProcedure } from '../procedures/access-procedure.js';
import { groupsOf, strangeEntries } from '../procedures/catalogue-groups.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { byTitle } from '../procedures/procedures.service.js';
import { type Shape, shapeOf } from '../procedures/told-procedures.js';
import { Templates } from '../templates/template.entity.js';
import { checkDefinition, type File, madeBy, readDefinition } from './definition.js';
import { Offers } from './offers.js';
import { saveProcedure } from './saving.js';

type Rules = Pick<AutoAssignment, 'field' | 'rules'>;

/** What a service is made of, besides its row. */
interface Parts {
  form: ReadForm | null;
  texts: Omit<Templates['items'][number], 'id'>[];
  checklist: Pick<Checklist, 'items' | 'isRequired'> | null;
  assignment: Rules | null;
}

interface Making extends Parts {
  id: string;
  code: string;
  service: Omit<ServiceDefinition['service'], 'code'>;
}

/** Services as files, and services like others (CAT-87). */
@Controller()
export class DefinitionsService {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
    private readonly offers: Offers,
  ) {}

  @Handles(exportProcedure)
  export({ id }: Input<typeof exportProcedure>, actor: Actor): Promise<Output<typeof exportProcedure>> {
    return this.db.transaction(async (tx) => definitionOf(tx, await accessProcedure(tx, id, actor)));
  }

  @Handles(listModels)
  async models(asked: Input<typeof listModels>, { organizationId }: Actor): Promise<Output<typeof listModels>> {
    const query = this.db.createQueryBuilder(Procedure, 'p').where('p.isModel').andWhere("p.status = 'published'");
    const page = await byTitle.pageOf(query.andWhere('p.organizationId <> :organizationId', { organizationId }), asked);
    const names = await namesOf(
      this.db.manager,
      page.items.map((item) => item.organizationId),
    );
    return { ...page, items: page.items.map((item) => ({ ...item, organizationName: names.get(item.organizationId) ?? '' })) };
  }

  /** Contacts and offices are those of the body that offers it: whoever takes the model writes its own. */
  @Handles(getModel)
  getModel({ id }: Input<typeof getModel>): Promise<Output<typeof getModel>> {
    return this.db.transaction(async (tx) => {
      const procedure = await tx.findOneBy(Procedure, { id, isModel: true, status: 'published' });
      if (!procedure) throw new Problem(procedureNotFound);
      const { service, ...definition } = await definitionOf(tx, procedure);
      const { office: _office, helpDesks: _helpDesks, ...sheet } = service.sheet ?? {};
      return { ...definition, service: { ...service, contacts: null, isModel: false, sheet }, assignment: null, leftOut: [ofItsOwn] };
    });
  }

  @Handles(tryDefinition)
  async try({ definition: file }: Input<typeof tryDefinition>, actor: Actor): Promise<Output<typeof tryDefinition>> {
    const { definition, leftOut } = await this.read(file, actor);
    const { code, title, subtitle } = definition.service;
    return { code: await freeCode(this.db.manager, code), title, subtitle, made: madeBy(definition), leftOut };
  }

  @Handles(importProcedure)
  async import({ id, code, definition: file }: Input<typeof importProcedure>, actor: Actor): Promise<Shape> {
    const { definition, form, assignment } = await this.read(file, actor);
    const { service, texts, checklist } = definition;
    return this.make({ id, code, service, form, texts, checklist, assignment }, actor);
  }

  /** In its own body everything can be carried, and goes to the same offices and officers. */
  @Handles(copyProcedure)
  async copy({ id, copyId, code, title }: Input<typeof copyProcedure>, actor: Actor): Promise<Shape> {
    const { procedure, parts } = await this.db.transaction(async (tx) => {
      const procedure = await accessProcedure(tx, id, actor);
      return { procedure, parts: await partsOf(tx, procedure) };
    });
    return this.make({ ...parts, id: copyId, code, service: { ...serviceOf(procedure), title } }, actor);
  }

  /** A file, held against what there is here: what cannot be made is left out, and said. */
  private async read(file: File, actor: Actor) {
    const organizationId = actor.organizationId ?? '';
    const definition = readDefinition(file, actor);
    const form = definition.form ? await this.forms.read(definition.form).catch(inFile) : null;
    if (form) checkDefinition(definition, form.form);
    const { service } = definition;
    const missing = await this.offers.missing({ organizationId, settings: service.settings });
    const settings = { ...service.settings };
    for (const { setting } of missing) {
      if (setting === 'workflow') settings.workflow = 'approval';
      else for (const key of ['payment', 'paymentCents', 'paymentGraceHours'] as const) delete settings[key];
    }
    const groups = await groupsOf(this.db.manager, organizationId);
    const { category, topics = [], recipients = [] } = service;
    const strange = strangeEntries(groups, { category, topics, recipients }, null);
    const isOffered = (kind: GroupKind, entry: string) => !strange.some((each) => each.kind === kind && each.id === entry);
    const under = {
      category: isOffered('categories', category) ? category : (groups.categories.find(({ isWithdrawn }) => !isWithdrawn)?.id ?? category),
      topics: topics.filter((entry) => isOffered('topics', entry)),
      recipients: recipients.filter((entry) => isOffered('recipients', entry)),
    };
    const ids = new Map([...(await officesOf(this.db.manager, organizationId))].map(([id, name]) => [name, id]));
    const rules = (definition.assignment?.rules ?? []).map((rule) => ({ ...rule, assigneeId: ids.get(rule.office) }));
    const kept = rules.filter((rule) => rule.assigneeId !== undefined);
    const field = definition.assignment?.field ?? null;
    const assignment = definition.assignment && {
      field,
      rules: kept.map(({ value, assigneeId }) => ({ value, to: 'office' as const, assigneeId: String(assigneeId) })),
    };
    return {
      definition: { ...definition, service: { ...service, ...under, settings }, assignment: assignment && { field, rules: kept } },
      form,
      assignment,
      leftOut: [
        ...missing.map(({ why }) => why),
        ...(strange.length > 0 ? [otherGroups] : []),
        ...rules.filter(({ assigneeId }) => assigneeId === undefined).map(({ value, office }) => toUnknown(value, office)),
        ...(service.closesAt && service.closesAt <= new Date() ? [isOver] : []),
      ],
    };
  }

  /** Said again, it makes nothing new. */
  private async make(making: Making, actor: Actor): Promise<Shape> {
    const procedure = await this.db.transaction(async (tx) => {
      const { id, code, service, form, texts, checklist, assignment } = making;
      const { organizationId } = actor;
      const known = await tx.findOne(Procedure, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!organizationId || (known && known.organizationId !== organizationId)) throw new Problem(procedureNotFound);
      if (known && known.code !== code) throw new Problem(idReused);
      if (known) return known;
      if (await tx.existsBy(Procedure, { code })) throw new Problem(codeTaken);
      const formId = form && randomUUID();
      if (formId) await this.forms.publish(tx, { ...form, id: formId, subjectId: id, organizationId, shown: 0 });
      const of = { procedureId: id, organizationId, version: 1 };
      if (texts.length > 0) await tx.insert(Templates, { ...of, items: texts.map((text) => ({ ...text, id: randomUUID() })) });
      if (checklist) await tx.insert(Checklist, { ...of, ...checklist });
      if (assignment) await tx.insert(AutoAssignment, { ...of, ...assignment });
      const {
        topics = [],
        recipients = [],
        isModel = false,
        sheet = {},
        access = { methods: [], level: 1 },
        limits = {},
        ...row
      } = service;
      return saveProcedure(
        tx,
        tx.create(Procedure, {
          ...row,
          ...{ id, organizationId, code, topics, recipients, isModel, sheet, access, limits, formId },
          ...{ status: 'building', statusReason: null, version: 1, searchText: fold(row.title.it) },
        }),
      );
    });
    return shapeOf(this.db.manager, procedure, actor);
  }
}

async function definitionOf(tx: EntityManager, procedure: Procedure): Promise<ServiceDefinition> {
  const { form, texts, checklist, assignment } = await partsOf(tx, procedure);
  const offices = await officesOf(tx, procedure.organizationId);
  const named = assignment?.rules.map((rule) => ({ ...rule, office: rule.to === 'office' ? offices.get(rule.assigneeId) : undefined }));
  return {
    format: definitionFormat,
    version: definitionVersion,
    service: serviceOf(procedure),
    form: (form?.form ?? null) as ServiceDefinition['form'],
    texts,
    checklist,
    assignment: assignment && {
      field: assignment.field,
      rules: (named ?? []).flatMap(({ value, office }) => (office ? [{ value, office }] : [])),
    },
    leftOut: [
      ofItsOwn,
      ...(named ?? []).filter(({ office }) => !office).map(({ value, to }) => (to === 'officer' ? toOfficer(value) : toNowhere(value))),
    ],
  };
}

async function partsOf(tx: EntityManager, { id: procedureId, organizationId, formId }: Procedure): Promise<Parts> {
  const of = { procedureId, organizationId };
  const form = formId ? await tx.findOneByOrFail(FormVersion, { id: formId }) : null;
  const texts = await tx.findOneBy(Templates, of);
  const checklist = await tx.findOneBy(Checklist, of);
  const assignment = await tx.findOneBy(AutoAssignment, of);
  return {
    form: form && { form: form.definition, validator: form.validator },
    texts: (texts?.items ?? []).map(({ id: _, ...text }) => text),
    checklist: checklist && { items: checklist.items, isRequired: checklist.isRequired },
    assignment: assignment && { field: assignment.field, rules: assignment.rules },
  };
}

function serviceOf(procedure: Procedure): ServiceDefinition['service'] {
  const { code, title, subtitle, synonyms, category, topics, recipients, audience, opensAt, closesAt } = procedure;
  const { settings, access, limits, contacts, sheet } = procedure;
  const found = { title, subtitle, synonyms, category, topics, recipients };
  return { code, ...found, audience, opensAt, closesAt, settings, access, limits, contacts, sheet };
}

/** The offices of a body that have officers, by id. Of two with one name a file could mean either: the first one holds. */
async function officesOf(tx: EntityManager, organizationId: string): Promise<Map<string, string>> {
  const officers = await tx.find(OfficerCopy, {
    select: { officerId: true, officeId: true, officeName: true },
    where: { organizationId, officeId: Not(IsNull()) },
    order: { officeName: 'DESC', officeId: 'DESC' },
  });
  return new Map(officers.flatMap(({ officeId, officeName }) => (officeId && officeName ? [[officeId, officeName]] : [])));
}

/** A code has forty characters at most, and copies of one service are few. */
const MOST_LETTERS = 40;
const MOST_COPIES = 99;

/** The code itself where no service of the installation has it, or the first one after it that none has. */
async function freeCode(tx: EntityManager, code: string): Promise<string> {
  const begun = code.slice(0, MOST_LETTERS - 3);
  const codes = [code, ...Array.from({ length: MOST_COPIES - 1 }, (_, at) => `${begun}_${at + 2}`)];
  const rows = await tx.find(Procedure, { select: { id: true, code: true }, where: { code: In(codes) } });
  const taken = new Set(rows.map((row) => row.code));
  return codes.find((each) => !taken.has(each)) ?? code;
}

/** A fault in the form of a file stands in the file. */
function inFile(error: unknown): never {
  if (!(error instanceof Problem) || error.problem !== formBroken) throw error;
  const errors = (error.extra['errors'] as FieldError[]).map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^\/definition/, '/definition/form'),
    detail,
  }));
  throw new Problem(formBroken, undefined, { errors });
}

const otherGroups: Text = {
  it: 'La categoria, gli argomenti o i destinatari che l’ente non ha: controllali prima di pubblicare',
  en: 'The category, topics or recipients that the body does not have: look at them before it is published',
};
const ofItsOwn: Text = {
  it: 'Stato, pratiche, conto dei posti, valutazioni, operatori abilitati e persone a cui è riservato restano al servizio di partenza',
  en: 'Status, practices, count of places, ratings, enabled officers and the people for whom it is reserved stay with the service that was exported',
};
const toOfficer = (value: string): Text => ({
  it: `La regola di assegnazione per «${value}»: va a un operatore, e il file non nomina persone`,
  en: `The rule of assignment for “${value}”: it goes to an officer, and the file names no people`,
});
const toNowhere = (value: string): Text => ({
  it: `La regola di assegnazione per «${value}»: va a un ufficio in cui non lavora più nessuno`,
  en: `The rule of assignment for “${value}”: it goes to an office where nobody works any more`,
});
const toUnknown = (value: string, office: string): Text => ({
  it: `La regola di assegnazione per «${value}»: nell’ente nessuno lavora nell’ufficio «${office}»`,
  en: `The rule of assignment for “${value}”: nobody of the body works in the office “${office}”`,
});
const isOver: Text = {
  it: 'Nulla: ma il periodo di apertura è già passato, e prima di pubblicare va cambiato',
  en: 'Nothing: but its opening is over, and has to be changed before it is published',
};
