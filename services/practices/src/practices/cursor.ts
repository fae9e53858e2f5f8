import { invalidInput } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';

/** The last row of a page: what it was ordered by, and its id among equals. */
export interface Cursor {
  key: string;
  id: string;
}

/** The end of the year 9999, in milliseconds. */
const END_OF_TIME = Date.UTC(10_000, 0);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws Problem `invalidInput` for what is no `next` of ours */
export function readCursor(after: string | undefined): Cursor | undefined {
  if (after === undefined) return undefined;
  const text = Buffer.from(after, 'base64url').toString();
  const id = text.slice(0, 36);
  const key = text.slice(36);
  if (!uuid.test(id) || key.includes('\0')) throw new Problem(invalidInput, wrong);
  return { key, id };
}

/** As `readCursor`, for lists ordered by an instant. */
export function readInstantCursor(after: string | undefined): { at: Date; id: string } | undefined {
  const cursor = readCursor(after);
  if (!cursor) return undefined;
  const at = Number(cursor.key || Number.NaN);
  // JavaScript counts further back than PostgreSQL; of ours is only what this installation has lived to see.
  if (!(at >= 0 && at < END_OF_TIME)) throw new Problem(invalidInput, wrong);
  return { at: new Date(at), id: cursor.id };
}

/** Cuts one row more than asked to a page, and says where the next one begins. Keys longer than a cursor may be are cut. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => Cursor): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items, next: null };
  const { key, id } = cursorOf(last);
  return { items, next: Buffer.from(`${id}${key}`).toString('base64url') };
}

const wrong = { it: 'Il segnalibro della pagina non è valido', en: 'The cursor of the page is not valid' };
