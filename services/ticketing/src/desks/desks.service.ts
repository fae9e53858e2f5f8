import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { describeDesks, deskNotFound, getDesk, listDeskContacts, listDesks, putDesk } from '@sportello/contracts/ticketing/desks';
import { namesOf } from '@sportello/directory/copies';
import { bodyOf, officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { longWork } from '@sportello/messaging/long-work';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { holds } from '@sportello/service/canonical-json';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { tellChanged } from '../catalogue/catalogue.service.js';
import { HelpService } from '../catalogue/help-service.entity.js';
import { nextOpening } from '../clocks/office-time.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { Desk } from './desk.entity.js';

const byName = ascending<Desk>([byText("desk.name ->> 'it'", ({ name }) => name.it)], 'desk.id');
/** Tickets that are settled by one statement, and how long all of them may take. */
const BATCH = 500;
const LONG_MS = 60_000;
/** Minutes of a week in which a desk answers, at least. */
const LEAST_MINUTES = 60;

/** The desks of a body: their hours, their contacts, how soon they answer. */
@Controller()
export class DesksService {
  constructor(private readonly db: DataSource) {}

  @Handles(putDesk)
  put(input: Input<typeof putDesk>, actor: Actor): Promise<Output<typeof putDesk>> {
    return this.putAt(input, actor, new Date());
  }

  putAt({ version, ...settings }: Input<typeof putDesk>, actor: Actor, now: Date): Promise<Output<typeof putDesk>> {
    const { id, organizationId } = settings;
    if (organizationId !== bodyOf(actor)) throw new Problem(deskNotFound);
    checkTargets(settings);
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(Desk, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== organizationId) throw new Problem(idReused);
      if (known?.version === version + 1 && holds(known, settings)) return known;
      checkVersion(version, known?.version ?? 0);
      const desk = tx.create(Desk, { ...settings, version: version + 1 });
      checkHours(desk, now);
      if (known && known.kind !== desk.kind) await checkKind(tx, known);
      if (known && !holds(known, { hours: desk.hours, closedDays: desk.closedDays })) await settleTickets(tx, known, desk, now);
      await tx.save(desk);
      await tellChanged(tx, desk);
      return desk;
    });
  }

  @Handles(getDesk)
  async get({ id }: Input<typeof getDesk>, actor: Actor): Promise<Output<typeof getDesk>> {
    const desk = await this.db.manager.findOneBy(Desk, { id, organizationId: bodyOf(actor) });
    if (!desk) throw new Problem(deskNotFound);
    return desk;
  }

  @Handles(listDesks)
  async list(page: Input<typeof listDesks>, actor: Actor): Promise<Output<typeof listDesks>> {
    const { organizationId, subjectIds } = await officerOf(this.db.manager, actor, 'desk');
    const query = this.db.createQueryBuilder(Desk, 'desk').where({ organizationId });
    const { items, next } = await byName.pageOf(query, page);
    return { items: items.map((desk) => ({ ...desk, mayWork: subjectIds?.includes(desk.id) ?? true })), next };
  }

  @Handles(listDeskContacts)
  async listContacts({ organizationId, ...page }: Input<typeof listDeskContacts>): Promise<Output<typeof listDeskContacts>> {
    // Whoever has nothing to be called or written to is nobody to speak to.
    const query = this.db.createQueryBuilder(Desk, 'desk').where('(jsonb_array_length(desk.phones) > 0 or desk.mail is not null)');
    if (organizationId) query.andWhere({ organizationId });
    const { items, next } = await byName.pageOf(query, page);
    const names = await namesOf(
      this.db.manager,
      items.map((desk) => desk.organizationId),
    );
    return { items: items.map((desk) => ({ ...desk, organizationName: names.get(desk.organizationId) ?? '' })), next };
  }

  @Handles(describeDesks)
  async describe({ ids }: Input<typeof describeDesks>): Promise<Output<typeof describeDesks>> {
    return { items: ids.length === 0 ? [] : await this.db.manager.findBy(Desk, { id: In(ids) }) };
  }
}

