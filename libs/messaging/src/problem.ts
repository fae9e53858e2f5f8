import type { Language, ProblemType, Text } from '@sportello/contracts/contract';
import { changedMeanwhile } from '@sportello/contracts/problems';

/** RFC 9457 problem details, in the language of the person who asked. */
export interface ProblemDocument {
  type: string;
  status: number;
  title: string;
  detail?: string;
  /** The trace that a person can quote to the help desk. */
  instance?: string;
  [extra: string]: unknown;
}

/** An expected failure. `detail` speaks of this occurrence, `extra` adds members to the document: `errors` may be in both languages. */
export class Problem extends Error {
  constructor(
    readonly problem: ProblemType,
    readonly detail?: Text,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(`${problem.type}: ${(detail ?? problem.title).en}`);
  }

  document(language: Language, instance?: string): ProblemDocument {
    const { type, status, title } = this.problem;
    return {
      type,
      status,
      title: title[language],
      ...(this.detail && { detail: this.detail[language] }),
      ...(instance && { instance }),
      ...this.extra,
      ...(Array.isArray(this.extra['errors']) && { errors: this.extra['errors'].map((error: FieldError) => inLanguage(error, language)) }),
    };
  }
}

/**
 * What the answer needs is on its way. Waiting for it in a transaction would keep a connection from everybody else: the transaction ends by
 * this, the bus waits, and what was asked begins anew.
 */
export class NotYet extends Problem {
  /** @param come true once it is there; false when it did not come in time, and the problem is the answer */
  constructor(
    problem: ProblemType,
    detail: Text,
    extra: Record<string, unknown>,
    readonly come: () => Promise<boolean>,
  ) {
    super(problem, detail, extra);
  }
}

/**
 * Nobody writes over what they have not seen.
 * @param shown the version that the author saw
 * @param inForce the version of the row, locked; 0 when there is none yet
 * @throws Problem `changedMeanwhile` with the version in force if it is another
 */
export function checkVersion(shown: number, inForce: number): void {
  if (shown !== inForce) throw changedSince(inForce);
}

/** For rules that allow more than the version in force. */
export const changedSince = (version: number): Problem => new Problem(changedMeanwhile, undefined, { version });

/** What is wrong with one field. */
export interface FieldError {
  /** JSON pointer. */
  pointer: string;
  detail: string | Text;
}

/** Of a long name the beginning tells where to look. Characters. */
const NAME_SHOWN = 100;

/** The JSON pointer (RFC 6901) of what stands under these names, from the top of what was sent down. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).slice(0, NAME_SHOWN).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const inLanguage = (error: FieldError, language: Language) => ({
  ...error,
  detail: typeof error.detail === 'string' ? error.detail : error.detail[language],
});

/** A problem that another service answered: its texts are already in the person's language. */
export class ForeignProblem extends Error {
  constructor(readonly received: ProblemDocument) {
    super(`${received.type}: ${received.title}`);
  }

  is({ type }: ProblemType): boolean {
    return this.received.type === type;
  }
}
