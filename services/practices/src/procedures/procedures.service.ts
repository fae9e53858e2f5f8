import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import {
  Category,
  categoryLabels,
  codeTaken,
  describeProcedures,
  findProcedure,
  getProcedure,
  listCategories,
  listProcedures,
  procedureChanged,
  procedureNotFound,
  procedureWithdrawn,
  putProcedure,
  settingNotOffered,
  type WorkflowSettings,
} from '@sportello/contracts/practices/procedures';
import { invalidInput } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { fold } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { ascending, byText, descending, type Page } from '@sportello/service/paging';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { corrected, indexWords, queryOf, type Wanted, wantedIn } from './catalogue-search.js';
import { Procedure } from './procedure.entity.js';
import type { Window } from './window.js';

/** Characters of the title by which the catalogue is sorted: they travel in the cursor. */
const SORTED = 30;

type Shape = Output<typeof getProcedure>;
type Asked = Omit<Input<typeof listProcedures>, 'search'>;

/**
 * How well a service fits a search. A title or a code that is what was typed goes before everything: stems join words that differ, as TARI
 * and tara. Six decimals, so that it is the same number in a cursor.
 */
const RANK = `round((ts_rank('{0.1, 0.2, 0.4, 1}', p.words, wanted.query)
  + case when p.searchText = :exact or p.code = :code then 10 else 0 end)::numeric, 6)`;

const byTitle = ascending<Procedure>([byText(`left(p.searchText, ${SORTED})`, ({ searchText }) => searchText.slice(0, SORTED))], 'p.id');

/** The mark of a page of words that were put right: the pages after it look for the same words. */
const PUT_RIGHT = '~';
type Found = Procedure & { rank: string };
const bestFirst = descending<Found>([byText(RANK, ({ rank }) => rank, z.string().regex(/^~?\d{1,3}(\.\d{1,6})?$/))], 'p.id');

/** The catalogue: what can be asked for, and whether it can be started now. */
@Controller()
export class ProceduresService {
  constructor(private readonly db: DataSource) {}

  @Handles(listProcedures)
  async list({ limit, after, category, search }: Input<typeof listProcedures>, actor: Actor): Promise<Output<typeof listProcedures>> {
    const page = search ? await this.found({ limit, after, category, search }, actor) : await this.shelf({ limit, after, category }, actor);
    const names = await this.namesOf(page.items);
    return { ...page, items: page.items.map((row) => shapeOf(row, names.get(row.organizationId) ?? '', actor, new Date())) };
  }

  /** All of a category, or of the catalogue, by title. */
  private shelf({ category, ...asked }: Asked, actor: Actor): Promise<Page<Procedure>> {
    const query = this.catalogue(actor);
    if (category) query.andWhere('p.category = :category', { category });
    return byTitle.pageOf(query, asked);
  }

  /** What was looked for, the best first; when nothing has the words as they were typed, what has words like them. */
  private async found({ limit, after, category, search }: Asked & { search: string }, actor: Actor): Promise<Page<Procedure>> {
    const wanted = wantedIn(search);
    if (wanted.length === 0) return { items: [], next: null };
    const from = readPlace(after);
    const find = async (words: Wanted, isCorrected: boolean): Promise<Page<Procedure>> => {
      const query = this.ranked(words, search, actor).limit(limit + 1);
      if (category) query.andWhere('p.category = :category', { category });
      if (from) query.andWhere(`(${RANK}, p.id) < (:rank::numeric, :id)`, from);
      const { entities, raw } = await query.getRawAndEntities<{ rank: string }>();
      const ranks = new Map(entities.map(({ id }, at) => [id, raw[at]?.rank ?? '0']));
      return bestFirst.cut(
        entities.map((entity) => Object.assign(entity, { rank: `${isCorrected ? PUT_RIGHT : ''}${ranks.get(entity.id)}` })),
        limit,
      );
    };
    const page = from?.isCorrected ? undefined : await find(wanted, false);
    if (page && (from || page.items.length > 0)) return page;
    return find(await corrected(this.db.manager, wanted), true);
  }

  private ranked(wanted: Wanted, search: string, actor: Actor): SelectQueryBuilder<Procedure> {
    const values: Record<string, string> = {};
    const put = (word: string) => {
      const name = `word${Object.keys(values).length}`;
      values[name] = word;
      return `:${name}`;
    };
    return this.catalogue(actor)
      .addSelect(RANK, 'rank')
      .innerJoin(`(select ${queryOf(wanted, put)} as query)`, 'wanted', 'p.words @@ wanted.query')
      .setParameters({ ...values, exact: fold(search), code: asCodeOfProcedure(search) })
      .orderBy('rank', 'DESC')
      .addOrderBy('p.id', 'DESC');
  }

  @Handles(listCategories)
  async categories(_input: Input<typeof listCategories>, actor: Actor): Promise<Output<typeof listCategories>> {
    const rows: { category: Category; count: string }[] = await this.catalogue(actor)
      .select('p.category', 'category')
      .addSelect('count(*)', 'count')
      .groupBy('p.category')
      .getRawMany();
    const counts = new Map(rows.map(({ category, count }) => [category, Number(count)]));
    return {
      items: Category.options.map((category) => ({ category, label: categoryLabels[category], count: counts.get(category) ?? 0 })),
    };
  }

