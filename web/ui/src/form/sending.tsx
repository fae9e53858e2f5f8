/** A file that was chosen and is not attached: on its way, or refused. */
export interface Sending {
  id: string;
  file: File;
  /** How far it is, from 0 to 1; null while its bytes are looked at. */
  part: number | null;
  /** Why it is not taken, in words; it stays until it is dismissed or replaced. */
  refusal: string | null;
  /** Only where trying again may help. */
  mayTryAgain: boolean;
  cancel: AbortController;
}

export type ChangeSending = (list: readonly Sending[]) => readonly Sending[];
export type SendingByPointer = ReadonlyMap<string, readonly Sending[]>;

/** The same with one field changed; a field without files is not there. */
export function withSending(all: SendingByPointer, pointer: string, change: ChangeSending): SendingByPointer {
  const next = new Map(all);
  const list = change(all.get(pointer) ?? []);
  if (list.length > 0) next.set(pointer, list);
  else next.delete(pointer);
  return next;
}

export const isOnItsWay = ({ refusal }: Sending): boolean => refusal === null;

/**
 * What stays of those refused when others are chosen: a new file replaces the one of its name, or any in a field that takes one only.
 */
export const notReplaced = (list: readonly Sending[], chosen: readonly File[], maxFiles: number): Sending[] =>
  list.filter((item) => isOnItsWay(item) || (maxFiles > 1 && !chosen.some(({ name }) => name === item.file.name)));
