import type { AskedOf } from '@sportello/contracts/web';
import { isCivilDate } from '@sportello/italy/rome-time';
import { asLine } from '@sportello/italy/typed-text';
import { FilterBar } from '@sportello/ui/filter-bar';
import { useText } from '@sportello/ui/i18n';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../keys/commands.js';

type Asked = Omit<AskedOf<'rpc.payments.search.v1'>, 'limit' | 'after'>;
type Show = NonNullable<Asked['show']>;

const shows = ['to_pay', 'overdue', 'paid', 'paid_elsewhere', 'to_collection', 'ended', 'creating'] as const satisfies readonly Show[];

/** What is typed, as it stands in the address: a list can be kept, sent, and gone back to. */
const typedIn = (address: URLSearchParams) => ({
  search: asLine(address.get('q') ?? '').slice(0, 100),
  show: shows.find((show) => show === address.get('stato')) ?? ('' as const),
  from: address.get('dal') ?? '',
  to: address.get('al') ?? '',
});

/** What is wrong about the days of an address, each a text at its field. */
export function wrongDaysIn(address: URLSearchParams): { from?: string; to?: string } {
  const { from, to } = typedIn(address);
  const isReversed = isCivilDate(from) && isCivilDate(to) && to < from;
  return {
    ...(from && !isCivilDate(from) && { from: 'ui.date.wrong' }),
    ...(to && !isCivilDate(to) ? { to: 'ui.date.wrong' } : isReversed && { to: 'payments.day.before' }),
  };
}

/** The filters that an address names; a wrong day is no filter, which is said at its field. */
export function filtersIn(address: URLSearchParams): Asked {
  const { search, show, from, to } = typedIn(address);
  const wrong = wrongDaysIn(address);
  return { ...(search && { search }), ...(show && { show }), ...(from && !wrong.from && { from }), ...(to && !wrong.to && { to }) };
}

/** Words, state and days by which positions are found. */
export const Filters = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useSearchParams();
  const { search, show, from, to } = typedIn(address);
  const wrong = wrongDaysIn(address);
  const errorOf = (key: string | undefined) => key !== undefined && { error: text(key) };
  const set = (name: 'q' | 'stato' | 'dal' | 'al', value: string) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { preventScrollReset: true, replace: name !== 'q' });
  };
  useCommands({ search: () => field.current?.focus() });
  return (
    <FilterBar search={{ label: text('payments.search'), words: search, field, onSearch: (words) => set('q', asLine(words)) }}>
      <SelectField
        label={text('payments.show')}
        value={show}
        options={[
          { value: '', label: text('payments.show.all') },
          ...shows.map((value) => ({ value, label: text(`payments.show.${value}`) })),
        ]}
        onChange={(value) => set('stato', value)}
      />
      <TextField isDate label={text('payments.from')} value={from} {...errorOf(wrong.from)} onChange={(value) => set('dal', value)} />
      <TextField isDate label={text('payments.to')} value={to} {...errorOf(wrong.to)} onChange={(value) => set('al', value)} />
    </FilterBar>
  );
};
