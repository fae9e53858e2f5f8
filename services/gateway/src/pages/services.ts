import { Id } from '@sportello/contracts/contract';
import { readArticle } from '@sportello/contracts/knowledge/reading';
import { articleNotFound, articleWithdrawn, topicNotFound } from '@sportello/contracts/knowledge/states';
import { getTopic } from '@sportello/contracts/knowledge/topics';
import {
  findProcedure,
  getProcedure,
  listCategories,
  procedureNotFound,
  procedureWithdrawn,
} from '@sportello/contracts/practices/procedures';
import { servicePath } from '@sportello/contracts/practices/service-path';
import { invalidInput } from '@sportello/contracts/problems';
import { problems } from '@sportello/contracts/registry';
import { slugOf } from '@sportello/italy/search-words';
import { visitor } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { ForeignProblem } from '@sportello/messaging/problem';

export type PageStatus = 200 | 404 | 410;

/** A page of its own among those of the services. */
const booking = 'prenotazione-appuntamento';

/** Whether a category of the catalogue has this address. @throws when nobody answers */
async function isCategory(bus: Bus, slug: string): Promise<boolean> {
  const { items } = await bus.call(listCategories, {}, visitor('it'));
  return items.some(({ label }) => slugOf(label.it) === slug);
}

/**
 * With which status a page of the portal comes: that of a service is gone, or was never there, as everybody is told who asks for the
 * service.
 * @param path without base and language
 */
export async function statusOfPage(bus: Bus, path: string): Promise<PageStatus> {
  const [first, name, more] = path.toLowerCase().split('/').filter(Boolean);
  if (first === 'argomenti' && name !== undefined) return statusInLibrary(bus, decoded(name), more && decoded(more));
  if (first === 'problems') return problems.has(name ?? '') ? 200 : 404;
  if (first !== 'servizi' || name === undefined || name === booking) return 200;
  const words = decoded(name);
  const { data: id } = Id.safeParse(words);
  try {
    if (name === 'categorie') return more !== undefined && (await isCategory(bus, decoded(more))) ? 200 : 404;
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

/** The same of a topic, or of an article by its number. */
async function statusInLibrary(bus: Bus, name: string, number: string | undefined): Promise<PageStatus> {
  try {
    if (number === undefined) await bus.call(getTopic, { slug: name }, visitor('it'));
    else await bus.call(readArticle, { number }, visitor('it'));
    return 200;
  } catch (error) {
    if (!(error instanceof ForeignProblem)) return 200;
    if (error.is(articleWithdrawn)) return 410;
    return [articleNotFound, topicNotFound, invalidInput].some((one) => error.is(one)) ? 404 : 200;
  }
}

/** A topic by the address that it has now, an article by its number in capitals. */
async function addressInLibrary(bus: Bus, path: string): Promise<string | undefined> {
  const [, name = '', number] = path.split('/').filter(Boolean);
  if (name === '') return path;
  if (number !== undefined) return `/argomenti/articoli/${encodeURIComponent(decoded(number).toUpperCase())}`;
  try {
    const { slug } = await bus.call(getTopic, { slug: decoded(name).toLowerCase() }, visitor('it'));
    return `/argomenti/${slug}`;
  } catch {
    return undefined;
  }
}

/**
 * The one address of a page: a service is named by the words of its code, whatever its id, its code or capitals lead here.
 * @param path without base and language, with the fixed parts as the pages write them
 * @returns undefined for a service that is gone or was never there, or when nobody answers: the page says which
 */
export async function addressOfPage(bus: Bus, path: string): Promise<string | undefined> {
  const [first, name = '', ...more] = path.split('/').filter(Boolean);
  if (first === 'argomenti') return addressInLibrary(bus, path);
  if (first !== 'servizi' || name === '') return path;
  if (name === 'categorie') {
    const slug = slugOf(decoded(more[0] ?? ''));
    return (await isCategory(bus, slug).catch(() => false)) ? `/servizi/categorie/${slug}` : undefined;
  }
  const words = decoded(name);
  const { data: id } = Id.safeParse(words);
  if (!id && name === slugOf(words)) return path;
  try {
    const { code } = id
      ? await bus.call(getProcedure, { id }, visitor('it'))
      : await bus.call(findProcedure, { code: slugOf(words) }, visitor('it'));
    return [servicePath(code), ...more].join('/');
  } catch {
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
