import type { Text } from '@sportello/contracts/contract';
import { type CatalogueGroup, defaultGroups, type GroupKind, groupKinds } from '@sportello/contracts/practices/catalogue-groups';
import { slugOf } from '@sportello/italy/search-words';
import type { EntityManager } from 'typeorm';
import { CatalogueGroups } from './catalogue-groups.entity.js';
import type { Procedure } from './procedure.entity.js';

type Lists = Record<GroupKind, CatalogueGroup[]>;
interface Told {
  id: string;
  label: Text;
  count: number;
}
type Under = Pick<Procedure, 'category' | 'topics' | 'recipients'>;

export async function groupsOf(tx: EntityManager, organizationId: string): Promise<Lists & { version: number }> {
  return (await tx.findOneBy(CatalogueGroups, { organizationId })) ?? { version: 0, ...defaultGroups };
}

/** Under which entries of its body a service is, of each kind. */
export const entriesOf = ({ category, topics, recipients }: Under): Record<GroupKind, string[]> => ({
  categories: [category],
  topics,
  recipients,
});

/** What of a service stands under no entry of its body, or under one that was withdrawn and that it did not have before. */
export function strangeEntries(groups: Lists, asked: Under, known: Under | null): { kind: GroupKind; id: string }[] {
  return groupKinds.flatMap((kind) => {
    const before = known ? entriesOf(known)[kind] : [];
    const offered = groups[kind].filter(({ isWithdrawn }) => !isWithdrawn).map(({ id }) => id);
    return entriesOf(asked)
      [kind].filter((id) => !offered.includes(id) && !before.includes(id))
      .map((id) => ({ kind, id }));
  });
}

/** Entries of one kind in which two would have one address, or of which nothing could be chosen. */
export function faultsInGroups(groups: Lists): { pointer: string; detail: Text }[] {
  const twice = groupKinds.flatMap((kind) =>
    groups[kind].flatMap(({ id, label }, at) => {
      const others = groups[kind].slice(0, at);
      const isTwice = others.some((other) => other.id === id || slugOf(other.label.it) === slugOf(label.it));
      if (slugOf(label.it) === '') return [{ pointer: `/${kind}/${at}/label/it`, detail: noLetters }];
      return isTwice ? [{ pointer: `/${kind}/${at}/label/it`, detail: nameTwice }] : [];
    }),
  );
  const isAnyLeft = groups.categories.some(({ isWithdrawn }) => !isWithdrawn);
  return isAnyLeft ? twice : [...twice, { pointer: '/categories', detail: noCategory }];
}

/**
 * The entries of several bodies as one list, each under its first id: where bodies share an address, what they call alike is one entry, as its
 * page is. Those of a body stay in its order.
 */
export class AllGroups {
  private constructor(private readonly rows: readonly Lists[]) {}

  /** @param organizationId of the one body that is shown; else of all that have written theirs, after those of the product */
  static async read(tx: EntityManager, organizationId?: string): Promise<AllGroups> {
    if (organizationId) return new AllGroups([await groupsOf(tx, organizationId)]);
    const rows = await tx.find(CatalogueGroups, { order: { organizationId: 'ASC' } });
    return new AllGroups([...rows, defaultGroups]);
  }

  /** Every id of an entry that is called as this one. */
  alike(kind: GroupKind, id: string): string[] {
    const all = this.all(kind);
    const slugs = new Set(all.filter((group) => group.id === id).map(({ label }) => slugOf(label.it)));
    return [id, ...all.filter(({ label }) => slugs.has(slugOf(label.it))).map((group) => group.id)];
  }

  /** The entries with how many services each holds. @param counts by id */
  counted(kind: GroupKind, counts: ReadonlyMap<string, number>): Told[] {
    const told = new Map<string, Told>();
    const summed = new Set<string>();
    for (const { id, label } of this.all(kind)) {
      const slug = slugOf(label.it);
      const entry = told.get(slug) ?? { id, label, count: 0 };
      if (!summed.has(id)) entry.count += counts.get(id) ?? 0;
      summed.add(id);
      told.set(slug, entry);
    }
    return [...told.values()];
  }

  private all(kind: GroupKind): CatalogueGroup[] {
    return this.rows.flatMap((row) => row[kind]);
  }
}

const nameTwice: Text = { it: 'C’è già una voce con questo nome', en: 'There is an entry with this name already' };
const noLetters: Text = { it: 'Il nome deve avere almeno una lettera o una cifra', en: 'The name needs a letter or a digit' };
const noCategory: Text = {
  it: 'Serve almeno una categoria in uso: ogni servizio ne ha una',
  en: 'At least one category must be in use: each service has one',
};
