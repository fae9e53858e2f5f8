import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { type GroupKind, listFacets } from '@sportello/contracts/practices/catalogue-groups';
import { describeProcedures, findProcedure, getProcedure, listCategories, listProcedures } from '@sportello/contracts/practices/procedures';
import { fold } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byText, descending, type Page } from '@sportello/service/paging';
import { type Wanted, wantedIn } from '@sportello/service/wanted';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { seenBy } from './access-procedure.js';
import { AllGroups } from './catalogue-groups.js';
import { corrected, queryOf } from './catalogue-search.js';
import { Procedure } from './procedure.entity.js';
import { type Shape, shapeOf, shapesOf } from './told-procedures.js';

/** Characters of the title by which the catalogue is sorted: they travel in the cursor. */
const SORTED = 30;

type Asked = Omit<Input<typeof listProcedures>, 'search'>;

type Narrowing = Pick<Asked, 'category' | 'topic' | 'recipient' | 'organizationId'>;

/** Under which parameter a list is narrowed by each kind of entry, and what of a service is looked at. */
const kinds = {
  categories: { key: 'category', entries: 'array[p.category]', fits: 'p.category = any(:category::text[])' },
  topics: { key: 'topic', entries: 'p.topics', fits: 'p.topics && :topic::text[]' },
  recipients: { key: 'recipient', entries: 'p.recipients', fits: 'p.recipients && :recipient::text[]' },
} as const satisfies Record<GroupKind, { key: keyof Narrowing; entries: string; fits: string }>;
const kindNames = Object.keys(kinds) as GroupKind[];

/** Only what is under the entries, and of the body, that were asked for. */
function narrowed(query: SelectQueryBuilder<Procedure>, asked: Narrowing, groups: AllGroups): SelectQueryBuilder<Procedure> {
  for (const kind of kindNames) {
    const { key, fits } = kinds[kind];
    const chosen = asked[key];
    if (chosen) query.andWhere(fits, { [key]: groups.alike(kind, chosen) });
  }
  const { organizationId } = asked;
  if (organizationId) query.andWhere('p.organizationId = :organizationId', { organizationId });
  return query;
}

/**
 * How well a service fits a search. A title or a code that is what was typed goes before everything: stems join words that differ, as TARI
 * and tara. Six decimals, so that it is the same number in a cursor.
 */
const RANK = `round((ts_rank('{0.1, 0.2, 0.4, 1}', p.words, wanted.query)
  + case when p.searchText = :exact or p.code = :code then 10 else 0 end)::numeric, 6)`;

export const byTitle = ascending<Procedure>(
  [byText(`left(p.searchText, ${SORTED})`, ({ searchText }) => searchText.slice(0, SORTED))],
  'p.id',
);

/** The mark of a page of words that were put right: the pages after it look for the same words. */
const PUT_RIGHT = '~';
type Found = Procedure & { rank: string };
const bestFirst = descending<Found>([byText(RANK, ({ rank }) => rank, z.string().regex(/^~?\d{1,3}(\.\d{1,6})?$/))], 'p.id');

/** The catalogue: what can be asked for, and whether it can be started now. */
@Controller()
export class ProceduresService {
  constructor(private readonly db: DataSource) {}

  @Handles(listProcedures)
  async list({ search, ...asked }: Input<typeof listProcedures>, actor: Actor): Promise<Output<typeof listProcedures>> {
    const page = search ? await this.found({ ...asked, search }, actor) : await this.shelf(asked, actor);
    return { ...page, items: await shapesOf(this.db.manager, page.items, actor) };
  }

  /** All of a category, or of the catalogue, by title. */
  private async shelf(asked: Asked, actor: Actor): Promise<Page<Procedure>> {
    return byTitle.pageOf(narrowed(this.catalogue(actor), asked, await this.groups(asked)), asked);
  }

  private groups({ organizationId }: Narrowing): Promise<AllGroups> {
    return AllGroups.read(this.db.manager, organizationId);
  }

