import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { formBroken, formNotFound } from '@sportello/contracts/forms';
import { describePeople, personNotFound } from '@sportello/contracts/identity/people';
import { idReused } from '@sportello/contracts/problems';
import {
  getHelpForm,
  getHelpService,
  getHelpValidator,
  helpCatalogueChanged,
  helpServiceNotFound,
  listHelpCategories,
  listHelpServices,
  prepareTicket,
  putHelpCategory,
  putHelpForm,
  putHelpService,
} from '@sportello/contracts/ticketing/catalogue';
import { deskNotFound } from '@sportello/contracts/ticketing/desks';
import { namesOf } from '@sportello/directory/copies';
import { bodyOf } from '@sportello/directory/officers';
import { lockedKeys, prefill } from '@sportello/forms/check';
import type { Form } from '@sportello/forms/form';
import { indexedWords, wordsIn } from '@sportello/italy/search-words';
import { type Actor, service as installation } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { holds } from '@sportello/service/canonical-json';
import { beginningWith, vectorOf } from '@sportello/service/full-text';
import { ascending, byText } from '@sportello/service/paging';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { type KnownPerson, knownPerson } from '@sportello/stored-forms/known-person';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { Desk } from '../desks/desk.entity.js';
import { authorOf } from '../tickets/access.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { accessHelpService, findAskable, findOffered, profileOf } from './access.js';
import { HelpCategory, HelpService } from './help-service.entity.js';

export const byTitle = ascending<HelpService>([byText('service.title', ({ title }) => title)], 'service.id');
const PLACE_DIGITS = 4;
export const byPlace = ascending<HelpCategory>(
  [
    byText(
      `lpad(category.position::text, ${PLACE_DIGITS}, '0')`,
      ({ position }) => String(position).padStart(PLACE_DIGITS, '0'),
      z.string().regex(/^\d{4}$/),
    ),
  ],
  'category.id',
);
const isOffered = "service.status in ('published', 'suspended') and service.form_id is not null and service.audience @> :audience::jsonb";

