import { Id } from '@sportello/contracts/contract';
import {
  categoryLabels,
  findProcedure,
  getProcedure,
  procedureNotFound,
  procedureWithdrawn,
} from '@sportello/contracts/practices/procedures';
import { servicePath } from '@sportello/contracts/practices/service-path';
import { invalidInput } from '@sportello/contracts/problems';
import { slugOf } from '@sportello/italy/search-words';
import { visitor } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { ForeignProblem } from '@sportello/messaging/problem';

export type PageStatus = 200 | 404 | 410;

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
  try {
    if (id) await bus.call(getProcedure, { id }, visitor('it'));
    else await bus.call(findProcedure, { code: slugOf(words) }, visitor('it'));
    return 200;
  } catch (error) {
    // Nobody answers: the page comes, and says so itself.
    if (!(error instanceof ForeignProblem)) return 200;
    if (error.is(procedureWithdrawn)) return 410;
    return error.is(procedureNotFound) || error.is(invalidInput) ? 404 : 200;
  }
}

/**
 * Where a page of a service is now, for an address that names the service by its id.
 * @param path without base and language
 */
export async function addressOfPage(bus: Bus, path: string): Promise<string | undefined> {
  const [first, name, ...more] = path.split('/').filter(Boolean);
  const { data: id } = Id.safeParse(name);
  if (first?.toLowerCase() !== 'servizi' || !id) return undefined;
  try {
    const { code } = await bus.call(getProcedure, { id }, visitor('it'));
    return [servicePath(code), ...more].join('/');
  } catch {
    // Gone, unknown, or nobody answers: the page says which.
    return undefined;
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
