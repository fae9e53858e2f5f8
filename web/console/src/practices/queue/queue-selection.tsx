import { announce } from '@sportello/ui/announcer';
import { ask, keyOf } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { useText } from '@sportello/ui/i18n';
import { JobProgress, useJob } from '@sportello/ui/job';
import { SelectionBar } from '@sportello/ui/selection-bar';
import { toast } from '@sportello/ui/toasts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { BulkButton } from '../bulk/bulk-button.js';
import type { QueueRow } from './use-queue.js';

/** What can be done with several practices at once. */
export const QueueSelection = ({ rows, onClear }: { rows: readonly QueueRow[]; onClear: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const job = useJob<QueueRow>(({ id }) => ask('rpc.practices.star.v1', { id }));
  const reread = () => client.invalidateQueries({ queryKey: keyOf('rpc.practices.list-queue.v1') });
  const star = async (chosen: readonly QueueRow[]) => {
    if (job.isRunning) return;
    const starred = await job.start(chosen.filter(({ isImportant }) => !isImportant));
    await reread();
    if (starred.length === 0) return;
    toast({
      words: text('queue.selected.starred', { count: starred.length }),
      undo: async () => {
        for (const { id } of starred) await ask('rpc.practices.unstar.v1', { id });
        await reread();
      },
    });
  };
  return (
    <SelectionBar count={rows.length} onClear={onClear}>
      <BulkButton rows={rows} />
      <Button type="button" outline color="primary" size="xs" aria-disabled={job.isRunning || undefined} onClick={() => void star(rows)}>
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
      <ButtonLink to={`/esportazioni/nuova?practices=${rows.map(({ id }) => id).join()}&format=zip`} outline color="primary" size="xs">
        {text('queue.selected.export')}
      </ButtonLink>
      <JobProgress label={text('queue.selected.star')} job={job} onRetry={() => void star(job.failed)} />
    </SelectionBar>
  );
};
