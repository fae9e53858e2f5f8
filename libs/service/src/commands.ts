import { serviceOf } from '@sportello/contracts/contract';
import { connectBus } from '@sportello/messaging/bus';
import { type Count, countCopies } from '@sportello/messaging/copies';
import { dropParked, listParked, retryParked } from '@sportello/messaging/parked';
import { replay } from '@sportello/messaging/relay';
import { askRestatement } from '@sportello/messaging/restate';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { BusConfig, DatabaseConfig, readConfig } from './config.js';
import { dataSource, ofCommands, openDatabase } from './database.js';
import type { ServiceDefinition } from './definition.js';
import { writeMigration } from './migration.js';

/** Something that is done once, with the environment of the service, instead of starting it. @throws Error with what to write instead */
type Command = (definition: ServiceDefinition, environment: NodeJS.ProcessEnv, args: string[]) => Promise<void>;

/** `node dist/main.js NAME …`. The running service is not needed, and not disturbed. */
export const commands: Record<string, Command> = {
  migrate,
  migration: (definition, environment, [title]) => writeMigration(definition, environment, title),
  replay: replayEvents,
  restate,
  copies,
  parked: parkedLetters,
};

/** Brings the database to this version. Once, before the new version starts. */
export async function migrate(definition: ServiceDefinition, environment: NodeJS.ProcessEnv): Promise<void> {
  await withDatabase(definition, environment, (db) => db.runMigrations({ transaction: 'each' }));
}

/** `replay INSTANT`: the running service tells every event of its own since then again; inboxes make that harmless. */
async function replayEvents(definition: ServiceDefinition, environment: NodeJS.ProcessEnv, [since]: string[]): Promise<void> {
  const instant = z.iso.datetime({ offset: true }).safeParse(since);
  if (!instant.success) throw new Error('Since when? For example: replay 2026-11-25T08:00:00Z');
  const count = await withDatabase(definition, environment, (db) => db.transaction((tx) => replay(tx, new Date(instant.data))));
  say(`${count} events of ${definition.name} since ${instant.data} will be told again`);
}

/** `restate`: the running service tells its present rows again, for services that are new and for copies that have lost something. */
async function restate(definition: ServiceDefinition, environment: NodeJS.ProcessEnv): Promise<void> {
  const own = definition.states.filter(({ event }) => serviceOf(event) === definition.name);
  await withDatabase(definition, environment, async ({ manager }) => {
    for (const { event } of own) await askRestatement(manager, event.subject);
  });
  for (const { event } of own) say(`${event.subject}: every present row will be told again`);
}

/** `copies`: counts what this service keeps of others' rows against them. @throws Error when something differs */
async function copies(definition: ServiceDefinition, environment: NodeJS.ProcessEnv): Promise<void> {
  const kept = definition.states.filter(({ event }) => serviceOf(event) !== definition.name);
  const { NATS_URL: url, NATS_USER: user, NATS_PASSWORD: password } = readConfig(BusConfig, environment);
  const nats = await connectBus({ url, user, password });
  try {
    const counts = await withDatabase(definition, environment, async (db) => {
      const counted: Count[] = [];
      for (const copy of kept) counted.push(await countCopies(db, nats, copy));
      return counted;
    });
    for (const { subject, owner, copies: here, differing } of counts) {
      say(`${subject}: ${owner} rows of the owner, ${here} copies in ${definition.name}, ${differing.length} differ`);
      for (const { key, what } of differing) say(`    ${key}  ${what}`);
    }
    if (counts.some(({ differing }) => differing.length > 0)) throw new Error('Copies differ from their owner');
  } finally {
    await nats.close();
  }
}

/** `parked`, `parked retry ID|all`, `parked drop ID REASON`: the events that wait for a person. */
async function parkedLetters(definition: ServiceDefinition, environment: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  const [what = 'list', id, ...reason] = args;
  const isId = z.uuid().safeParse(id).success;
  if (what === 'list') await withDatabase(definition, environment, list);
  else if (what === 'retry' && (isId || id === 'all')) {
    const count = await withDatabase(definition, environment, (db) => retryParked(db, id === 'all' ? undefined : id));
    say(`${count} letters of ${definition.name} will be tried again within seconds`);
  } else if (what === 'drop' && isId && reason.length > 0) {
    const count = await withDatabase(definition, environment, (db) => dropParked(db, String(id), reason.join(' ')));
    say(`${count} letters of ${definition.name} were dropped`);
  } else throw new Error('What about them? parked, parked retry ID, parked retry all, or parked drop ID REASON');
}

async function list(db: DataSource): Promise<void> {
  const letters = await listParked(db);
  for (const { eventId, consumer, envelope, error, parkedAt, retryAskedAt } of letters) {
    const { type, traceparent } = envelope as { type?: string; traceparent?: string };
    const again = retryAskedAt ? ', is being tried again' : '';
    say(`${eventId}  ${parkedAt.toISOString()}  ${consumer}  ${type}  trace ${traceparent?.slice(3, 35)}${again}\n    ${error}`);
  }
  say(letters.length === 0 ? 'nothing is parked' : `${letters.length} letters`);
}

async function withDatabase<T>(
  { name, entities, migrations }: ServiceDefinition,
  environment: NodeJS.ProcessEnv,
  work: (db: DataSource) => Promise<T>,
): Promise<T> {
  const db = await openDatabase(dataSource(name, readConfig(DatabaseConfig, environment), entities, migrations, ofCommands));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
