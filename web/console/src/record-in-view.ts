import { announce } from '@sportello/ui/announcer';
import { useGo, useText } from '@sportello/ui/i18n';
import { neighbour } from './arrivals.js';
import { useCommands } from './keys/commands.js';

interface Row {
  id: string;
  number: string;
}

interface RecordInView<R extends Row> {
  id: string;
  /** The rows of the view that one came from. */
  rows: readonly R[];
  listAddress: string;
  onOpen: (row: R) => void;
  /** Of the record, once it was read. */
  number: string | undefined;
}

/** A record that was opened from a view: its number, the rows beside it, and the keys that lead to them, back to the view, and copy the number. */
export function useRecordInView<R extends Row>({ id, rows, listAddress, onOpen, number }: RecordInView<R>) {
  const text = useText();
  const go = useGo();
  const row = rows.find((one) => one.id === id);
  const next = row ? neighbour(rows, id, 1) : null;
  const previous = row ? neighbour(rows, id, -1) : null;
  const known = number ?? row?.number;
  const copy = () => {
    if (!known) return;
    navigator.clipboard.writeText(known).then(
      () => announce(text('record.copied')),
      () => announce(text('record.notCopied', { number: known })),
    );
  };
  useCommands({
    'next-in-view': () => next && onOpen(next),
    'previous-in-view': () => previous && onOpen(previous),
    close: () => go(listAddress),
    'copy-number': copy,
  });
  return { number: known, next, previous, copy };
}
