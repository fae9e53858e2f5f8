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
import { canonicalJson } from '@sportello/service/canonical-json';
import { beginningWith, vectorOf } from '@sportello/service/full-text';
import { ascending, byText } from '@sportello/service/paging';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { type KnownPerson, knownPerson } from '@sportello/stored-forms/known-person';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';
import { authorOf } from '../tickets/access.js';
import { accessHelpService, findAskable, findOffered, profileOf } from './access.js';
import { HelpCategory, HelpService } from './help-service.entity.js';

const byTitle = ascending<HelpService>([byText('service.title', ({ title }) => title)], 'service.id');
/** Categories that are told at once. */
const MOST_CATEGORIES = 200;
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
  async listCategories({ organizationId }: Input<typeof listHelpCategories>, actor: Actor): Promise<Output<typeof listHelpCategories>> {
    const { manager } = this.db;
    const found: { categoryId: string; services: number }[] = await manager
      .createQueryBuilder(HelpService, 'service')
      .select('service.category_id', 'categoryId')
      .addSelect('count(*)::int', 'services')
      .where(isOffered, audienceOf(actor))
      .andWhere(organizationId ? 'service.organization_id = :organizationId' : 'true', { organizationId })
      .groupBy('service.category_id')
      .getRawMany();
    const categories = await manager.find(HelpCategory, {
      where: { id: In(found.map(({ categoryId }) => categoryId)) },
      order: { position: 'ASC', id: 'ASC' },
      take: MOST_CATEGORIES,
    });
    const names = await namesOf(
      manager,
      categories.map((category) => category.organizationId),
    );
    return {
      items: categories.map((category) => ({
        ...category,
        organizationName: names.get(category.organizationId) ?? '',
        services: found.find(({ categoryId }) => categoryId === category.id)?.services ?? 0,
      })),
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
  async getForm({ id }: Input<typeof getHelpForm>): Promise<Output<typeof getHelpForm>> {
    const { subjectId, version, definition } = await this.findForm(id);
    return { id, serviceId: subjectId, version, definition: jsonOf(definition) };
  }

  @Handles(getHelpValidator)
  async getValidator({ id }: Input<typeof getHelpValidator>): Promise<Output<typeof getHelpValidator>> {
    return { source: (await this.findForm(id)).validator };
  }

  @Handles(putHelpCategory)
  putCategory({ version, ...settings }: Input<typeof putHelpCategory>, actor: Actor): Promise<Output<typeof putHelpCategory>> {
    if (settings.organizationId !== bodyOf(actor)) throw new Problem(helpServiceNotFound);
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(HelpCategory, { where: { id: settings.id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== settings.organizationId) throw new Problem(idReused);
      if (known?.version === version + 1 && isSame(known, settings)) return known;
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
      if (known?.version === version + 1 && isSame(known, settings)) return known;
      checkVersion(version, known?.version ?? 0);
      if (!(await tx.existsBy(HelpCategory, { id: categoryId, organizationId }))) throw new Problem(helpServiceNotFound, noCategory);
      const deskIds = [...new Set(routes.map(({ deskId }) => deskId))];
      const isTwice = new Set(routes.map(({ kind }) => kind)).size < routes.length;
      if (isTwice || (await tx.countBy(Desk, { id: In(deskIds), organizationId })) < deskIds.length)
        throw new Problem(deskNotFound, wrongRoutes);
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

  /** A version that tickets were sent with stays readable, whatever became of its service. */
  private async findForm(id: string): Promise<FormVersion> {
    const found = await this.db.manager.findOneBy(FormVersion, { id });
    if (!found) throw new Problem(formNotFound);
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

const audienceOf = (actor: Actor) => ({ audience: JSON.stringify([profileOf(actor)]) });

/** There is no ticket yet that a file could belong to. */
const takesFiles = (form: Form): boolean =>
  form.pages.some(({ sections }) =>
    sections.some(({ fields }) =>
      fields.some((field) => field.kind === 'file' || (field.kind === 'block' && field.fields.some(({ kind }) => kind === 'file'))),
    ),
  );

const isSame = (known: object, settings: object): boolean =>
  Object.entries(settings).every(([name, value]) => canonicalJson(known[name as keyof typeof known]) === canonicalJson(value));

type Json = Output<typeof prepareTicket>['content'];
const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

const noCategory: Text = { it: 'L’ente non ha questa categoria', en: 'The body has no such category' };
const wrongRoutes: Text = {
  it: 'Ogni tipo di assistenza ha uno sportello dell’ente, e uno solo',
  en: 'Each kind of help has a desk of the body, and one only',
};
const filesComeLater: Text = {
  it: 'Il modulo di una richiesta di assistenza non ha campi per allegati: si aggiungono alla richiesta dopo l’invio',
  en: 'The form of a request for help has no fields for attachments: they are added to the request after it was sent',
};