/** What help can be asked for: everybody reads it, by the profile that she wears; administrators look after what their body has. */
@Controller()
export class CatalogueService {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
    private readonly bus: Bus,
  ) {}

  @Handles(listHelpCategories)
  async listCategories(
    { organizationId, ...page }: Input<typeof listHelpCategories>,
    actor: Actor,
  ): Promise<Output<typeof listHelpCategories>> {
    const { manager } = this.db;
    const query = manager
      .createQueryBuilder(HelpCategory, 'category')
      .where(`exists (select 1 from help_services service where service.category_id = category.id and ${isOffered})`, audienceOf(actor));
    if (organizationId) query.andWhere({ organizationId });
    const { items: categories, next } = await byPlace.pageOf(query, page);
    const counts = await servicesIn(manager, categories, actor);
    const names = await namesOf(
      manager,
      categories.map((category) => category.organizationId),
    );
    return {
      items: categories.map((category) => ({
        ...category,
        organizationName: names.get(category.organizationId) ?? '',
        services: counts.get(category.id) ?? 0,
      })),
      next,
    };
  }

  @Handles(listHelpServices)
  async listServices(
    { organizationId, categoryId, search, ...page }: Input<typeof listHelpServices>,
    actor: Actor,
  ): Promise<Output<typeof listHelpServices>> {
    const { manager } = this.db;
    const query = manager.createQueryBuilder(HelpService, 'service').where(isOffered, audienceOf(actor));
    if (organizationId) query.andWhere({ organizationId });
    if (categoryId) query.andWhere({ categoryId });
    if (search) {
      const words = beginningWith(wordsIn(search));
      query.andWhere(words === null ? 'false' : 'service.words @@ :words::tsquery', { words });
    }
    const { items, next } = await byTitle.pageOf(query, page);
    return { items: await cardsOf(manager, items), next };
  }

  @Handles(getHelpService)
  async get({ id }: Input<typeof getHelpService>, actor: Actor): Promise<Output<typeof getHelpService>> {
    const { manager } = this.db;
    const service = await findOffered(manager, id, actor);
    const [card] = await cardsOf(manager, [service]);
    const category = await manager.findOneByOrFail(HelpCategory, { id: service.categoryId });
    return { ...card, categoryName: category.name } as Output<typeof getHelpService>;
  }

  /** The form with what is known of whoever asks already filled in (CAT-07). */
  @Handles(prepareTicket)
  async prepare({ id }: Input<typeof prepareTicket>, actor: Actor): Promise<Output<typeof prepareTicket>> {
    const { formId } = await findAskable(this.db.manager, id, actor);
    const { form } = await this.forms.get(formId);
    const { known } = await describe(this.bus, actor);
    return { formId, content: jsonOf(prefill(form, known)), locked: lockedKeys(form, known) };
  }

  @Handles(getHelpForm)
  async getForm({ id }: Input<typeof getHelpForm>, actor: Actor): Promise<Output<typeof getHelpForm>> {
    const { subjectId, version, definition } = await this.accessForm(id, actor);
    return { id, serviceId: subjectId, version, definition: jsonOf(definition) };
  }

  @Handles(getHelpValidator)
  async getValidator({ id }: Input<typeof getHelpValidator>, actor: Actor): Promise<Output<typeof getHelpValidator>> {
    return { source: (await this.accessForm(id, actor)).validator };
  }

  @Handles(putHelpCategory)
  putCategory({ version, ...settings }: Input<typeof putHelpCategory>, actor: Actor): Promise<Output<typeof putHelpCategory>> {
    if (settings.organizationId !== bodyOf(actor)) throw new Problem(helpServiceNotFound);
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(HelpCategory, { where: { id: settings.id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== settings.organizationId) throw new Problem(idReused);
      if (known?.version === version + 1 && holds(known, settings)) return known;
      checkVersion(version, known?.version ?? 0);
      const category = await tx.save(tx.create(HelpCategory, { ...settings, version: version + 1 }));
      await tellChanged(tx, category);
      return category;
    });
  }

  @Handles(putHelpService)
  putService({ version, ...settings }: Input<typeof putHelpService>, actor: Actor): Promise<Output<typeof putHelpService>> {
    const { id, organizationId, categoryId, routes } = settings;
    if (organizationId !== bodyOf(actor)) throw new Problem(helpServiceNotFound);
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(HelpService, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== organizationId) throw new Problem(idReused);
      if (known?.version === version + 1 && holds(known, settings)) return known;
      checkVersion(version, known?.version ?? 0);
      if (!(await tx.existsBy(HelpCategory, { id: categoryId, organizationId }))) throw new Problem(helpServiceNotFound, noCategory);
      const deskIds = [...new Set(routes.map(({ deskId }) => deskId))];
      const isTwice = new Set(routes.map(({ kind }) => kind)).size < routes.length;
      // Whoever changes the kind of a desk waits for this one, which goes by it.
      const lock = { mode: 'pessimistic_read' } as const;
      const desks = await tx.find(Desk, { where: { id: In(deskIds), organizationId }, order: { id: 'ASC' }, lock });
      const isAnswered = routes.every(({ kind, deskId }) => desks.some((desk) => desk.id === deskId && desk.kind === kind));
      if (isTwice || !isAnswered) throw new Problem(deskNotFound, wrongRoutes);
      const { group, name, intro } = settings;
      const texts = [group, name, intro].flatMap(({ it, en }) => [it, en]);
      const service = tx.create(HelpService, {
        ...settings,
        formId: known?.formId ?? null,
        title: `${group.it} ${name.it}`,
        words: vectorOf([...new Set(texts.flatMap(indexedWords))]),
        version: version + 1,
      });
      await tx.save(service);
      await tellChanged(tx, service);
      return service;
    });
  }

  @Handles(putHelpForm)
  async putForm(
    { serviceId, id, version: shown, definition }: Input<typeof putHelpForm>,
    actor: Actor,
  ): Promise<Output<typeof putHelpForm>> {
    const read = await this.forms.read(definition);
    if (takesFiles(read.form)) throw new Problem(formBroken, filesComeLater);
    return this.db.transaction(async (tx) => {
      const { organizationId } = await accessHelpService(tx, serviceId, actor);
      const { published, isNew } = await this.forms.publish(tx, { ...read, id, subjectId: serviceId, organizationId, shown });
      if (isNew) {
        await tx.update(HelpService, { id: serviceId, organizationId }, { formId: id });
        await tellChanged(tx, { organizationId });
      }
      return { id, serviceId, version: published.version };
    });
  }

  /**
   * The forms of what is offered to her (CAT-11), of her own body, and those by which she sent a ticket, whatever became of its service.
   * @throws Problem `formNotFound`
   */
  private async accessForm(id: string, actor: Actor): Promise<FormVersion> {
    const { manager } = this.db;
    const found = await manager.findOneBy(FormVersion, { id });
    const { personId: applicantId, organizationId } = actor;
    const service = found && (await manager.findOneBy(HelpService, { id: found.subjectId, organizationId: found.organizationId }));
    const isReadable =
      service?.isOfferedTo(profileOf(actor)) ||
      service?.organizationId === organizationId ||
      (applicantId !== null && (await manager.existsBy(Ticket, { formId: id, applicantId })));
    if (!found || !service || !isReadable) throw new Problem(formNotFound);
    return found;
  }
}

