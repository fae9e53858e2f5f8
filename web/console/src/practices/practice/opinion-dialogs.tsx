import { newId } from '@sportello/contracts/id';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { useAsk, useCommand } from '@sportello/ui/api';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { SelectField, TextField } from '@sportello/ui/text-field';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { useState } from 'react';
import { WordsField } from '../../words-field.js';
import type { Practice } from './actions.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { useLeftBehind } from './left-behind.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';
import { useReason } from './reason.js';

/** Days that the law gives an office for its opinion (law 241/1990, art. 16). */
const DAYS_OF_LAW = '20';

/** Which office, what is asked and until when: the state of the practice stays as it is (PRA-74). */
export const AskOpinionDialog = (props: PracticeDialogProps) => {
  const { id, version } = props.practice;
  const text = useText();
  const left = useLeftBehind(props);
  const [opinionId] = useState(newId);
  const [officeId, setOffice] = useState('');
  const [isOfficeMissing, setOfficeMissing] = useState(false);
  const [days, setDays] = useState(DAYS_OF_LAW);
  const [areDaysWrong, setDaysWrong] = useState(false);
  const question = useReason(id, 'opinion-question');
  const files = useOpinionFiles(id);
  const onError = useConflictCheck(id);
  const offices = useAsk('rpc.practices.list-opinion-offices.v1', { id });
  const command = useCommand('rpc.practices.ask-opinion.v1', changedByAction);
  const send = () => {
    const isWrong = !/^([1-9]\d?|1[0-7]\d|180)$/.test(days.trim());
    setOfficeMissing(officeId === '');
    setDaysWrong(isWrong);
    if (!question.check() || officeId === '' || isWrong) return;
    command.mutate(
      { id, version, opinionId, officeId, question: question.words, days: Number(days), attachmentIds: files.ids },
      {
        onError,
        onSuccess: ({ unusedFiles }: { unusedFiles: readonly UnusedFile[] }) => {
          question.forget();
          left.done(unusedFiles);
        },
      },
    );
  };
  if (left.dialog) return left.dialog;
  return (
    <PracticeDialog
      {...props}
      title={text('action.ask-opinion')}
      lead={text('dialog.ask-opinion.lead')}
      send={text('dialog.ask-opinion.send')}
      isPending={command.isPending}
      isUploading={files.areUploading}
      error={command.error}
      onSend={send}
    >
      {offices.data?.items.length === 0 ? (
        <p className="alert alert-info">{text('dialog.ask-opinion.office.none')}</p>
      ) : offices.data ? (
        <SelectField
          label={text('dialog.ask-opinion.office')}
          value={officeId}
          isRequired
          error={isOfficeMissing ? text('dialog.ask-opinion.office.missing') : undefined}
          options={[
            { value: '', label: text('dialog.assign.choose') },
            ...offices.data.items.map((office) => ({ value: office.id, label: office.name })),
          ]}
          onChange={(value) => {
            setOffice(value);
            setOfficeMissing(false);
          }}
        />
      ) : offices.error ? (
        <ErrorState error={offices.error} onRetry={() => void offices.refetch()} />
      ) : (
        <Skeleton lines={2} />
      )}
      <WordsField {...question.props} label={text('dialog.ask-opinion.question')} help={text('dialog.ask-opinion.question.help')} />
      <TextField
        label={text('dialog.ask-opinion.days')}
        help={text('dialog.ask-opinion.days.help')}
        value={days}
        error={areDaysWrong ? text('dialog.ask-opinion.days.wrong') : undefined}
        input={{ inputMode: 'numeric', maxLength: 3 }}
        onChange={(value) => {
          setDays(value);
          setDaysWrong(false);
        }}
      />
      {files.field}
    </PracticeDialog>
  );
};

const stances = ['positive', 'negative'] as const;