  /** What was looked for, the best first; when nothing has the words as they were typed, what has words like them. */
  private async found({ limit, after, search, ...narrowing }: Asked & { search: string }, actor: Actor): Promise<Page<Procedure>> {
    const wanted = wantedIn(search);
    if (wanted.length === 0) return { items: [], next: null };
    const from = readPlace(after);
    const groups = await this.groups(narrowing);
    const find = async (words: Wanted, isCorrected: boolean): Promise<Page<Procedure>> => {
      const query = narrowed(this.ranked(words, search, actor), narrowing, groups).limit(limit + 1);
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
  async categories(asked: Input<typeof listCategories>, actor: Actor): Promise<Output<typeof listCategories>> {
    const groups = await this.groups(asked);
    const counts = await countedBy(narrowed(this.catalogue(actor), asked, groups), 'categories');
    return { items: groups.counted('categories', counts).map(({ id: category, ...told }) => ({ category, ...told })) };
  }

  /** Of each kind, what the other choices leave: an entry that was chosen does not hide those beside it (CAT-86). */
  @Handles(listFacets)
  async facets({ search, ...asked }: Input<typeof listFacets>, actor: Actor): Promise<Output<typeof listFacets>> {
    const groups = await this.groups(asked);
    const typed = search ? wantedIn(search) : null;
    const count = async (wanted: Wanted | null) => {
      const told = await Promise.all(
        kindNames.map(async (kind) => {
          const found = wanted ? this.ranked(wanted, search ?? '', actor).orderBy() : this.catalogue(actor);
          const query = narrowed(found, { ...asked, [kinds[kind].key]: undefined }, groups);
          return [kind, groups.counted(kind, await countedBy(query, kind)).filter((entry) => entry.count > 0)] as const;
        }),
      );
      return Object.fromEntries(told) as Output<typeof listFacets>;
    };
    if (typed?.length === 0) return { categories: [], topics: [], recipients: [] };
    const told = await count(typed);
    // As the list does: words that nothing has are put right.
    return typed && told.categories.length === 0 ? count(await corrected(this.db.manager, typed)) : told;
  }

  /** For our own services only: the contract's permission keeps everybody else out. */
  @Handles(describeProcedures)
  async describe({ ids }: Input<typeof describeProcedures>): Promise<Output<typeof describeProcedures>> {
    return { items: await this.db.manager.find(Procedure, { select: { id: true, organizationId: true }, where: { id: In(ids) } }) };
  }

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

  private seen(procedure: Procedure | null, actor: Actor): Promise<Shape> {
    return shapeOf(this.db.manager, seenBy(procedure, actor), actor);
  }

  /** The published services; a citizen sees those for the profile that she wears (CAT-02). */
  private catalogue({ profileKind, roles }: Actor): SelectQueryBuilder<Procedure> {
    const query = this.db.createQueryBuilder(Procedure, 'p').where("p.status = 'published'");
    return roles.includes('citizen') ? query.andWhere(':kind = any(p.audience)', { kind: profileKind }) : query;
  }
}

/** How many services each entry of a kind holds. */
async function countedBy(query: SelectQueryBuilder<Procedure>, kind: GroupKind): Promise<Map<string, number>> {
  const rows: { entry: string; count: string }[] = await query
    .select(`unnest(${kinds[kind].entries})`, 'entry')
    .addSelect('count(*)', 'count')
    .groupBy('entry')
    .getRawMany();
  return new Map(rows.map(({ entry, count }) => [entry, Number(count)]));
}

/** The last row of a page that was searched. */
function readPlace(after: string | undefined): { rank: string; id: string; isCorrected: boolean } | undefined {
  const place = bestFirst.read(after);
  if (!place) return undefined;
  const [rank, id] = place.map(String) as [string, string];
  return { rank: rank.replace(PUT_RIGHT, ''), id, isCorrected: rank.startsWith(PUT_RIGHT) };
}

const asCodeOfProcedure = (search: string): string => search.trim().toUpperCase();
