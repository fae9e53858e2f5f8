import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { Visitor } from '@sportello/testing/visitor';
import { query } from '../../../deploy/backing/postgres.ts';
import { databaseNameOf } from '../../../deploy/environment.ts';
import { type DatabaseService, databaseServices } from '../../../deploy/services.ts';
import type { Stack } from '../../../deploy/stack.ts';
import { described, type Installation } from './installation.js';
import { comuneOfAscalea, correctUsers } from './mayor-data.js';
import { openStack } from './stack-of-worker.js';

/** The whole world with its rooms open: what stands in the databases, in the storage and in the logs can be looked at. */
export interface TestWorld extends Installation {
  stack: Stack;
  /** Signs in and accepts the privacy policy, so that everything else is open. */
  enter(name: string, as?: 'citizen' | 'officer'): Promise<Visitor>;
  /** A bearer token for a person of the demonstration world, as `npm run token` asks for it. */
  tokenOf(name: string): Promise<string>;
}

/** @param open whose stack it is: that of the worker, or one of its own for those who break it */
export async function openTestWorld(open = openStack): Promise<TestWorld> {
  const stack = await open();
  const installation = described(stack.baseUrl, stack.mail.url, () => stack.stop());
  return {
    ...installation,
    stack,
    enter: async (name, as = 'citizen') => {
      const visitor = new Visitor(stack.baseUrl);
      await visitor.signIn(...installation.signInOf(name), as);
      if (as === 'citizen') await acceptPolicy(visitor);
      return visitor;
    },
    tokenOf: async (name) => {
      const [username] = installation.signInOf(name);
      const response = await fetch(`${stack.baseUrl}/realms/sportello/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', username }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    },
  };
}

export async function acceptPolicy(visitor: Visitor): Promise<void> {
  const { version } = await visitor.ask('rpc.identity.get-policy.v1', {});
  await visitor.ask('rpc.identity.accept-policy.v1', { version });
}

/** What a mayor sends: everything that the form asks for. */
export const wholeForm = { noticeRead: true, ...comuneOfAscalea, users: correctUsers };

/** Runs one statement on the database of a service. */
export function ask(stack: Stack, service: DatabaseService, statement: string): Promise<Record<string, unknown>[]> {
  const url = new URL(stack.backing.postgres.url);
  url.pathname = `/${databaseNameOf(service)}`;
  return query(url.href, statement);
}

/** Tables that every visit writes to: who signed in when, and whose data was read. */
const visits = ['identity.authentications', 'identity.access_log', 'identity.inbox'];

const rowsOfEachTable = `
  select table_name as name, substring(query_to_xml(format('select count(*) from %I', table_name), false, true, '')::text from '>(\\d+)<')::int as count
  from information_schema.tables where table_schema = 'public'`;

/** How many rows each table has and how many files the storage holds: what a refused request must not change. */
export async function stored(stack: Stack): Promise<Record<string, number>> {
  const perService = databaseServices.map(async (service) =>
    (await ask(stack, service, rowsOfEachTable)).map(({ name, count }) => [`${service}.${name}`, count] as const),
  );
  const counts = (await Promise.all(perService)).flat().filter(([name]) => !visits.includes(name));
  const [sum] = await ask(
    stack,
    'practices',
    `select (select coalesce(sum(version), 0)::int from practices) as versions,
       (select count(*)::int from attachments where state = 'stored') as files`,
  );
  return {
    ...Object.fromEntries(counts),
    'practices.attachments': Number(sum?.['files']),
    // What was only announced is noted, so that bytes which never come are swept: it is no file.
    'practices.uploads': 0,
    'versions of practices': Number(sum?.['versions']),
    files: filesBelow(join(stack.dataDir, 'files')),
  };
}

function filesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, String(name))).isFile()).length;
}

/** All that any process of the world has written, a line each with the name of its log. */
export function logLines(stack: Stack): string[] {
  const folder = join(stack.dataDir, 'logs');
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => `${name}: ${line}`),
  );
}

export interface ToldProblem {
  type: string;
  status: number;
  title: string;
  detail?: string;
  instance?: string;
  errors?: { pointer: string; detail: string }[];
}

/** Holds a refusal against what every one of them must be. */
export async function readProblem(response: Pick<Response, 'status' | 'headers' | 'text'>): Promise<ToldProblem> {
  const text = await response.text();
  expect({ type: response.headers.get('content-type'), text }).toMatchObject({
    type: expect.stringMatching(/^application\/problem\+json/),
  });
  const problem = JSON.parse(text) as ToldProblem;
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    status: response.status,
    title: expect.stringMatching(/\S+ \S+/),
    instance: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(response.headers.get('cache-control')).toBe('no-store');
  // What went wrong inside is nobody's business: no stack, no statement, no name of a package.
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|select .+ from|zod|typeorm|fastify|ECONN/i);
  return problem;
}
