import { addMonths } from '@sportello/italy/counted-days';
import { isCivilDate, romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { useText } from '@sportello/ui/i18n';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { type FormEvent, useState } from 'react';

export interface Period {
  from: string;
  to: string;
}

/** The texts of what is wrong with a period, by the field that it is about. */
export function mistakesIn({ from, to }: Period): Partial<Period> {
  const isDay = { from: isCivilDate(from), to: isCivilDate(to) };
  if (isDay.from && isDay.to) return from > to ? { to: 'school.period.order' } : {};
  return { ...(!isDay.from && { from: 'school.period.day' }), ...(!isDay.to && { to: 'school.period.day' }) };
}

interface PeriodFieldsProps {
  period: Period;
  mistakes: Partial<Period>;
  /** Columns that each field takes on a wide page. */
  className?: string;
  onChange: (part: Partial<Period>) => void;
}

/** Da data, A data: columns of a row. */
export const PeriodFields = ({ period, mistakes, className = '', onChange }: PeriodFieldsProps) => {
  const text = useText();
  return (['from', 'to'] as const).map((key) => (
    <div key={key} className={`col-12 col-sm-6 ${className}`}>
      <TextField
        label={text(`school.period.${key}`)}
        value={period[key]}
        isDate
        error={mistakes[key] && text(mistakes[key])}
        onChange={(day) => onChange({ [key]: day })}
      />
    </div>
  ));
};

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
  const [mistakes, setMistakes] = useState<Partial<Period>>({});
  const search = (event: FormEvent) => {
    event.preventDefault();
    const asked = { from: asDate(period.from), to: asDate(period.to) };
    const found = mistakesIn(asked);
    setMistakes(found);
    if (Object.keys(found).length > 0) goToFirstMistake(event.currentTarget);
    else onSearch(value, asked);
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
        <PeriodFields period={period} mistakes={mistakes} className="col-md-3" onChange={(part) => setPeriod({ ...period, ...part })} />
      </div>
      <Button type="submit" color="primary" size="sm">
        {text('school.search.now')}
      </Button>
    </form>
  );
};

export const firstSearch = <T,>(of: T) => ({ of, ...lastMonth() });
