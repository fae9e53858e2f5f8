import type { AnswerOf, Subject } from '@sportello/contracts/web';
import { asDate } from '@sportello/italy/typed-date';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import '../officers/officers.css';

type Absence = AnswerOf<'rpc.identity.get-absence.v1'>;

/** What changes with an absence on the console's pages. */
const changed: readonly Subject[] = ['rpc.identity.get-absence.v1', 'rpc.identity.get-officer.v1', 'rpc.identity.list-officers.v1'];

/** The absence of an officer: what was told, and the form that tells it or changes it. */
export const AbsencePart = ({ id, isOwn = false }: { id: string; isOwn?: boolean }) => {
  const query = useAsk('rpc.identity.get-absence.v1', { id }, { staleTimeMs: 0 });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={4} />}>
      {(absence) => (
        <>
          <Told told={absence} isOwn={isOwn} />
          <AbsenceForm key={absence.version} told={absence} />
        </>
      )}
    </Loaded>
  );
};

/** What stands: the days and the substitute, and how to end it before its last day. */
const Told = ({ told: { id, absence, substituteName, isCovered, version }, isOwn }: { told: Absence; isOwn: boolean }) => {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const end = useCommand('rpc.identity.delete-absence.v1', changed);
  if (!absence) return <p>{text(isOwn ? 'absence.none.own' : 'absence.none')}</p>;
  const close = () => {
    end.reset();
    setAsking(false);
  };
  const days = { from: formatDate(absence.from), to: formatDate(absence.to), name: substituteName ?? '' };
  return (
    <>
      <p>{text(substituteName ? 'absence.told' : 'absence.told.alone', days)}</p>
      {!isCovered && <Notice>{text('absence.uncovered')}</Notice>}
      <p>
        <Button type="button" color="primary" outline size="sm" onClick={() => setAsking(true)}>
          {text('absence.end')}
        </Button>
      </p>
      {isAsking && (
        <ConfirmDialog
          title={text('absence.end.ask')}
          confirm={text('absence.end')}
          isPending={end.isPending}
          error={end.error}
          onConfirm={() =>
            end.mutate(
              { id, version },
              {
                onSuccess: () => {
                  setAsking(false);
                  toast({ words: text('absence.ended') });
                },
              },
            )
          }
          onCancel={close}
        >
          <p>{text('absence.end.text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
};

const AbsenceForm = ({ told: { id, absence, substitutes, version } }: { told: Absence }) => {
  const text = useText();
  const [from, setFrom] = useState(absence?.from ?? '');
  const [to, setTo] = useState(absence?.to ?? '');
  const [substituteId, setSubstitute] = useState(absence?.substituteId ?? '');
  const [isIncomplete, setIncomplete] = useState(false);
  const save = useCommand('rpc.identity.put-absence.v1', changed);
  if (substitutes.length === 0) return <Notice>{text('absence.nobody')}</Notice>;
  const isKnown = substitutes.some((one) => one.id === substituteId);
  return (
    <form
      className="sc-officer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isMissing = !from || !to || !isKnown;
        setIncomplete(isMissing);
        if (isMissing || save.isPending) return;
        save.mutate(
          { id, from: asDate(from), to: asDate(to), substituteId, version },
          { onSuccess: () => toast({ words: text('absence.saved') }) },
        );
      }}
    >
      <TextField label={text('absence.from')} help={text('absence.days.help')} value={from} isDate isRequired onChange={setFrom} />
      <TextField label={text('absence.to')} value={to} isDate isRequired onChange={setTo} />
      <SelectField
        label={text('absence.substitute')}
        help={text('absence.substitute.help')}
        value={isKnown ? substituteId : ''}
        options={[{ value: '', label: text('absence.choose') }, ...substitutes.map((one) => ({ value: one.id, label: one.name }))]}
        onChange={setSubstitute}
      />
      {isIncomplete && (
        <p className="sc-mistake" role="alert">
          {text('absence.incomplete')}
        </p>
      )}
      {save.error ? <ErrorNote error={save.error} keepsWords /> : null}
      <Button type="submit" color="primary" size="sm" aria-disabled={save.isPending || undefined}>
        {save.isPending ? text('ui.wait') : text(absence ? 'absence.change' : 'absence.save')}
      </Button>
    </form>
  );
};
