import type { Text } from '@sportello/contracts/contract';
import type { Due } from '@sportello/contracts/payments/dues';
import { MOST_CENTS } from '@sportello/contracts/payments/positions';
import { checkFiscalCode, isEntityFiscalCode } from '@sportello/italy/fiscal-code';
import { isIban } from '@sportello/italy/iban';
import type { CivilDate } from '@sportello/italy/rome-time';
import { isInForce } from '@sportello/italy/taxonomy';

/** What is wrong, and where. */
interface Mistake {
  pointer: string;
  detail: Text;
}

/** What a pattern does not show, field by field; empty when nothing is wrong. @param today the day in Italy */
export function mistakesOf({ debtor, category, options }: Omit<Due, 'source' | 'number'>, today: CivilDate): Mistake[] {
  const errors: Mistake[] = [];
  const check = (isRight: boolean, pointer: string, detail: Text) => {
    if (!isRight) errors.push({ pointer, detail });
  };
  check(isRightCode(debtor), '/debtor/code', wrongCode);
  check(category === null || isInForce(category, today), '/category', unknownCategory);
  for (const [place, { kind, instalments }] of options.entries()) {
    const option = `/options/${place}`;
    check(options.findIndex((other) => other.kind === kind) === place, `${option}/kind`, oneOfAKind);
    check(kind === 'plan' || instalments.length === 1, `${option}/instalments`, oneIsEnough);
    for (const [at, { amountCents, dueOn, isBinding, shares, surcharges = [] }] of instalments.entries()) {
      const pointer = `${option}/instalments/${at}`;
      check(dueOn === null || dueOn >= today, `${pointer}/dueOn`, dayIsPast);
      check(!isBinding || dueOn !== null, `${pointer}/dueOn`, dayIsMissing);
      for (const [surcharge, { from }] of surcharges.entries()) {
        check(from > (surcharges[surcharge - 1]?.from ?? today), `${pointer}/surcharges/${surcharge}/from`, dayIsNotLater);
      }
      const most = surcharges.reduce((total, { cents }) => total + cents, amountCents);
      check(most <= MOST_CENTS, `${pointer}/surcharges`, tooMuch);
      for (const [share, { iban, category: code }] of (shares ?? []).entries()) {
        check(isIban(iban), `${pointer}/shares/${share}/iban`, wrongIban);
        check(isInForce(code, today), `${pointer}/shares/${share}/category`, unknownCategory);
      }
      const sum = shares?.reduce((total, share) => total + share.amountCents, 0) ?? amountCents;
      check(sum === amountCents, `${pointer}/shares`, sharesDiffer);
    }
  }
  return errors;
}

const isRightCode = ({ kind, code }: Due['debtor']): boolean =>
  isEntityFiscalCode(code) || (kind === 'F' && checkFiscalCode(code) === null);

const wrongCode: Text = { it: 'Il codice fiscale non è valido', en: 'The fiscal code is not valid' };
const unknownCategory: Text = {
  it: 'Il codice non è nella tassonomia di pagoPA in vigore oggi',
  en: 'The code is not in the taxonomy of pagoPA that is in force today',
};
const oneOfAKind: Text = { it: 'C’è già un’altra opzione di questo tipo', en: 'Another option of this kind is there already' };
const oneIsEnough: Text = { it: 'In un’unica soluzione c’è un solo importo', en: 'What is paid all at once has one amount' };
const dayIsPast: Text = { it: 'La scadenza è già passata', en: 'The due date has passed already' };
const dayIsNotLater: Text = {
  it: 'Ogni maggiorazione comincia dopo oggi, e dopo quella che la precede',
  en: 'Each surcharge begins after today, and after the one before it',
};
const tooMuch: Text = {
  it: 'Con le maggiorazioni l’importo è più alto di quanto pagoPA accetta',
  en: 'With its surcharges the amount is more than pagoPA takes',
};
const dayIsMissing: Text = { it: 'Una scadenza vincolante ha bisogno di un giorno', en: 'A due date that binds needs a day' };
const wrongIban: Text = { it: 'L’IBAN non è valido', en: 'The IBAN is not valid' };
const sharesDiffer: Text = { it: 'La somma delle quote non è l’importo', en: 'The shares together are not the amount' };
