import { newId } from '@sportello/contracts/id';
import { STAMP_CENTS } from '@sportello/contracts/practices/dues';
import { asCode } from '@sportello/italy/typed-text';
import { useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Practice } from './practice.js';

type Stamp = NonNullable<Practice['stamps']>[number];

const isWanted = ({ status }: Stamp) => status === 'requested' || status === 'rejected';

/** The revenue stamps of a request: those that the office asked for, to be declared, and those that it has (BOL-02, BOL-04). */
export const Stamps = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const [declared, setDeclared] = useState(0);
  const stamps = practice.status === 'draft' ? [] : (practice.stamps ?? []);
  if (stamps.length === 0) return null;
  return (
    <Panel aria-labelledby="marche">
      <h2 id="marche" className="h5">
        {text('stamps.title')}
      </h2>
      {declared > 0 && <Done of={declared}>{text('stamps.declared')}</Done>}
      {practice.phase === 'release' && <p>{text('stamps.release')}</p>}
      {stamps.map((stamp) => (
        <article key={stamp.id} className={`sp-amendment ${isWanted(stamp) ? 'is-open' : ''}`} aria-label={stamp.reason}>
          <StampData stamp={stamp} />
          {isWanted(stamp) && (
            <StampForm
              practiceId={practice.id}
              stampId={stamp.id}
              version={practice.version}
              onDeclared={() => setDeclared((count) => count + 1)}
            />
          )}
        </article>
      ))}
    </Panel>
  );
};

const StampData = ({ stamp }: { stamp: Stamp }) => {
  const text = useText();
  const { status, reason, amountCents, number, issuedOn, note } = stamp;
  const isKnown = number !== null && status !== 'rejected';
  return (
    <>
      <p className="mb-1">
        <Icon name={isWanted(stamp) ? 'it-warning-circle' : 'it-check-circle'} className="icon-sm me-1" />
        <strong>{text(`stamps.status.${status}`)}</strong>
      </p>
      <SummaryList
        items={[
          { label: text('stamps.reason'), value: reason },
          { label: text('stamps.amount'), value: formatEuro(amountCents) },
          ...(isKnown ? [{ label: text('stamps.number'), value: number }] : []),
          ...(isKnown && issuedOn ? [{ label: text('stamps.issuedOn'), value: formatDate(issuedOn) }] : []),
          ...(note ? [{ label: text('stamps.note'), value: note }] : []),
        ]}
      />
    </>
  );
};

interface FormProps {
  practiceId: string;
  stampId: string;
  version: number;
  onDeclared: () => void;
}

/** Number and date of a stamp that was bought. */
const StampForm = ({ practiceId, stampId, version, onDeclared }: FormProps) => {
  const text = useText();
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const [isRefused, setRefused] = useState(false);
  const declare = useCommand('rpc.practices.declare-stamp.v1', ['rpc.practices.get.v1', 'rpc.practices.list-own.v1']);
  const isNumber = /^\d{14}$/.test(asCode(number));
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(issuedOn);
  return (
    <form
      className="mt-3 sp-no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!isNumber || !isDay);
        if (!isNumber || !isDay) {
          goToFirstMistake(event.currentTarget);
          return;
        }
        if (!declare.isPending) declare.mutate({ id: practiceId, stampId, version, number, issuedOn }, { onSuccess: onDeclared });
      }}
    >
      <TextField
        label={text('stamps.number')}
        help={text('stamps.number.help')}
        value={number}
        onChange={setNumber}
        isRequired
        error={isRefused && !isNumber ? text('stamps.number.wrong') : undefined}
        input={{ inputMode: 'numeric', maxLength: 30, autoComplete: 'off' }}
      />
      <TextField
        label={text('stamps.issuedOn')}
        help={text('stamps.issuedOn.help')}
        value={issuedOn}
        onChange={setIssuedOn}
        isRequired
        isDate
        error={isRefused && !isDay ? text('stamps.issuedOn.wrong') : undefined}
      />
      {declare.error && <ErrorNote error={declare.error} keepsWords />}
      <Button type="submit" color="primary" aria-disabled={declare.isPending || undefined}>
        {text(declare.isPending ? 'ui.wait' : 'stamps.declare')}
      </Button>
    </form>
  );
};

/** The stamp of a request that is being filled in: without it the request is not complete (BOL-01). */
export const StampOfRequest = ({ practiceId, isSaved }: { practiceId: string; isSaved: boolean }) => {
  const text = useText();
  const { data } = useAsk('rpc.practices.get.v1', { id: practiceId }, { enabled: isSaved });
  const [newStampId] = useState(newId);
  const [isChanging, setChanging] = useState(false);
  const stamp = data?.stamps?.find(({ phase }) => phase === 'request');
  const isThere = stamp?.status === 'declared' && !isChanging;
  return (
    <Panel aria-labelledby="marca">
      <h3 id="marca" className="h5">
        {text('stamps.request')}
      </h3>
      <p>{text('stamps.request.detail', { amount: formatEuro(stamp?.amountCents ?? STAMP_CENTS) })}</p>
      {stamp && isThere ? (
        <>
          <StampData stamp={stamp} />
          <Button type="button" outline color="primary" size="sm" onClick={() => setChanging(true)}>
            {text('stamps.change')}
          </Button>
        </>
      ) : (
        <StampForm
          practiceId={practiceId}
          stampId={stamp?.id ?? newStampId}
          version={data?.version ?? 0}
          onDeclared={() => setChanging(false)}
        />
      )}
    </Panel>
  );
};
