import { keptKey } from '@sportello/ui/kept-here';

/** What was typed and is not yet on the server, kept in this tab until it is. */
export interface Kept {
  /** The profile in whose name it was typed. */
  owner: string;
  practiceId: string;
  /** The version of the draft that the typing began from; null when the server does not have it yet. */
  version: number | null;
  content: Record<string, unknown>;
  /** What was chosen beside the form, where there is such a choice. */
  kind?: string;
  keptAt: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where something lies: whose it is, of which procedure and, once the server knows it, of which practice. */
export interface Place {
  owner: string;
  procedureId: string;
  practiceId: string | null;
}

const keyOf = ({ owner, procedureId, practiceId }: Place) => keptKey(owner, `compilation.${procedureId}.${practiceId ?? 'new'}`);

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'owner' in value &&
  typeof value.owner === 'string' &&
  'practiceId' in value &&
  typeof value.practiceId === 'string' &&
  'content' in value &&
  typeof value.content === 'object' &&
  value.content !== null &&
  'keptAt' in value &&
  typeof value.keptAt === 'string';

/** Keeps it; a full or forbidden store only means that leaving loses it, as the page says. */
export const keep = (store: Store, place: Place, kept: Kept): boolean => {
  try {
    store.setItem(keyOf(place), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};

/** What the same profile left here; what is not readable is thrown away. */
export const findKept = (store: Store, place: Place): Kept | null => {
  const text = store.getItem(keyOf(place));
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (isKept(value) && value.owner === place.owner) return value;
  forget(store, place);
  return null;
};

export const forget = (store: Store, place: Place): void => store.removeItem(keyOf(place));
