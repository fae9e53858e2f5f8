import { createHash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { type Due, dueKnown, importDues, MOST_DUES_IMPORTED, putDue } from '@sportello/contracts/payments/dues';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { bodyOf } from '@sportello/directory/officers';
import { type CivilDate, romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { csvRows } from '@sportello/service/imports/csv-rows';
import { DataSource, type EntityManager, In } from 'typeorm';
import { accessPosition } from '../positions/access.js';
import { type Wanted, wantPositions } from '../positions/opening.js';
import { Openings } from '../positions/openings.js';
import { Position } from '../positions/position.entity.js';
import { readPosition } from '../positions/reading.js';
import { mistakesOf } from './check-due.js';
import { type Group, groupsOf, reasonOf, refuse, requiredHeadings } from './rows.js';
import { ToldDue } from './told-due.entity.js';

type Reported = Output<typeof importDues>['rows'][number];

/** What other systems of a body want to be paid, told one by one or by file (PAY-11, INT-22). */
@Controller()
export class DuesService {
  constructor(
    private readonly db: DataSource,
    private readonly openings: Openings,
  ) {}

  /** The same again changes nothing; what was told with other data is refused, since its notice may be in somebody's hands. */
  @Handles(putDue)
  async put({ id, ...due }: Input<typeof putDue>, actor: Actor): Promise<Output<typeof putDue>> {
    const organizationId = bodyOf(actor);
    const now = new Date();
    await this.db.transaction(async (tx) => {
      await lockBody(tx, organizationId);
      const { source, number } = due;
      const known = await tx.findOneBy(ToldDue, { organizationId, source, number });
      if (known && (known.positionId !== id || known.digest !== digestOf(due))) throw new Problem(dueKnown);
      if (known) return;
      if (await tx.existsBy(Position, { id })) throw new Problem(idReused);
      const errors = mistakesOf(due, romeDate(now));
      if (errors.length > 0) throw new Problem(invalidInput, undefined, { errors });
      await this.take(tx, organizationId, [{ id, due }], now);
    });
    const { manager } = this.db;
    return readPosition(manager, await accessPosition(manager, id, actor), new Date());
  }

  @Handles(importDues)
  async import({ csv, isTrial }: Input<typeof importDues>, actor: Actor): Promise<Output<typeof importDues>> {
    const organizationId = bodyOf(actor);
    const now = new Date();
    const read = groupsOf(csvRows(csv, { pointer: '/csv', most: MOST_DUES_IMPORTED, required: requiredHeadings }));
    const reported = await this.db.transaction(async (tx) => {
      await lockBody(tx, organizationId);
      const known = await knownOf(tx, organizationId, read);
      const groups = read.map((group) => checked(group, known, romeDate(now)));
      const fresh = groups.flatMap(({ due }) => (due && !known.has(keyOf(due)) ? [{ id: newId(), due }] : []));
      if (!isTrial) await this.take(tx, organizationId, fresh, now);
      return groups.flatMap((group) => report(group, known, actor));
    });
    const count = (result: Reported['result']) => reported.filter((row) => row.result === result).length;
    const rows = reported.toSorted((one, other) => one.line - other.line);
    return { isTrial, added: count('added'), known: count('known'), refused: count('refused'), rows };
  }

  private async take(tx: EntityManager, organizationId: string, told: readonly { id: string; due: Due }[], now: Date): Promise<void> {
    await wantPositions(
      tx,
      told.map(({ id, due }) => wantedOf(id, organizationId, due, now)),
    );
    const rows = told.map(({ id: positionId, due }) => ({
      ...{ positionId, organizationId, source: due.source, number: due.number, digest: digestOf(due) },
    }));
    for (let at = 0; at < rows.length; at += CHUNK) await tx.insert(ToldDue, rows.slice(at, at + CHUNK));
    for (const { id } of told) this.openings.afterCommit(tx, { id });
  }
}

/** Rows that one statement writes. */
const CHUNK = 1_000;

const wantedOf = (id: string, organizationId: string, { debtor, reason, beneficiaryName, category, options }: Due, now: Date): Wanted => ({
  ...{ id, organizationId, personId: null, practiceId: null, procedureId: null, openedAt: now },
  ...{ debtor, reason, beneficiaryName, category, options },
});

/** Files and messages of one body are taken one after the other. */
const lockBody = (tx: EntityManager, organizationId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('dues ' || $1, 0))`, [organizationId]);

const digestOf = ({ source, number, debtor, reason, beneficiaryName, category, options }: Due): string =>
  createHash('sha256').update(canonicalJson({ source, number, debtor, reason, beneficiaryName, category, options })).digest('hex');

const keyOf = ({ source, number }: Pick<Due, 'source' | 'number'>): string => JSON.stringify([source, number]);

async function knownOf(tx: EntityManager, organizationId: string, groups: readonly Group[]): Promise<Map<string, string>> {
  const numbers = groups.flatMap(({ due }) => due?.number ?? []);
  const told = await tx.findBy(ToldDue, { organizationId, number: In(numbers) });
  return new Map(told.map((row) => [keyOf(row), row.digest]));
}

/** What is known already is not looked at again: its due date may have passed since. */
function checked(group: Group, known: ReadonlyMap<string, string>, today: CivilDate): Group {
  if (!group.due || known.has(keyOf(group.due))) return group;
  const [mistake] = mistakesOf(group.due, today);
  return mistake ? refuse(group, mistake.detail) : group;
}

function report(group: Group, known: ReadonlyMap<string, string>, { language }: Actor): Reported[] {
  const { rows, due } = group;
  const digest = due && known.get(keyOf(due));
  return rows.map(({ line, values }) => {
    const number = values['number'] ?? '';
    if (!due) return { line, number, result: 'refused', reason: reasonOf(group, line, language) };
    if (digest === undefined) return { line, number, result: 'added', reason: null };
    if (digest === digestOf(due)) return { line, number, result: 'known', reason: null };
    return { line, number, result: 'refused', reason: dueKnown.title[language] };
  });
}
