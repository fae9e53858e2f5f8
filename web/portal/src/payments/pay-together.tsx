import { MOST_NOTICES } from '@sportello/contracts/payments/limits';
import { formatEuro, useText } from '@sportello/ui/i18n';
import { SelectionBar } from '@sportello/ui/selection-bar';
import { useState } from 'react';
import { PayOnline, type PayOnlineProps } from './pay-online.js';

interface Selection<Row> {
  ids: readonly string[];
  rows: readonly Row[];
  /** True when one more was wanted than can be paid together. */
  isRefused: boolean;
  toggle: (id: string) => void;
  clear: () => void;
}

/** What is chosen to be paid together: five at most, of what is shown and can be paid. */
export function useSelection<Row extends { id: string }>(payable: readonly Row[]): Selection<Row> {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isRefused, setRefused] = useState(false);
  const rows = payable.filter(({ id }) => chosen.includes(id));
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

interface TogetherProps {
  selection: Omit<Selection<unknown>, 'rows'>;
  totalCents: number;
  notices: PayOnlineProps['notices'];
  /** Words on the button. */
  children: string;
}

/** The total of what is chosen, and "Avvia pagamento" with a single commission (PAY-12, PAY-16). */
export const Together = ({ selection: { ids, isRefused, clear }, totalCents, notices, children }: TogetherProps) => {
  const text = useText();
  return (
    <>
      {isRefused && (
        <p className="alert alert-warning" role="alert">
          {text('payments.sixth')}
        </p>
      )}
      <SelectionBar count={ids.length} onClear={clear}>
        <span>
          {text('payments.total')} <strong>{formatEuro(totalCents)}</strong>
        </span>
        <PayOnline key={ids.join()} notices={notices}>
          {children}
        </PayOnline>
      </SelectionBar>
    </>
  );
};
