import { announce } from '@sportello/ui/announcer';
import { useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import { useStar } from './star.js';
import type { QueueRow } from './use-queue.js';

/** What can be done with several practices at once. */
export const SelectionBar = ({ rows, onClear }: { rows: readonly QueueRow[]; onClear: () => void }) => {
  const text = useText();
  const star = useStar();
  return (
    <section className="sc-selection" aria-label={text('queue.selected', { count: rows.length })}>
      <strong>{text('queue.selected', { count: rows.length })}</strong>
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        aria-disabled={star.isPending || undefined}
        onClick={async () => {
          if (star.isPending) return;
          for (const { id, isImportant } of rows) if (!isImportant) await star.mutateAsync({ id, isImportant: false });
          announce(text('queue.selected.starred', { count: rows.length }));
        }}
      >
        {text('queue.selected.star')}
      </Button>
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        onClick={async () => {
          await navigator.clipboard.writeText(rows.map(({ number }) => number).join('\n'));
          announce(text('queue.copied', { count: rows.length }));
        }}
      >
        {text('queue.selected.copy')}
      </Button>
      <Button type="button" color="link" size="xs" onClick={onClear}>
        {text('queue.selected.none')}
      </Button>
    </section>
  );
};
