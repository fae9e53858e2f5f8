import { MOST_NOTICES } from '@sportello/contracts/payments/most-notices';
import type { AnswerOf } from '@sportello/contracts/web';
import { formatEuro, useText } from '@sportello/ui/i18n';
import { SelectionBar } from '@sportello/ui/selection-bar';
import { useState } from 'react';
import { PayOnline } from './pay-online.js';

type Row = AnswerOf<'rpc.payments.list-own.v1'>['items'][number];

interface Selection {
  ids: readonly string[];
  rows: readonly Row[];
  /** True when one more was wanted than can be paid together. */
  isRefused: boolean;
  toggle: (id: string) => void;
  clear: () => void;
}

/** What is chosen to be paid together: five at most, of what is shown. */
export function useSelection(shown: readonly Row[]): Selection {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isRefused, setRefused] = useState(false);
  const rows = shown.filter(({ id, notice }) => notice && chosen.includes(id));
  const ids = rows.map(({ id }) => id);
  const toggle = (id: string) => {
    const isOff = ids.includes(id);
    const isFull = !isOff && ids.length >= MOST_NOTICES;
    setRefused(isFull);
    if (!isFull) setChosen(isOff ? ids.filter((other) => other !== id) : [...ids, id]);
  };
  const clear = () => {
    setRefused(false);
    setChosen([]);
  };
  return { ids, rows, isRefused, toggle, clear };
}

/** The total of what is chosen, and "Avvia pagamento" with a single commission (PAY-12, PAY-16). */
export const Together = ({ selection: { rows, isRefused, clear } }: { selection: Selection }) => {
  const text = useText();
  const notices = rows.flatMap(({ notice }) => notice ?? []);
  const total = rows.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return (
    <>
      <p>{text('payments.together')}</p>
      {isRefused && (
        <p className="alert alert-warning" role="alert">
          {text('payments.sixth')}
        </p>
      )}
      <SelectionBar count={rows.length} onClear={clear}>
        <span>
          {text('payments.total')} <strong>{formatEuro(total)}</strong>
        </span>
        <PayOnline key={notices.map(({ noticeNumber }) => noticeNumber).join()} notices={notices}>
          {text('payments.startPayment')}
        </PayOnline>
      </SelectionBar>
    </>
  );
};