/** What was used by the hours until now stays used; what is due later is due by the new ones. */
async function settleTickets(tx: EntityManager, before: Desk, after: Desk, now: Date): Promise<void> {
  await longWork(tx, LONG_MS);
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const tickets = await tx
      .createQueryBuilder(Ticket, 'ticket')
      .where('ticket.deskId = :id and ticket.runningSince is not null', { id: after.id })
      .andWhere({ organizationId: after.organizationId })
      .andWhere({ id: MoreThan(last) })
      .orderBy('ticket.id')
      .limit(BATCH)
      .setLock('pessimistic_write')
      .getMany();
    for (const ticket of tickets) ticket.settle(before, after, now);
    await saveClocks(tx, tickets, after);
    const end = tickets.at(-1);
    if (tickets.length < BATCH || !end) return;
    last = end.id;
  }
}

/** By one statement, because everybody of the desk waits for it. */
async function saveClocks(tx: EntityManager, tickets: readonly Ticket[], { organizationId }: Desk): Promise<void> {
  const each = <K extends keyof Ticket>(of: K) => tickets.map((ticket) => ticket[of]);
  await tx.query(
    `update tickets t set used_ms = c.used_ms, running_since = c.running_since, first_answer_due_at = c.first_answer_due_at,
       solution_due_at = c.solution_due_at, queue_at = c.queue_at, escalate_at = c.escalate_at
     from unnest($2::uuid[], $3::float8[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[])
       as c (id, used_ms, running_since, first_answer_due_at, solution_due_at, queue_at, escalate_at)
     where t.id = c.id and t.organization_id = $1`,
    [
      organizationId,
      ...[each('id'), each('usedMs'), each('runningSince'), each('firstAnswerDueAt'), each('solutionDueAt'), each('queueAt')],
      each('escalateAt'),
    ],
  );
}

/** @throws Problem `invalidInput` for a desk that would never answer, or so little that its terms end in years */
function checkHours(desk: Desk, now: Date): void {
  const wrong = desk.hours.findIndex(({ opensAt, closesAt }) => opensAt >= closesAt);
  if (wrong >= 0) throw refused(`/hours/${wrong}/closesAt`, endsBefore);
  if (nextOpening(desk, now) === null || weeklyMinutes(desk) < LEAST_MINUTES) throw refused('/hours', neverOpen);
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const weeklyMinutes = ({ hours }: Desk): number =>
  hours.reduce((sum, { weekdays, opensAt, closesAt }) => sum + weekdays.length * (minutesOf(closesAt) - minutesOf(opensAt)), 0);

/** @throws Problem `invalidInput` while services lead to it for the kind that it answers */
async function checkKind(tx: EntityManager, { id, organizationId }: Desk): Promise<void> {
  const isLedTo = await tx
    .createQueryBuilder(HelpService, 'service')
    .where('service.organizationId = :organizationId and service.routes @> :routes::jsonb', {
      organizationId,
      routes: JSON.stringify([{ deskId: id }]),
    })
    .getExists();
  if (isLedTo) throw refused('/kind', ledTo);
}

/** @throws Problem `invalidInput` unless each priority has one, and none answers later than it solves */
function checkTargets({ targets }: Pick<Input<typeof putDesk>, 'targets'>): void {
  const twice = targets.findIndex(({ priority }, at) => targets.findIndex((other) => other.priority === priority) < at);
  if (twice >= 0) throw refused(`/targets/${twice}/priority`, oneEach);
  const late = targets.findIndex(({ firstAnswerMinutes, solutionMinutes }) => firstAnswerMinutes > solutionMinutes);
  if (late >= 0) throw refused(`/targets/${late}/firstAnswerMinutes`, answersFirst);
}

const refused = (pointer: string, detail: Text) => new Problem(invalidInput, undefined, { errors: [{ pointer, detail }] });

const endsBefore: Text = { it: 'La chiusura viene dopo l’apertura', en: 'The closing comes after the opening' };
const neverOpen: Text = {
  it: 'Lo sportello deve rispondere almeno un’ora alla settimana',
  en: 'The desk has to answer for an hour a week at least',
};
const ledTo: Text = {
  it: 'Ci sono servizi che portano a questo sportello per il suo tipo: prima cambia i servizi',
  en: 'There are services that lead to this desk for its kind: change the services first',
};
const oneEach: Text = { it: 'Ogni priorità ha i suoi tempi, una volta sola', en: 'Each priority has its terms, once' };
const answersFirst: Text = {
  it: 'La prima risposta viene prima della soluzione',
  en: 'The first answer comes before the solution',
};
