import { Controller } from '@nestjs/common';
import type { Input, Language, Output, Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { describePeople, personNotFound } from '@sportello/contracts/identity/people';
import {
  deleteExternalPractice,
  externalPracticeKnown,
  externalPracticeNotFound,
  importExternalPractices,
  listOwnExternalPractices,
  MOST_IMPORTED,
  putExternalPractice,
} from '@sportello/contracts/practices/external';
import { namesOf } from '@sportello/directory/copies';
import { bodyOf } from '@sportello/directory/officers';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { asDate } from '@sportello/italy/typed-date';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { type CsvRow, csvRows } from '@sportello/service/imports/csv-rows';
import { byText, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { applicantOf } from '../practices/access.js';
import { ExternalPracticeRow } from './external-practice.entity.js';

type Told = Input<typeof putExternalPractice>;
type Reported = Output<typeof importExternalPractices>['rows'][number];

const lastChangedFirst = descending<ExternalPracticeRow>([byText('p.changedOn', ({ changedOn }) => changedOn, z.iso.date())], 'p.id');

/** Practices that were born elsewhere and are followed here (PRA-53, INT-03): told by file or by API, read by whom they belong to. */
@Controller()
export class ExternalPracticesService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
  ) {}

  @Handles(putExternalPractice)
  async put(told: Told, actor: Actor): Promise<Output<typeof putExternalPractice>> {
    const organizationId = bodyOf(actor);
    return this.db.transaction(async (tx) => {
      await lockBody(tx, organizationId);
      const known = await findTold(tx, organizationId, told);
      const taken = known ?? (await tx.findOneBy(ExternalPracticeRow, { id: told.id }));
      if (taken && (taken.id !== told.id || taken.organizationId !== organizationId)) throw new Problem(externalPracticeKnown);
      await tx.save(ExternalPracticeRow, { ...told, organizationId, toldAt: new Date() });
      return told;
    });
  }

  @Handles(deleteExternalPractice)
  async delete({ id }: Input<typeof deleteExternalPractice>, actor: Actor): Promise<Output<typeof deleteExternalPractice>> {
    const { affected } = await this.db.manager.delete(ExternalPracticeRow, { id, organizationId: bodyOf(actor) });
    if (!affected) throw new Problem(externalPracticeNotFound);
    return { id };
  }

  @Handles(importExternalPractices)
  async import({ csv }: Input<typeof importExternalPractices>, actor: Actor): Promise<Output<typeof importExternalPractices>> {
    const organizationId = bodyOf(actor);
    const rows = csvRows(csv, { pointer: '/csv', most: MOST_IMPORTED, required });
    const reported = await this.db.transaction(async (tx) => {
      await lockBody(tx, organizationId);
      const list: Reported[] = [];
      for (const row of rows) list.push(await importRow(tx, organizationId, row, actor.language));
      return list;
    });
    const count = (result: Reported['result']) => reported.filter((row) => row.result === result).length;
    return {
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      rows: reported,
    };
  }

  /** By the fiscal code, which identity knows: whoever registers later finds what was told before. */
  @Handles(listOwnExternalPractices)
  async listOwn(asked: Input<typeof listOwnExternalPractices>, actor: Actor): Promise<Output<typeof listOwnExternalPractices>> {
    const { personId } = applicantOf(actor);
    // They belong to the person, not to a body for which she acts.
    if (actor.profileKind !== 'citizen') return { items: [], next: null };
    const [person] = (await this.bus.call(describePeople, { ids: [personId] }, service)).items;
    if (!person) throw new Problem(personNotFound);
    const query = this.db
      .createQueryBuilder(ExternalPracticeRow, 'p')
      .where('p.fiscalCode = :fiscalCode', { fiscalCode: person.identity.fiscalCode });
    const { items, next } = await lastChangedFirst.pageOf(query, asked);
    const names = await namesOf(
      this.db.manager,
      items.map(({ organizationId }) => organizationId),
    );
    return { items: items.map((row) => ({ ...row, organizationName: names.get(row.organizationId) ?? '' })), next };
  }
}

/** Two files of one body are taken one after the other. */
const lockBody = (tx: EntityManager, organizationId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('external practices ' || $1, 0))`, [organizationId]);

const findTold = (tx: EntityManager, organizationId: string, { origin, number }: Pick<Told, 'origin' | 'number'>) =>
  tx.findOneBy(ExternalPracticeRow, { organizationId, origin, number });

const Row = putExternalPractice.input.omit({ id: true });
const required = ['fiscalCode', 'number', 'origin', 'title', 'status', 'changedOn'];

async function importRow(
  tx: EntityManager,
  organizationId: string,
  { line, values, uneven }: CsvRow,
  language: Language,
): Promise<Reported> {
  const number = values['number'] ?? '';
  const refused = (reason: Text): Reported => ({ line, number, result: 'refused', reason: reason[language] });
  if (uneven) return refused(uneven);
  const { submittedOn = '', changedOn = '', link = '' } = values;
  const read = Row.safeParse({
    ...Object.fromEntries(required.map((name) => [name, values[name] ?? ''])),
    submittedOn: submittedOn ? asDate(submittedOn) : null,
    changedOn: asDate(changedOn),
    link: link || null,
  });
  if (!read.success) return refused(wrong(String(read.error.issues[0]?.path[0] ?? '')));
  const told = read.data;
  if (checkFiscalCode(told.fiscalCode) !== null) return refused(wrong('fiscalCode'));
  const known = await findTold(tx, organizationId, told);
  if (known && sameAs(known, told)) return { line, number, result: 'unchanged', reason: null };
  await tx.save(ExternalPracticeRow, { ...told, id: known?.id ?? newId(), organizationId, toldAt: new Date() });
  return { line, number, result: known ? 'changed' : 'added', reason: null };
}

const sameAs = (known: ExternalPracticeRow, told: z.infer<typeof Row>): boolean =>
  Object.entries(told).every(([name, value]) => known[name as keyof ExternalPracticeRow] === value);

const wrong = (field: string): Text => ({ it: `Valore mancante o non valido: ${field}`, en: `Missing or not valid: ${field}` });
