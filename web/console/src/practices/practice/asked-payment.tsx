import { newId } from '@sportello/contracts/id';
import { asLine } from '@sportello/italy/typed-text';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { Tick } from '@sportello/ui/tick';
import { type AskedStamp, centsOf } from './asked-stamps.js';

interface Props {
  /** Null: none is asked for. */
  payment: AskedStamp | null;
  /** True once it was pressed: what is missing is said. */
  isRefused: boolean;
  onChange: (payment: AskedStamp | null) => void;
}

/** The payment that is asked for with an approval: the outcome is held until it is there (PAY-09). */
export const AskedPayment = ({ payment, isRefused, onChange }: Props) => {
  const text = useText();
  const language = useLanguage();
  return (
    <fieldset className="sc-asked-stamps">
      <legend className="h6">{text('dues.deferred')}</legend>
      <Tick
        label={text('dues.deferred.ask')}
        isChecked={payment !== null}
        onChange={(isAsked) => onChange(isAsked ? { id: newId(), reason: '', amount: '' } : null)}
      />
      {payment && (
        <div className="row">
          <div className="col-12 col-sm-8">
            <TextField
              label={text('stamps.reason')}
              value={payment.reason}
              onChange={(reason) => onChange({ ...payment, reason })}
              isRequired
              error={isRefused && asLine(payment.reason) === '' ? text('stamps.reason.missing') : undefined}
              input={{ maxLength: 200 }}
            />
          </div>
          <div className="col-12 col-sm-4">
            <TextField
              label={text('stamps.amount')}
              value={payment.amount}
              onChange={(amount) => onChange({ ...payment, amount })}
              isRequired
              error={isRefused && centsOf(payment.amount, language) === null ? text('stamps.amount.wrong') : undefined}
              input={{ inputMode: 'decimal', maxLength: 12 }}
            />
          </div>
        </div>
      )}
    </fieldset>
  );
};
