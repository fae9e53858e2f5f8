import { Injectable, Logger } from '@nestjs/common';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { MONTHS_OF_TIMES } from '@sportello/contracts/practices/statistics';
import { firstOf, monthOf, monthsFrom } from '@sportello/italy/months';
import { romeDate, romeInstant } from '@sportello/italy/rome-time';
import { longWork } from '@sportello/messaging/long-work';
import { DataSource } from 'typeorm';
import { worked } from '../practices/moves.js';
import { isAmong, waiting } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';

/** Practices of one service that were sent in one month and are in one state now. */
export interface SentCell {
  procedureId: string;
  /** YYYY-MM in Rome. */
  month: string;
  status: PracticeStatus;
  count: number;
}

/** What is open of one service with one office and one officer, or with none. */
export interface OpenCell {
  procedureId: string;
  officeId: string | null;
  officeName: string | null;
  officerId: string | null;
  officerName: string | null;
  count: number;
  late: number;
}

/** All that is counted of a body, by service: what a reader is told is summed up from it. */
export interface Figures {
  asOf: Date;
  procedures: Procedure[];
  sent: SentCell[];
  hours: { procedureId: string; hour: number; count: number }[];
  times: { procedureId: string; decided: number; medianDays: number }[];
  open: OpenCell[];
}

/** How long the figures of a body are told again before they are counted anew, and what one statement may take. Milliseconds. */
const KEPT_MS = 60_000;
const LONG_MS = 60_000;
/** Before it no month is told. */
const FIRST_MONTH = '1990-01';

/**
 * The figures of each body, counted at most once a minute however many look at them and whatever they filter by; while they are counted anew, the
 * last ones are told. What was sent and decided is read from indexes alone.
 */
@Injectable()
export class BodyFigures {
  private readonly kept = new Map<string, { until: number; figures: Promise<Figures> }>();

  private readonly log = new Logger(BodyFigures.name);

  constructor(private readonly db: DataSource) {}

  of(organizationId: string, now: Date): Promise<Figures> {
    const known = this.kept.get(organizationId);
    if (known && known.until > now.getTime()) return known.figures;
    const until = now.getTime() + KEPT_MS;
    const counted = this.count(organizationId, now);
    if (known) {
      known.until = until;
      counted.then(
        () => this.kept.set(organizationId, { until, figures: counted }),
        (error: unknown) => this.log.warn({ err: error, organization: organizationId, msg: 'figures could not be counted anew' }),
      );
      return known.figures;
    }
    this.kept.set(organizationId, { until, figures: counted });
    counted.catch(() => this.kept.delete(organizationId));
    return counted;
  }

  private count(organizationId: string, asOf: Date): Promise<Figures> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      await longWork(tx, LONG_MS);
      const procedures = await tx.find(Procedure, { where: { organizationId }, order: { searchText: 'ASC', id: 'ASC' } });
      // By its services a body's practices are found, without a look at their rows.
      const ids = procedures.map(({ id }) => id);
      const running = monthOf(romeDate(asOf));
      const months = monthsFrom(FIRST_MONTH, running);
      const starts = months.map((month) => romeInstant(firstOf(month)));
      const span = [starts.at(-1 - MONTHS_OF_TIMES), starts.at(-1)];
      const sent: (Omit<SentCell, 'month'> & { at: number })[] = await tx.query(sentByMonth, [ids, starts]);
      return {
        asOf,
        procedures,
        sent: sent.flatMap(({ at, ...cell }) => (at > 0 ? [{ ...cell, month: months[at - 1] ?? running }] : [])),
        hours: await tx.query<Figures['hours']>(sentByHour, [ids, ...span]),
        times: await tx.query<Figures['times']>(timesOfOutcomes, [ids, ...span]),
        open: await tx.query<OpenCell[]>(openNow, [ids, romeDate(asOf)]),
      };
    });
  }
}

/** `at` is the place of the month among those whose beginnings are given, from 1: to compare is cheaper than to ask for the hour in Rome. */
const sentByMonth = `
  select p.procedure_id "procedureId", width_bucket(p.submitted_at, $2::timestamptz[]) "at", p.status, count(*)::int "count"
  from practices p where p.procedure_id = any($1::uuid[]) and p.submitted_at is not null group by 1, 2, 3`;

const sentByHour = `
  select p.procedure_id "procedureId", extract(hour from p.submitted_at at time zone 'Europe/Rome')::int "hour", count(*)::int "count"
  from practices p where p.procedure_id = any($1::uuid[]) and p.submitted_at >= $2 and p.submitted_at < $3 group by 1, 2`;

const timesOfOutcomes = `
  select p.procedure_id "procedureId", count(*)::int "decided",
    (percentile_cont(0.5) within group (order by extract(epoch from p.decided_at - p.submitted_at)::float8) / 86400)::float8 "medianDays"
  from practices p where p.procedure_id = any($1::uuid[]) and p.decided_at >= $2 and p.decided_at < $3 group by 1`;

const openNow = `
  select p.procedure_id "procedureId", p.office_id "officeId", max(p.office_name) "officeName", p.officer_id "officerId", max(p.officer_name) "officerName",
    count(*)::int "count", (count(*) filter (where p.answer_by < $2))::int "late"
  from practices p where p.procedure_id = any($1::uuid[]) and p.submitted_at is not null
    and ${isAmong([...new Set([...waiting, ...worked])], 'p.status')} group by 1, 2, 4`;
