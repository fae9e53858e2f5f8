import { useAsk, useCommand } from '@sportello/ui/api';
import { formatDate, useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { useState } from 'react';
import { changedByAction, useConflictCheck } from './conflict.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';

/** In the place of the colleague in charge, who is told (PRA-32). */
export const TakeOverDialog = (props: PracticeDialogProps) => {
  const { id, version, number, officer } = props.practice;
  const text = useText();
  const checkConflict = useConflictCheck(id);
  const command = useCommand('rpc.practices.take-over.v1', changedByAction);
  const name = officer?.name ?? '';
  return (
    <PracticeDialog
      {...props}
      title={text('dialog.take-over.title', { number })}
      lead={text('dialog.take-over.lead', { name })}
      send={text('action.take-over', { name })}
      isPending={command.isPending}
      error={command.error}
      onSend={() => command.mutate({ id, version }, { onSuccess: props.onDone, onError: checkConflict })}
    />
  );
};

/** Back in the queue, for whoever takes it. */
export const ReleaseDialog = (props: PracticeDialogProps) => {
  const { id, version, number } = props.practice;
  const text = useText();
  const checkConflict = useConflictCheck(id);
  const command = useCommand('rpc.practices.release.v1', changedByAction);
  return (
    <PracticeDialog
      {...props}
      title={text('dialog.release.title', { number })}
      lead={text('dialog.release.lead')}
      send={text('action.release')}
      isPending={command.isPending}
      error={command.error}
      onSend={() => command.mutate({ id, version }, { onSuccess: props.onDone, onError: checkConflict })}
    />
  );
};

/** To an officer, who is then in charge, or to an office alone (PRA-33, PRA-34). */
export const AssignDialog = (props: PracticeDialogProps) => {
  const { id, version, number, officer } = props.practice;
  const text = useText();
  const checkConflict = useConflictCheck(id);
  const [chosen, setChosen] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { data, error, refetch } = useAsk('rpc.practices.list-assignees.v1', { id });
  const command = useCommand('rpc.practices.assign.v1', changedByAction);
  const send = () => {
    setMissing(chosen === '');
    const [to, assigneeId = ''] = chosen.split(':');
    if (to === 'officer' || to === 'office')
      command.mutate({ id, version, to, assigneeId }, { onSuccess: props.onDone, onError: checkConflict });
  };
  const officers = data?.officers.filter((one) => one.id !== officer?.id) ?? [];
  const options = [
    { value: '', label: text('dialog.assign.choose') },
    ...officers.map(({ id: of, name, officeName, away }) => ({
      value: `officer:${of}`,
      label: away
        ? text('dialog.assign.away', { name, to: formatDate(away.to), substitute: away.substituteName })
        : officeName
          ? `${name} (${officeName})`
          : name,
    })),
    ...(data?.offices ?? []).map(({ id: of, name }) => ({ value: `office:${of}`, label: text('dialog.assign.office', { name }) })),
  ];
  return (
    <PracticeDialog
      {...props}
      title={text('dialog.assign.title', { number })}
      lead={text('dialog.assign.lead')}
      send={text('dialog.assign.send')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
    >
      {data ? (
        <SelectField
          label={text('dialog.assign.to')}
          help={text('dialog.assign.help')}
          value={chosen}
          isRequired
          error={isMissing ? text('dialog.assign.missing') : undefined}
          options={options}
          onChange={(value) => {
            setChosen(value);
            setMissing(false);
          }}
        />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={2} />
      )}
    </PracticeDialog>
  );
};