  /** For our own services only: the contract's permission keeps everybody else out. */
  @Handles(describeProcedures)
  async describe({ ids }: Input<typeof describeProcedures>): Promise<Output<typeof describeProcedures>> {
    return { items: await this.db.manager.find(Procedure, { select: { id: true, organizationId: true }, where: { id: In(ids) } }) };
  }

  /** What is not published yet, or no more, is seen by its own body alone. */
  @Handles(getProcedure)
  async get({ id }: Input<typeof getProcedure>, actor: Actor): Promise<Shape> {
    return this.seen(await this.db.manager.findOneBy(Procedure, { id }), actor);
  }

  @Handles(findProcedure)
  async find({ code }: Input<typeof findProcedure>, actor: Actor): Promise<Shape> {
    // An address has one hyphen between two words, however many strokes the code has there, and none at its ends.
    const found = this.db
      .createQueryBuilder(Procedure, 'p')
      .where(`trim(both '_' from regexp_replace(p.code, '_+', '_', 'g')) = :code`, { code: code.toUpperCase().replaceAll('-', '_') })
      .orderBy('p.code');
    return this.seen(await found.getOne(), actor);
  }

  private async seen(procedure: Procedure | null, actor: Actor): Promise<Shape> {
    const isSeen = procedure && (procedure.isPublic || procedure.organizationId === actor.organizationId);
    if (!isSeen) throw new Problem(procedure?.status === 'withdrawn' ? procedureWithdrawn : procedureNotFound);
    return shapeOf(procedure, (await this.namesOf([procedure])).get(procedure.organizationId) ?? '', actor, new Date());
  }

  @Handles(putProcedure)
  async put(input: Input<typeof putProcedure>, actor: Actor): Promise<Shape> {
    const { version, ...asked } = input;
    const { id, organizationId, code, title } = asked;
    if (organizationId !== actor.organizationId) throw new Problem(organizationNotFound);
    checkWindow(input);
    checkOffered(input.settings);
    const procedure = await this.db.transaction(async (tx) => {
      const known = await tx.findOne(Procedure, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== organizationId) throw new Problem(procedureNotFound);
      if (known && isSame(known, asked)) return known;
      const inForce = known?.version ?? 0;
      checkVersion(version, inForce);
      const owner = await tx.findOneBy(Procedure, { code });
      if (owner && owner.id !== id) throw new Problem(codeTaken);
      const row = tx.create(Procedure, {
        ...asked,
        sheet: asked.sheet ?? known?.sheet ?? {},
        version: inForce + 1,
        formId: known?.formId ?? null,
        searchText: fold(title.it),
      });
      await tx.save(row);
      const form = row.formId ? await tx.findOneBy(FormVersion, { id: row.formId }) : null;
      await indexWords(tx, row, form?.definition);
      await publish(tx, procedureChanged, { procedureId: id, organizationId });
      return row;
    });
    return shapeOf(procedure, (await this.namesOf([procedure])).get(organizationId) ?? '', actor, new Date());
  }

  /** The published services; a citizen sees those for the profile that she wears (CAT-02). */
  private catalogue({ profileKind, roles }: Actor): SelectQueryBuilder<Procedure> {
    const query = this.db.createQueryBuilder(Procedure, 'p').where("p.status = 'published'");
    return roles.includes('citizen') ? query.andWhere(':kind = any(p.audience)', { kind: profileKind }) : query;
  }

  private namesOf(procedures: readonly Procedure[]): Promise<Map<string, string>> {
    return namesOf(
      this.db.manager,
      procedures.map(({ organizationId }) => organizationId),
    );
  }
}

/** The last row of a page that was searched. */
function readPlace(after: string | undefined): { rank: string; id: string; isCorrected: boolean } | undefined {
  const place = bestFirst.read(after);
  if (!place) return undefined;
  const [rank, id] = place.map(String) as [string, string];
  return { rank: rank.replace(PUT_RIGHT, ''), id, isCorrected: rank.startsWith(PUT_RIGHT) };
}

const asCodeOfProcedure = (search: string): string => search.trim().toUpperCase();

/** Said again it changes nothing, whatever was shown. */
const isSame = (known: Procedure, asked: Omit<Input<typeof putProcedure>, 'version'>): boolean => {
  const kept = Object.fromEntries(Object.keys(asked).map((key) => [key, known[key as keyof typeof asked]]));
  return canonicalJson(kept) === canonicalJson(asked);
};

function shapeOf(procedure: Procedure, organizationName: string, actor: Actor, now: Date): Shape {
  const reason = procedure.whyNot(actor, now);
  return { ...procedure, organizationName, canStart: reason === null, reason };
}

/** A service that closes before it opens would never be open, and nobody would be told why. */
function checkWindow({ opensAt, closesAt }: Window): void {
  if (opensAt && closesAt && closesAt <= opensAt)
    throw new Problem(invalidInput, undefined, {
      errors: [{ pointer: '/closesAt', detail: { it: 'La chiusura deve venire dopo l’apertura', en: 'It must close after it opens' } }],
    });
}

/** Registration and forwarding need a connector to the body's own systems; without one their practices would wait for ever. */
function checkOffered({ registers, workflow }: WorkflowSettings): void {
  if (registers || workflow === 'forward') throw new Problem(settingNotOffered, connectorMissing);
}

const connectorMissing = {
  it: 'Protocollazione e inoltro richiedono un collegamento ai sistemi dell’ente, che qui non è configurato',
  en: 'Registration and forwarding need a connection to the systems of the body, which is not set up here',
};
