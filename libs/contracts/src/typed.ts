/** What people type, for contracts: each value is read into the form in which it is kept, then checked, as pages and forms do. */
import { asCode, asLine, asMail, asPhone, asProse, isMail, isPhone, isPostalCode } from '@sportello/italy/typed-text';
import { z } from 'zod';

/** A text before it is read into its form. What is typed or pasted may be so many times as long as what is kept of it: what is longer is refused before it is read. */
const SPARE = 10;
export const Typed = (most: number) => z.string().max(most * SPARE, { abort: true });

/** A text of one line. @param most characters */
export const Line = (most: number) => Typed(most).overwrite(asLine).max(most);

/** A text of several lines. @param most characters */
export const Prose = (most: number) => Typed(most).overwrite(asProse).max(most);

export const Mail = Typed(254).overwrite(asMail).max(254).refine(isMail).meta({ format: 'email' });

/** With the prefix of its country, as `+390110824108`; without one if it cannot be called from abroad. */
export const Phone = Typed(30).overwrite(asPhone).max(30).refine(isPhone);

/** Five digits, or nothing. */
export const PostalCode = Typed(100)
  .overwrite(asCode)
  .max(5)
  .refine((code) => code === '' || isPostalCode(code));

/** Sixteen capitals and digits; its control letter is looked at where it is kept. */
export const FiscalCode = Typed(100)
  .overwrite(asCode)
  .regex(/^[A-Z0-9]{16}$/)
  .meta({ maxLength: 16 });
