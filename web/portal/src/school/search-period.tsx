import { addMonths } from '@sportello/italy/counted-days';
import { isCivilDate, romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { useText } from '@sportello/ui/i18n';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { type FormEvent, useState } from 'react';

/** The text of what is wrong with a period. */
export function mistakeIn({ from, to }: Period): string | undefined {
  if (![from, to].every(isCivilDate)) return 'school.period.days';
  return from > to ? 'school.period.order' : undefined;
}

export interface Period {
  from: string;
  to: string;
}

/** The last month until today. */
const lastMonth = (): Period => {
  const to = romeDate(new Date());
  return { from: addMonths(to, -1), to };
};

interface SearchPeriodProps {
  /** What is searched: one of these. */
  label: string;
  options: readonly { value: string; label: string }[];
  onSearch: (value: string, period: Period) => void;
}

/** Ricerca: one child or badge, from one day to another (SCH-08, SCH-09). */
export const SearchPeriod = ({ label, options, onSearch }: SearchPeriodProps) => {
  const text = useText();
  const [value, setValue] = useState(options[0]?.value ?? '');
  const [period, setPeriod] = useState(lastMonth);
  const [error, setError] = useState<string | undefined>();
  const search = (event: FormEvent) => {
    event.preventDefault();
    const asked = { from: asDate(period.from), to: asDate(period.to) };
    const wrong = mistakeIn(asked);
    setError(wrong);
    if (!wrong) onSearch(value, asked);
  };
  return (
    <form onSubmit={search} noValidate aria-labelledby="ricerca">
      <h2 id="ricerca" className="h5">
        {text('school.search')}
      </h2>
      <div className="row">
        <div className="col-12 col-md-6">
          <SelectField label={label} value={value} options={options} onChange={setValue} />
        </div>
        <div className="col-12 col-sm-6 col-md-3">
          <TextField label={text('school.period.from')} value={period.from} isDate onChange={(from) => setPeriod({ ...period, from })} />
        </div>
        <div className="col-12 col-sm-6 col-md-3">
          <TextField
            label={text('school.period.to')}
            value={period.to}
            isDate
            error={error && text(error)}
            onChange={(to) => setPeriod({ ...period, to })}
          />
        </div>
      </div>
      <Button type="submit" color="primary" size="sm">
        {text('school.search.now')}
      </Button>
    </form>
  );
};

export const firstSearch = <T,>(of: T) => ({ of, ...lastMonth() });
