import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { invalidInput } from '@sportello/contracts/problems';
import { deskNotFound } from '@sportello/contracts/ticketing/desks';
import { getHelpReport, type HelpFigures, MOST_REPORT_MONTHS } from '@sportello/contracts/ticketing/reports';
import { officerOf } from '@sportello/directory/officers';
import { firstOf, monthOf, monthsFrom, monthsLater } from '@sportello/italy/months';
import { romeDate, romeInstant } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { longWork } from '@sportello/messaging/long-work';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';

/** What the statement may take. Milliseconds. */
const LONG_MS = 60_000;

type Cell = HelpFigures & {
  /** Which column it is grouped by. */
  of: 'total' | 'channel' | 'kind' | 'desk' | 'operator' | 'hour';
  key: string | null;
  name: string | null;
};

@Controller()
export class ReportsService {
  constructor(private readonly db: DataSource) {}

  @Handles(getHelpReport)
  async report({ deskId, ...asked }: Input<typeof getHelpReport>, actor: Actor): Promise<Output<typeof getHelpReport>> {
    const asOf = new Date();
    const { id: me, organizationId, subjectIds } = await officerOf(this.db.manager, actor, 'desk');
    const to = asked.to ?? laterOf(monthOf(romeDate(asOf)), asked.from);
    const from = asked.from ?? monthsLater(to, -11);
    const months = from <= to ? monthsFrom(from, to).length : 0;
    if (months === 0 || months > MOST_REPORT_MONTHS)
      throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/to', detail: wrongPeriod }] });
    if (deskId && subjectIds && !subjectIds.includes(deskId)) throw new Problem(deskNotFound);
    return this.db.transaction(async (tx) => {
      await longWork(tx, LONG_MS);
      const desks = await tx.findBy(Desk, { organizationId });
      if (deskId && !desks.some(({ id }) => id === deskId)) throw new Problem(deskNotFound);
      const own = deskId ? [deskId] : (subjectIds ?? desks.map(({ id }) => id));
      const span = [romeInstant(firstOf(from)), romeInstant(firstOf(monthsLater(to, 1)))];
      const cells: Cell[] = await tx.query(figures, [organizationId, ...span, own]);
      const by = (of: Cell['of']) => cells.filter((cell) => cell.of === of && cell.key !== null) as (Cell & { key: string })[];
      const hours = new Map(by('hour').map(({ key, opened }) => [Number(key), opened]));
      const mostFirst = (one: Cell, other: Cell) => other.opened - one.opened;
      return {
        ...{ asOf, from, to },
        total: cells.find(({ of }) => of === 'total') as Cell,
        channels: by('channel').map((cell) => ({ ...cell, channel: cell.key as 'web' })),
        kinds: by('kind').map((cell) => ({ ...cell, kind: cell.key as 'technical' })),
        desks: by('desk')
          .sort(mostFirst)
          .map((cell) => ({ ...cell, deskId: cell.key, name: desks.find(({ id }) => id === cell.key)?.name ?? { it: '-', en: '-' } })),
        operators: by('operator')
          .filter(({ key }) => subjectIds === null || key === me)
          .sort(mostFirst)
          .map((cell) => ({ ...cell, officerId: cell.key, name: cell.name ?? '' })),
        hours: Array.from({ length: 24 }, (_, hour) => ({ hour, opened: hours.get(hour) ?? 0 })),
      };
    });
  }
}

const laterOf = (one: string, other = one): string => (one > other ? one : other);
const wrongPeriod = {
  it: `Il periodo va dal primo all’ultimo mese, per ${MOST_REPORT_MONTHS} mesi al massimo`,
  en: `The period goes from the first to the last month, for ${MOST_REPORT_MONTHS} months at most`,
};

/**
 * One reading of the tickets, grouped by each column in turn. What was merged counts as the ticket that holds it, and what was cancelled was nothing to
 * be answered. What was solved counts to who solved it at which desk, whoever is in charge since.
 */
const figures = `
  select case when grouping(t.channel) = 0 then 'channel' when grouping(t.kind) = 0 then 'kind' when grouping(t.desk) = 0 then 'desk'
      when grouping(t.operator) = 0 then 'operator' when grouping(t.hour) = 0 then 'hour' else 'total' end "of",
    coalesce(t.channel, t.kind, t.desk::text, t.operator::text, t.hour::text) "key", max(t.operator_name) "name",
    (count(*) filter (where t.counts))::int "opened", (count(*) filter (where t.is_solved))::int "solved",
    (count(*) filter (where t.counts and t.resolved_at is not null and not t.is_solved))::int "silent",
    (count(*) filter (where t.status = 'merged'))::int "merged", (count(*) filter (where t.status = 'cancelled'))::int "cancelled",
    (count(*) filter (where t.counts and t.first_answer_used_ms <= t.first_answer_minutes * 60000.0))::int "answeredInTime",
    (count(*) filter (where t.is_solved and t.used_ms <= t.solution_minutes * 60000.0))::int "solvedInTime",
    (count(*) filter (where t.counts and t.reopened > 0))::int "reopened",
    round(percentile_cont(0.5) within group (order by t.first_answer_used_ms) filter (where t.counts) / 60000)::int "medianAnswerMinutes",
    round(percentile_cont(0.5) within group (order by t.used_ms) filter (where t.is_solved) / 60000)::int "medianSolutionMinutes",
    (count(t.stars) filter (where t.counts))::int "rated", round(avg(t.stars) filter (where t.counts), 1)::float8 "stars"
  from (
    select one.channel, one.kind, one.status, one.resolved_at, one.used_ms, one.solution_minutes, one.first_answer_used_ms,
      one.first_answer_minutes, one.reopened, one.stars, extract(hour from one.created_at at time zone 'Europe/Rome')::int "hour",
      coalesce(one.solver_desk_id, one.desk_id) "desk", coalesce(one.solver_id, one.officer_id) "operator",
      coalesce(one.solver_name, one.officer_name) "operator_name",
      one.status not in ('merged', 'cancelled') "counts",
      one.status not in ('merged', 'cancelled') and one.resolved_at is not null and one.solver_id is not null "is_solved"
    from tickets one
    where one.organization_id = $1 and one.created_at >= $2 and one.created_at < $3
      and coalesce(one.solver_desk_id, one.desk_id) = any($4::uuid[])
  ) t
  group by grouping sets ((), (t.channel), (t.kind), (t.desk), (t.operator), (t.hour))`;
