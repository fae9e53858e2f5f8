import { Id } from '@sportello/contracts/contract';
import {
  categoryLabels,
  findProcedure,
  getProcedure,
  procedureNotFound,
  procedureWithdrawn,
} from '@sportello/contracts/practices/procedures';
import { invalidInput } from '@sportello/contracts/problems';
import { slugOf } from '@sportello/italy/search-words';
import { visitor } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { currentTraceparent, within } from '@sportello/messaging/context';
import { ForeignProblem } from '@sportello/messaging/problem';

export type PageStatus = 200 | 404 | 410;

/** How long a page waits for what it is to be told with, in milliseconds: then it comes, and says itself what it finds. */
const PATIENCE_MS = 1_000;

const categories = new Set(Object.values(categoryLabels).map(({ it }) => slugOf(it)));

/**
 * With which status a page of the portal comes: that of a service is gone, or was never there, as everybody is told who asks for the
 * service.
 * @param path without base and language
 */
export async function statusOfPage(bus: Bus, path: string): Promise<PageStatus> {
  const [first, name, more] = path.toLowerCase().split('/').filter(Boolean);
  if (first !== 'servizi' || name === undefined) return 200;
  if (name === 'categorie') return more !== undefined && categories.has(decoded(more)) ? 200 : 404;
  const words = decoded(name);
  const { data: id } = Id.safeParse(words);
  const asked = () =>
    id ? bus.call(getProcedure, { id }, visitor('it')) : bus.call(findProcedure, { code: slugOf(words) }, visitor('it'));
  try {
    await within({ traceparent: currentTraceparent(), deadline: Date.now() + PATIENCE_MS }, asked);
    return 200;
  } catch (error) {
    if (!(error instanceof ForeignProblem)) return 200;
    if (error.is(procedureWithdrawn)) return 410;
    return error.is(procedureNotFound) || error.is(invalidInput) ? 404 : 200;
  }
}

/** The text of a part of an address; as it is written where it is none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
