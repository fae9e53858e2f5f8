import { randomUUID } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { connect } from 'node:net';
import { expect } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import { procedures } from '../../../deploy/world/ids.ts';
import { characters, laboratoryPassword, registrationOf } from '../../../deploy/world/people.ts';
import { ask, logLines, openTestWorld, readProblem, type TestWorld, type ToldProblem, wholeForm } from './test-world.js';

/** Stands in everything that is written in these tests and must never be found in a log. */
export const secret = 'Canarino-Segretissimo';
export const json = { 'content-type': 'application/json' };
export const bytes = { 'content-type': 'application/octet-stream' };
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A draft of the mayor. */
export const draftId = randomUUID();
/** What she has sent: the officer has it in charge. */
export const sentId = randomUUID();

export interface Besieged extends TestWorld {
  /** Somebody who is signed in, by what she is here; the visitor is not. */
  as(who: string): Visitor;
  /** Cookies, tokens and addresses that were given out. */
  handedOut: string[];
  /** For somebody whose sign-in ended on the way. */
  enterAgain(who: string): Promise<void>;
}

/** Those who are signed in, by what they are here. */
const inside: Record<string, [string, 'citizen' | 'officer']> = {
  mayor: ['federica.neri', 'citizen'],
  citizen: ['giulia', 'citizen'],
  parent: ['daniele', 'citizen'],
  officer: ['bianchi', 'officer'],
  manager: ['galli', 'officer'],
  administrator: ['moretti', 'officer'],
};

/** A world with people and practices in it, where nothing moves by itself any more. */
export async function openBesieged(): Promise<Besieged> {
  const world = await openTestWorld();
  const who: Record<string, Visitor> = { visitor: new Visitor(world.baseUrl) };
  const enter = async (name: string) => {
    const [person, capacity] = inside[name] ?? [];
    if (person) who[name] = await world.enter(person, capacity);
  };
  for (const name of Object.keys(inside)) await enter(name);
  const as = (name: string): Visitor => {
    const visitor = who[name];
    if (!visitor) throw new Error(`nobody is called ${name}`);
    return visitor;
  };
  for (const id of [sentId, draftId])
    await as('mayor').ask('rpc.practices.open.v1', { id, procedureId: procedures.utentiServizi06, content: wholeForm });
  await as('mayor').move('rpc.practices.complete.v1', { id: sentId });
  await as('mayor').move('rpc.practices.submit.v1', { id: sentId });
  await as('officer').move('rpc.practices.take.v1', { id: sentId });
  await whenTold(world);
  const handedOut = Object.values(who).flatMap((visitor) => [visitor.cookie('sportello') ?? [], visitor.session?.csrfToken ?? []].flat());
  const entering = new Map<string, Promise<void>>();
  const enterAgain = (name: string) => {
    const begun = entering.get(name) ?? enter(name).finally(() => entering.delete(name));
    entering.set(name, begun);
    return begun;
  };
  return { ...world, as, handedOut, enterAgain };
}

/** What was sent is printed, told and mailed: the sending, its receipt, and that it was assigned. */
async function whenTold({ stack }: TestWorld): Promise<void> {
  await eventually(async () => {
    expect(await ask(stack, 'practices', 'select 1 from practices where submitted_at is not null and receipt_issued_at is null')).toEqual(
      [],
    );
    const told = await ask(
      stack,
      'notifications',
      "select topic from announcements where written_at is not null and topic like 'practices.%' order by topic",
    );
    expect(told.map(({ topic }) => topic)).toEqual(['practices.progress', 'practices.receipt', 'practices.submission']);
    expect(await ask(stack, 'notifications', "select 1 from deliveries where status <> 'sent'")).toEqual([]);
    expect(await ask(stack, 'notifications', 'select 1 from outbox where published_at is null')).toEqual([]);
  }, 60);
}

/** Asks in both languages; each is told what is wrong in hers. */
export async function isRefused(visitor: Visitor, path: string, init: RequestInit, status: number, type?: string): Promise<ToldProblem> {
  const told: ToldProblem[] = [];
  for (const language of ['it', 'en-GB,en;q=0.9']) {
    const response = await visitor.fetch(path, { ...init, headers: { ...init.headers, 'accept-language': language } });
    const problem = await readProblem(response);
    expect(problem).toMatchObject({ status, ...(type && { type: `/problems/${type}` }) });
    told.push(problem);
  }
  const [italian, english] = told as [ToldProblem, ToldProblem];
  expect(italian.title).not.toBe(english.title);
  for (const [index, { pointer, detail }] of (italian.errors ?? []).entries()) {
    expect(english.errors?.[index]?.pointer).toBe(pointer);
    expect(detail).not.toBe(english.errors?.[index]?.detail);
  }
  return italian;
}

/** A request whose path goes out as it is written, which `fetch` would tidy up. */
export function raw(
  baseUrl: string,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Pick<Response, 'status' | 'headers' | 'text'>> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((done, fail) => {
    const request = plainRequest({ host: hostname, port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const told = new Headers(
          Object.entries(response.headers).flatMap(([name, value]) => [value ?? ''].flat().map((each) => [name, each] as [string, string])),
        );
        done({ status: response.statusCode ?? 0, headers: told, text: () => Promise.resolve(Buffer.concat(pieces).toString()) });
      });
      response.on('error', fail);
    });
    request.on('error', fail);
    request.end(body);
  });
}

/** What comes back to bytes that may not even be HTTP. */
export function bare(baseUrl: string, text: string): Promise<string> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((done, fail) => {
    let answer = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    socket.on('data', (piece) => {
      answer += piece.toString();
    });
    socket.on('close', () => done(answer));
    socket.on('error', fail);
    socket.setTimeout(5_000, () => socket.destroy());
  });
}

/** The lines of all logs in which something personal stands, or a fault of ours. */
export function badLines({ stack, handedOut }: Besieged): string[] {
  const lines = logLines(stack);
  expect(lines.length).toBeGreaterThan(10);
  const personal = [
    secret,
    laboratoryPassword,
    ...characters.flatMap((character) => [character.mail, registrationOf(character).identity.fiscalCode]),
    ...characters.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
    ...handedOut,
    wholeForm.address,
    wholeForm.pec,
    wholeForm.rupMail,
    wholeForm.rupPhone,
  ].map((value) => value.toLowerCase());
  const names = new RegExp(`\\b(${characters.map(({ familyName }) => familyName).join('|')})\\b`);
  const shapes = /eyJ[\w-]{10,}\.[\w-]{10,}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]/;
  const isFault = (line: string) => /"level":(50|60)/.test(line);
  return lines.filter(
    (line) => isFault(line) || names.test(line) || shapes.test(line) || personal.some((value) => line.toLowerCase().includes(value)),
  );
}
