/** What somebody typed and is not sent yet stays in her browser under her own name: a profile's, or of who works. */
const prefix = 'sportello.kept.';

export const keptKey = (owner: string, place: string): string => `${prefix}${owner}.${place}`;

type Store = Pick<Storage, 'length' | 'key' | 'removeItem'>;

/** Throws away, unread, what others have left in this tab. */
export const forgetOthers = (store: Store, owners: readonly string[]): void => {
  try {
    const names = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    const own = owners.map((owner) => keptKey(owner, ''));
    for (const name of names) if (name.startsWith(prefix) && !own.some((start) => name.startsWith(start))) store.removeItem(name);
  } catch {
    // Storage is switched off: nothing is kept.
  }
};
