import { normalised } from './normalised.js';

/**
 * What people type, in the one form in which it is kept and checked: pages, forms, profile and the API all read it here. Every function
 * takes any text, throws nothing, takes time in proportion to its length, and leaves alone what it has made itself.
 */

/** Blanks of every kind, the empty Braille pattern among them. */
const blanks = /[\s\u2800]+/g;
/** The same but for those that are one space already: most texts have no other, and are not written anew. */
const wildBlanks = / [\s\u2800]+|[^\S ][\s\u2800]*|\u2800[\s\u2800]*/g;

/**
 * What nobody sees and nobody typed: controls, halves of characters, marks of direction, spaces without width, soft hyphens. What parts
 * marks from marks stays, see `normalised`.
 */
const unseen = /(?!\s|(?<=\p{M})\u034f)[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu;

/** The same but for joiners and selectors, which belong to some scripts and signs. */
const unseenInTexts = /(?!\s|\u200c|\u200d|\p{VS}|(?<=\p{M})\u034f)[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu;
const needlessSelectors = /(?<!\p{Extended_Pictographic}|\p{Script=Han}|\p{Script=Mongolian})\p{VS}/gu;
/** Joiners are needed between two characters of Arabic, of the scripts of India, and of signs made of several. */
const needlessJoiners =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{VS}|(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Common}|\p{Script=Inherited})[\p{L}\p{M}])[\u200c\u200d]+|(?<!\u200c|\u200d)[\u200c\u200d]+(?=\s|$)/gu;

const seenIn = (text: string): string => text.replace(unseenInTexts, '').replace(needlessSelectors, '').replace(needlessJoiners, '');

/** A text of one line: names, streets, subjects. Accents are one character with their letter; blanks are single spaces. */
export function asLine(text: string): string {
  return normalised(seenIn(text), 'NFC').replace(wildBlanks, ' ').trim();
}

/** A text of several lines. Ends of lines are `\n`, tabs are kept. */
export function asProse(text: string): string {
  return normalised(seenIn(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')), 'NFC')
    .replace(/[^\S\n\t ]/g, ' ')
    .trim();
}

/** What may stand between the signs of a code without belonging to it: blanks, what is unseen, dashes, dots. */
const betweenSigns = /(?!(?<=\p{M})\u034f)[\s\u2800\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{Pd}\u2212.·]/gu;

/** A code of letters and digits, as a fiscal code, an IBAN, a postal code or a notice number: capitals, with nothing between them. */
export function asCode(text: string): string {
  return normalised(normalised(text, 'NFKC').replace(betweenSigns, '').toUpperCase(), 'NFKC');
}

/** Whether a text, as `asCode` leaves it, is an Italian postal code (CAP): 5 digits. */
export function isPostalCode(text: string): boolean {
  return /^\d{5}$/.test(text);
}

/** An IBAN, also after the word. */
export function asIban(text: string): string {
  return asCode(text).replace(/^IBAN:?(?=[A-Z]{2}\d)/, '');
}

/** An Italian VAT number, also with the prefix that it has abroad. */
export function asVatNumber(text: string): string {
  return asCode(text).replace(/^IT(?=\d{11}$)/, '');
}

/** The number of a practice as people copy it: capitals, nothing unseen, no blanks. */
export function asPracticeNumber(text: string): string {
  return normalised(normalised(text.replace(unseen, ''), 'NFKC').replace(blanks, '').toUpperCase(), 'NFKC');
}

/** A name with which to sign in: small letters, nothing unseen, no blanks around it. */
export function asUsername(text: string): string {
  return normalised(normalised(text.replace(unseen, ''), 'NFKC').trim().toLowerCase(), 'NFKC');
}

const apostrophes = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`\uff07]/g;

/**
 * A mail address: nothing unseen, no blanks around it, the domain in small letters and, where it has others than Latin ones, as it
 * travels (`però.it` is `xn--per-ena.it`). The part before the `@` belongs to its owner and keeps its capitals.
 */
export function asMail(text: string): string {
  const mail = normalised(text.replace(unseen, ''), 'NFKC').replace(apostrophes, "'").trim();
  const at = mail.lastIndexOf('@') + 1;
  return at === 0 ? mail : mail.slice(0, at) + asDomain(mail.slice(at));
}

function asDomain(domain: string): string {
  const small = domain.toLowerCase();
  // Only letters, digits, hyphens and dots: whatever else an address could hold is left to be refused.
  if (!/[^\0-\x7f]/.test(small) || !/^[\p{L}\p{M}\p{N}.-]{1,254}$/u.test(small)) return small;
  return URL.canParse(`http://${small}`) ? new URL(`http://${small}`).hostname : small;
}

/**
 * Whether a text, as `asMail` leaves it, is a mail address: common characters and a domain of two labels or more, 254 characters in all.
 * Quoted parts and addresses in brackets are refused.
 *
 * Source: RFC 5321 section 4.5.3.1, RFC 5322 section 3.2.3 (`dot-atom`), RFC 1123 section 2.1
 */
export function isMail(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  const [local, labels] = [text.slice(0, at), text.slice(at + 1).split('.')];
  const isLabel = (label: string) => /^[a-z\d][a-z\d-]{0,62}$/.test(label) && !label.endsWith('-');
  return (
    at > 0 &&
    local.length <= 64 &&
    local.split('.').every((part) => /^[\w!#$%&'*+/=?^`{|}~-]+$/.test(part)) &&
    labels.length > 1 &&
    labels.every(isLabel) &&
    /^[a-z]./.test(labels.at(-1) ?? '')
  );
}

/** What people write among the digits of a telephone number. */
const betweenDigits = /(?!(?<=\p{M})\u034f)[\s\u2800\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{Pd}\u2212.·/()[\]]/gu;

/**
 * A telephone number with the prefix of its country: `+390110824108`, `+393331234567`. Italian numbers keep the zero with which they
 * begin. Numbers that cannot be called from abroad, as `800123456`, have no prefix. What is no number is given back as one line.
 *
 * Source: ITU-T E.164; Italian numbering plan (AGCOM resolution 8/15/CIR): 0 is the fixed network, 3 the mobile one
 */
export function asPhone(text: string): string {
  const plain = normalised(text, 'NFKC');
  const digits = plain.replace(betweenDigits, '');
  if (!/^\+?\d+$/.test(digits)) return asLine(text);
  const abroad = /^(?:\+|00)(\d+)$/.exec(digits)?.[1] ?? longWithItaly(digits);
  if (abroad === undefined) return /^[03]/.test(digits) ? `+39${digits}` : digits;
  if (!abroad.startsWith('39')) return `+${/\(0\)/.test(plain.replace(/\s/g, '')) ? withoutTrunkZero(plain) : abroad}`;
  const italian = abroad.replace(/^39(?:39(?=[03]\d{9,}$))?/, '');
  return /^[03]/.test(italian) ? `+39${italian}` : italian || digits;
}

/** `39 333 1234567`: no Italian number is as long as that without its prefix. */
const longWithItaly = (digits: string): string | undefined => (/^39[03]\d{9,}$/.test(digits) ? digits : undefined);

/** `+44 (0)20 7946 0958`: the zero in brackets is dialled inside that country only. */
const withoutTrunkZero = (text: string): string =>
  text
    .replace(/\(\s?0\s?\)/, '')
    .replace(/\D/g, '')
    .replace(/^00/, '');

/** Whether a text, as `asPhone` leaves it, is a telephone number: 5 to 15 digits. No list of prefixes is looked at. */
export function isPhone(text: string): boolean {
  return /^(?:\d{5,15}|\+[1-9]\d{5,14})$/.test(text);
}
