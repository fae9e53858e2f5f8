import { checkFiscalCode, isEntityFiscalCode } from '@sportello/italy/fiscal-code';
import { isIban } from '@sportello/italy/iban';
import { findProvince, findRegion } from '@sportello/italy/places';
import { isCivilDate } from '@sportello/italy/rome-time';
import { isMail, isPhone, isPostalCode } from '@sportello/italy/typed-text';
import { isVatNumber } from '@sportello/italy/vat-number';

/** Longest text that any format takes. What is longer is refused unread. */
const longest = 254;

const checks = {
  date: isCivilDate,
  email: isMail,
  phone: isPhone,
  cap: isPostalCode,
  iban: isIban,
  'fiscal-code': (text: string) => checkFiscalCode(text) === null,
  'entity-fiscal-code': isEntityFiscalCode,
  'vat-number': isVatNumber,
  region: (text: string) => findRegion(text) !== undefined,
  province: (text: string) => findProvince(text) !== undefined,
  /** Six digits that begin with those of a province. Whether there is such a comune only the list of comuni knows. */
  comune: (text: string) => /^\d{6}$/.test(text) && findProvince(text.slice(0, 3)) !== undefined,
} satisfies Record<string, (text: string) => boolean>;

export type Format = keyof typeof checks;

/** What `format` means in the schema of a form, on the server and in the browser alike. */
export const formats: Record<Format, (text: string) => boolean> = { ...checks };
for (const [name, check] of Object.entries(checks) as [Format, (text: string) => boolean][]) {
  formats[name] = (text) => text.length <= longest && check(text);
}
