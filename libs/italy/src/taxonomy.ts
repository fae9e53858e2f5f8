import type { CivilDate } from './rome-time.js';
import { taxonomyLines } from './taxonomy-data.js';

/** A service for which public bodies collect. */
export interface CollectedService {
  /** Kind of body, area, service and legal reason: nine characters, without prefix and slashes. */
  code: string;
  /** The days on which it is in force, both included. */
  from: CivilDate;
  to: CivilDate;
  /** What it is called, in Italian. */
  name: string;
}

const byCode = new Map(
  taxonomyLines.split('\n').map((line): [string, CollectedService] => {
    const [code = '', from = '', to = '', ...words] = line.split(' ');
    return [code, { code, from, to, name: words.join(' ') }];
  }),
);

/**
 * The service that a code of the taxonomy names; null where there is none.
 *
 * @param category prefix from 6 to 9, slash, code, slash: `9/0101100IM/`. The prefix says who may ask for the payment in other ways
 * Source: pagoPA, taxonomy of the services of collection, version 47
 */
export const collectedService = (category: string): CollectedService | null =>
  byCode.get(/^[6-9]\/(\d{7}(?:IM|TS|SP|SA|AP))\/$/.exec(category)?.[1] ?? '') ?? null;

/** Whether a code of the taxonomy may be used on a day. */
export function isInForce(category: string, day: CivilDate): boolean {
  const service = collectedService(category);
  return service !== null && service.from <= day && day <= service.to;
}
