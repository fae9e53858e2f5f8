/** What was typed and is not yet on the server, kept in this tab until it is. */
export interface Kept {
  personId: string;
  practiceId: string;
  /** The version of the draft that the typing began from; null when the server does not have it yet. */
  version: number | null;
  content: Record<string, unknown>;
  keptAt: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (procedureId: string, practiceId: string | null) => `sportello.compilation.${procedureId}.${practiceId ?? 'new'}`;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'personId' in value &&
  typeof value.personId === 'string' &&
  'practiceId' in value &&
  typeof value.practiceId === 'string' &&
  'content' in value &&
  typeof value.content === 'object' &&
  value.content !== null &&
  'keptAt' in value &&
  typeof value.keptAt === 'string';

/** Keeps it; a full or forbidden store only means that leaving loses it, as the page says. */
export const keep = (store: Store, procedureId: string, practiceId: string | null, kept: Kept): boolean => {
  try {
    store.setItem(keyOf(procedureId, practiceId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};

/** What the same person left here; somebody else's is thrown away unread. */
export const findKept = (store: Store, procedureId: string, practiceId: string | null, personId: string): Kept | null => {
  const text = store.getItem(keyOf(procedureId, practiceId));
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (isKept(value) && value.personId === personId) return value;
  store.removeItem(keyOf(procedureId, practiceId));
  return null;
};

export const forget = (store: Store, procedureId: string, practiceId: string | null): void =>
  store.removeItem(keyOf(procedureId, practiceId));
