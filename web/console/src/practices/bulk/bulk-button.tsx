import { newId } from '@sportello/contracts/id';
import type { AskedOf } from '@sportello/contracts/web';
import { asLine, asProse } from '@sportello/italy/typed-text';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAsk, useCommand } from '@sportello/ui/api';
import { LocalLink, useGo, useText } from '@sportello/ui/i18n';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { QueueRow } from '../queue/use-queue.js';

type Act = AskedOf<'rpc.practices.start-bulk.v1'>['act'];

const kinds = ['take', 'release', 'assign', 'add-tag', 'set-priority', 'send-message', 'approve', 'reject'] as const;
type Kind = (typeof kinds)[number];

/** What is asked for an act, in the form that its contract takes; null while something is missing. */
const actOf = (kind: Kind, typed: string, priority: 'high' | 'normal' | 'low', assignee: string): Act | null => {
  const words = asProse(typed);
  switch (kind) {
    case 'take':
    case 'release':
      return { kind };
    case 'assign': {
      const [to, assigneeId] = assignee.split(':');
      return (to === 'officer' || to === 'office') && assigneeId ? { kind, to, assigneeId } : null;
    }
    case 'add-tag':
      return asLine(typed) ? { kind, tag: asLine(typed) } : null;
    case 'set-priority':
      return { kind, priority };
    case 'send-message':
      return words ? { kind, text: words } : null;
    case 'approve':
      return { kind, message: words || null };
    case 'reject':
      return words ? { kind, message: words } : null;
  }
};

/** Does the same with all that were ticked: what, then the page that tells what came of each. */
export const BulkButton = ({ rows }: { rows: readonly QueueRow[] }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="button" color="primary" size="xs" onClick={() => setOpen(true)}>
        {text('bulk.open')}
      </Button>
      {isOpen && <BulkDialog rows={rows} onClose={() => setOpen(false)} />}
    </>
  );
};

const BulkDialog = ({ rows, onClose }: { rows: readonly QueueRow[]; onClose: () => void }) => {
  const text = useText();
  const go = useGo();
  const [jobId] = useState(newId);
  const [kind, setKind] = useState<Kind>('take');
  const [typed, setTyped] = useState('');
  const [priority, setPriority] = useState<'high' | 'normal' | 'low'>('high');
  const [assignee, setAssignee] = useState('');
  const [isMissing, setMissing] = useState(false);
  // Those of the first one: for each practice the rules of its own service hold.
  const assignees = useAsk('rpc.practices.list-assignees.v1', { id: rows[0]?.id ?? '' }, { enabled: kind === 'assign' && rows.length > 0 });
  const start = useCommand('rpc.practices.start-bulk.v1');
  const send = () => {
    const act = actOf(kind, typed, priority, assignee);
    setMissing(act === null);
    const practices = rows.map(({ id, version }) => ({ id, version }));
    if (act) start.mutate({ jobId, act, practices }, { onSuccess: () => go(`/operazioni/${jobId}`) });
  };
  return (
    <ActionDialog
      title={text('bulk.title')}
      lead={text('bulk.lead', { count: rows.length })}
      send={text('bulk.send', { act: text(`bulk.act.${kind}`), count: rows.length })}
      isPending={start.isPending}
      error={start.error}
      onSend={send}
      onClose={onClose}
    >
      <SelectField
        label={text('bulk.act')}
        value={kind}
        options={kinds.map((value) => ({ value, label: text(`bulk.act.${value}`) }))}
        onChange={(value) => {
          setKind(kinds.find((one) => one === value) ?? 'take');
          setMissing(false);
        }}
      />
      {kind === 'assign' && (
        <Loaded query={assignees} skeleton={<Skeleton lines={2} />}>
          {({ officers, offices }) => (
            <SelectField
              label={text('dialog.assign.to')}
              help={text('bulk.assign.help')}
              value={assignee}
              isRequired
              error={isMissing ? text('dialog.assign.missing') : undefined}
              options={[
                { value: '', label: text('dialog.assign.choose') },
                ...officers.map(({ id, name, officeName }) => ({
                  value: `officer:${id}`,
                  label: officeName ? `${name} (${officeName})` : name,
                })),
                ...offices.map(({ id, name }) => ({ value: `office:${id}`, label: text('dialog.assign.office', { name }) })),
              ]}
              onChange={(value) => {
                setAssignee(value);
                setMissing(false);
              }}
            />
          )}
        </Loaded>
      )}
      {kind === 'set-priority' && (
        <SelectField
          label={text('queue.column.priority')}
          value={priority}
          options={(['high', 'normal', 'low'] as const).map((value) => ({ value, label: text(`priority.${value}`) }))}
          onChange={(value) => setPriority((['high', 'normal', 'low'] as const).find((one) => one === value) ?? 'normal')}
        />
      )}
      {kind === 'add-tag' && (
        <TextField
          label={text('tags.add')}
          value={typed}
          onChange={setTyped}
          isRequired
          error={isMissing ? text('bulk.missing') : undefined}
          input={{ maxLength: 40, autoComplete: 'off' }}
        />
      )}
      {(kind === 'send-message' || kind === 'approve' || kind === 'reject') && (
        <TextField
          label={text('bulk.message')}
          value={typed}
          onChange={setTyped}
          isRequired={kind !== 'approve'}
          rows={4}
          error={isMissing ? text('bulk.missing') : undefined}
          area={{ maxLength: 5_000 }}
        />
      )}
      <p className="mb-0">
        <LocalLink to="/operazioni">{text('bulk.past')}</LocalLink>
      </p>
    </ActionDialog>
  );
};