/** Tells whoever keeps pages that the catalogue, or a desk that it shows, is not what it was. */
export const tellChanged = (tx: EntityManager, { organizationId }: { organizationId: string }): Promise<void> =>
  publish(tx, helpCatalogueChanged, { organizationId, at: new Date() });

/** @throws Problem `personNotFound` for whom identity does not know */
export async function describe(bus: Bus, actor: Actor): Promise<{ name: string; known: KnownPerson }> {
  const { applicantId, profileId } = authorOf(actor);
  const { items } = await bus.call(describePeople, { ids: [applicantId] }, installation);
  const [person] = items;
  if (!person) throw new Problem(personNotFound);
  const { givenName, familyName } = person.identity;
  return { name: `${givenName} ${familyName}`, known: knownPerson(person, profileId) };
}

async function cardsOf(tx: EntityManager, services: readonly HelpService[]): Promise<Output<typeof listHelpServices>['items']> {
  const names = await namesOf(
    tx,
    services.map(({ organizationId }) => organizationId),
  );
  return services.map((service) => ({
    ...service,
    organizationName: names.get(service.organizationId) ?? '',
    kinds: service.routes.map(({ kind }) => kind),
  }));
}

/** How many services the reader finds in each category. */
async function servicesIn(tx: EntityManager, categories: readonly HelpCategory[], actor: Actor): Promise<Map<string, number>> {
  if (categories.length === 0) return new Map();
  const counts: { categoryId: string; services: number }[] = await tx
    .createQueryBuilder(HelpService, 'service')
    .select('service.category_id', 'categoryId')
    .addSelect('count(*)::int', 'services')
    .where(isOffered, audienceOf(actor))
    .andWhere({ categoryId: In(categories.map(({ id }) => id)) })
    .groupBy('service.category_id')
    .getRawMany();
  return new Map(counts.map(({ categoryId, services }) => [categoryId, services]));
}

const audienceOf = (actor: Actor) => ({ audience: JSON.stringify([profileOf(actor)]) });

/** There is no ticket yet that a file could belong to. */
const takesFiles = (form: Form): boolean =>
  form.pages.some(({ sections }) =>
    sections.some(({ fields }) =>
      fields.some((field) => field.kind === 'file' || (field.kind === 'block' && field.fields.some(({ kind }) => kind === 'file'))),
    ),
  );

type Json = Output<typeof prepareTicket>['content'];
const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

const noCategory: Text = { it: 'L’ente non ha questa categoria', en: 'The body has no such category' };
const wrongRoutes: Text = {
  it: 'Ogni tipo di assistenza ha uno sportello dell’ente di quel tipo, e uno solo',
  en: 'Each kind of help has a desk of the body of that kind, and one only',
};
const filesComeLater: Text = {
  it: 'Il modulo di una richiesta di assistenza non ha campi per allegati: si aggiungono alla richiesta dopo l’invio',
  en: 'The form of a request for help has no fields for attachments: they are added to the request after it was sent',
};
