import { CivilDate, Instant, Sha256 } from '@sportello/contracts/contract';
import { contentDisposition, safeFileName } from '@sportello/documents/file-name';
import { drawable } from '@sportello/documents/fonts';
import { issuesOf } from '@sportello/forms/check';
import { endingOf } from '@sportello/forms/file-kinds';
import { formats } from '@sportello/forms/formats';
import { parseForm } from '@sportello/forms/parse-form';
import { compileForm } from '@sportello/forms/schema';
import { faultOf } from '@sportello/gateway/json-text';
import { surnamePart } from '@sportello/italy/fiscal-code';
import { wordsIn } from '@sportello/italy/search-words';
import { asCode, asIban, asLine, asMail, asPhone, asPracticeNumber, asProse, asVatNumber } from '@sportello/italy/typed-text';

/** What a person may send, in characters, and ten times as much. */
const ONE = 20_000;
const TEN = 10 * ONE;
/** What takes time in proportion to its input takes ten times as long; the rest is noise. */
const WORST_RATIO = 25;
/** Below this a ratio says nothing. Milliseconds. */
const NOISE_MS = 5;

/** What is repeated: beginnings that never end, and ends that come again and again. */
const pieces = [
  '"',
  '\\"',
  ' ',
  'a',
  'a ',
  '\n',
  '\t \t',
  '.',
  '-',
  '/',
  '@a.',
  'a@',
  '0',
  '\u200d',
  '\u00a0',
  'e\u0300',
  '\u0301\u0327',
  '\ufdfa',
  '[',
  '{"":',
  'https://',
];

const text = { it: 'Campo', en: 'Field' };
const form = parseForm({
  pages: [
    {
      key: 'page',
      title: text,
      sections: [{ key: 'section', fields: [{ kind: 'longText', key: 'field', label: text, maxLength: 20_000 }] }],
    },
  ],
});
const validate = compileForm(form);

const validators: Record<string, (input: string) => unknown> = {
  faultOf,
  asLine,
  asProse,
  asCode,
  asIban,
  asVatNumber,
  asMail,
  asPhone,
  asPracticeNumber,
  surnamePart,
  wordsIn,
  safeFileName,
  endingOf,
  contentDisposition,
  drawable,
  CivilDate: (input) => CivilDate.safeParse(input),
  Instant: (input) => Instant.safeDecode(input),
  Sha256: (input) => Sha256.safeParse(input),
  issuesOf: (input) => issuesOf(form, validate, { field: input }),
  ...Object.fromEntries(Object.entries(formats).map(([name, check]) => [`format ${name}`, check])),
};

export interface Growth {
  name: string;
  /** What was repeated in the input for which it grew most. */
  piece: string;
  oneMs: number;
  tenMs: number;
  ratio: number;
  isLinear: boolean;
}

/** How much longer each validator takes for ten times the input: of all inputs the one for which it grows most. */
export function measureGrowth(): Growth[] {
  return Object.entries(validators).map(([name, check]) => {
    const growths = pieces.map((piece) => {
      const inputOf = (length: number) => `x${piece.repeat(length / piece.length)}\u0001`;
      const [one, ten] = [inputOf(ONE), inputOf(TEN)];
      // Ten times the small input against once the large one: the same work on both sides, if it is in proportion.
      const oneMs = best(() => Array.from({ length: 10 }, () => check(one))) / 10;
      const tenMs = best(() => check(ten));
      const ratio = tenMs < NOISE_MS ? 10 : tenMs / Math.max(oneMs, NOISE_MS / 10);
      return { name, piece, oneMs, tenMs, ratio, isLinear: ratio <= WORST_RATIO };
    });
    return growths.reduce((worst, growth) => (growth.ratio > worst.ratio ? growth : worst));
  });
}

/** Milliseconds of the processor, the least of five: what else the machine does is not counted. */
function best(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = process.threadCpuUsage();
    work();
    return process.threadCpuUsage(begun).user / 1_000;
  });
  return Math.min(...times);
}