/** The opinion that the reader's office was asked for. */
export const GiveOpinionDialog = (props: PracticeDialogProps) => {
  const { id, version, opinions = [] } = props.practice;
  const text = useText();
  const left = useLeftBehind(props);
  const [opinion] = useState(() => opinions.find(({ mayGive }) => mayGive));
  const [stance, setStance] = useState<(typeof stances)[number] | ''>('');
  const [isStanceMissing, setStanceMissing] = useState(false);
  const words = useReason(id, 'opinion');
  const files = useOpinionFiles(id);
  const onError = useConflictCheck(id);
  const command = useCommand('rpc.practices.give-opinion.v1', changedByAction);
  const send = () => {
    setStanceMissing(stance === '');
    if (!words.check() || stance === '' || !opinion) return;
    command.mutate(
      { id, version, opinionId: opinion.id, stance, text: words.words, attachmentIds: files.ids },
      {
        onError,
        onSuccess: ({ unusedFiles }: { unusedFiles: readonly UnusedFile[] }) => {
          words.forget();
          left.done(unusedFiles);
        },
      },
    );
  };
  if (left.dialog) return left.dialog;
  return (
    <PracticeDialog
      {...props}
      title={text('action.give-opinion')}
      lead={text('dialog.give-opinion.lead', { office: opinion?.officeName ?? '' })}
      send={text('dialog.give-opinion.send')}
      isPending={command.isPending}
      isUploading={files.areUploading}
      error={command.error}
      onSend={send}
    >
      <p className="sc-words">{opinion?.question}</p>
      <SelectField
        label={text('dialog.give-opinion.stance')}
        value={stance}
        isRequired
        error={isStanceMissing ? text('dialog.give-opinion.stance.missing') : undefined}
        options={[
          { value: '', label: text('dialog.assign.choose') },
          ...stances.map((value) => ({ value, label: text(`opinions.stance.${value}`) })),
        ]}
        onChange={(value) => {
          setStance(stances.find((one) => one === value) ?? '');
          setStanceMissing(false);
        }}
      />
      <WordsField {...words.props} label={text('dialog.give-opinion.text')} help={text('dialog.give-opinion.text.help')} />
      {files.field}
    </PracticeDialog>
  );
};

/** On without an opinion: the office that was asked is told. */
export const DropOpinionDialog = (props: PracticeDialogProps) => {
  const { id, version } = props.practice;
  const text = useText();
  const [awaited] = useState(() => awaitedOf(props.practice));
  const [opinionId, setOpinion] = useState(awaited[0]?.id ?? '');
  const onError = useConflictCheck(id);
  const command = useCommand('rpc.practices.drop-opinion.v1', changedByAction);
  return (
    <PracticeDialog
      {...props}
      title={text('action.drop-opinion')}
      lead={text('dialog.drop-opinion.lead')}
      send={text('action.drop-opinion')}
      isPending={command.isPending}
      error={command.error}
      onSend={() => command.mutate({ id, version, opinionId }, { onSuccess: props.onDone, onError })}
    >
      <SelectField
        label={text('dialog.ask-opinion.office')}
        value={opinionId}
        options={awaited.map((one) => ({ value: one.id, label: one.officeName }))}
        onChange={setOpinion}
      />
    </PracticeDialog>
  );
};

const awaitedOf = ({ opinions = [] }: Practice) => opinions.filter(({ status }) => status === 'awaited' || status === 'overdue');

/** The files that go along with a question or an opinion. */
const useOpinionFiles = (practiceId: string) => {
  const text = useText();
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [areUploading, setUploading] = useState(false);
  return {
    ids: attachments.map(({ id }) => id),
    areUploading,
    field: (
      <AttachmentField
        label={text('dialog.opinion.attach')}
        rules={defaultFileRules}
        practiceId={() => Promise.resolve(practiceId)}
        purpose="opinion"
        attachments={attachments}
        onChange={setAttachments}
        onSending={setUploading}
      />
    ),
  };
};
