import { newId } from '@sportello/contracts/id';
import { STAMP_CENTS } from '@sportello/contracts/practices/dues';
import { readNumber, writeNumber } from '@sportello/italy/typed-number';
import { asLine } from '@sportello/italy/typed-text';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';

/** A stamp as it is typed: its amount in euro. */
export interface AskedStamp {
  id: string;
  reason: string;
  amount: string;
}

/** In cents; null for what is no amount. */
export function centsOf(amount: string, language: 'it' | 'en'): number | null {
  const read = readNumber(amount, language, 2);
  const cents = typeof read === 'number' ? Math.round(read * 100) : Number.NaN;
  return cents > 0 && cents <= 100_000_000 ? cents : null;
}

export const isWhole = ({ reason, amount }: AskedStamp, language: 'it' | 'en') =>
  asLine(reason) !== '' && centsOf(amount, language) !== null;

interface Props {
  stamps: readonly AskedStamp[];
  /** True once it was pressed: what is missing is said. */
  isRefused: boolean;
  onChange: (stamps: readonly AskedStamp[]) => void;
}

/** The stamps that are asked for with an approval: reason and amount of each (BOL-03). */
export const AskedStamps = ({ stamps, isRefused, onChange }: Props) => {
  const text = useText();
  const language = useLanguage();
  const write = (id: string, changes: Partial<AskedStamp>) =>
    onChange(stamps.map((stamp) => (stamp.id === id ? { ...stamp, ...changes } : stamp)));
  return (
    <fieldset className="sc-asked-stamps">
      <legend className="h6">{text('stamps.title')}</legend>
      <p className="form-text">{text('stamps.ask.help')}</p>
      {stamps.map((stamp, at) => (
        <div key={stamp.id} className="row">
          <div className="col-12 col-sm-6">
            <TextField
              label={text('stamps.reason.of', { number: at + 1 })}
              value={stamp.reason}
              onChange={(reason) => write(stamp.id, { reason })}
              isRequired
              error={isRefused && asLine(stamp.reason) === '' ? text('stamps.reason.missing') : undefined}
              input={{ maxLength: 200 }}
            />
          </div>
          <div className="col-8 col-sm-3">
            <TextField
              label={text('stamps.amount.of', { number: at + 1 })}
              value={stamp.amount}
              onChange={(amount) => write(stamp.id, { amount })}
              isRequired
              error={isRefused && centsOf(stamp.amount, language) === null ? text('stamps.amount.wrong') : undefined}
              input={{ inputMode: 'decimal', maxLength: 12 }}
            />
          </div>
          <div className="col-4 col-sm-3 d-flex align-items-end">
            <Button
              type="button"
              outline
              color="primary"
              size="xs"
              className="mb-4"
              aria-label={text('stamps.remove.of', { number: at + 1 })}
              onClick={() => onChange(stamps.filter(({ id }) => id !== stamp.id))}
            >
              {text('stamps.remove')}
            </Button>
          </div>
        </div>
      ))}
      {stamps.length < 10 && (
        <Button
          type="button"
          outline
          color="primary"
          size="xs"
          onClick={() => onChange([...stamps, { id: newId(), reason: '', amount: writeNumber(STAMP_CENTS / 100, language) }])}
        >
          {text('stamps.add')}
        </Button>
      )}
    </fieldset>
  );
};
