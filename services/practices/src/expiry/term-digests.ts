import { Injectable } from '@nestjs/common';
import type { Text } from '@sportello/contracts/contract';
import { announced, worded } from '@sportello/contracts/notifications/announcements';
import { EXPIRING_DAYS } from '@sportello/contracts/practices/terms';
import { isAway, worksOn } from '@sportello/directory/absences';
import { namesOf } from '@sportello/directory/copies';
import { isWorkingDay } from '@sportello/italy/holidays';
import { addDays, displayDate, romeDate, romeDateTime } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { running } from '../practices/moves.js';
import { isAmong } from '../practices/practice.entity.js';
import { TermDigest } from './term-digest.entity.js';

/** When it is written on working days, in Rome. */
const FROM_HOUR = '07:00';
/** Practices that it names; of the others it says how many. */
const NAMED = 20;

interface Expiring {
  number: string;
  answerBy: string;
  organizationId: string;
}

/**
 * Of whom an expiring practice is the business: the one in charge, or who stands in for her on the day `$2`; where nobody is, the officers of its service, of its office where it has
 * one. What stands still for the applicant has a later last day already.
 */
const concerned = `from practices p left join officer_copies a on a.officer_id = p.officer_id and ${isAway('a', '$2')}
  left join officer_copies u on u.officer_id = (a.absence ->> 'substituteId')::uuid and ${worksOn('u', 'procedure', 'p.procedure_id')}
  join officer_copies c on c.organization_id = p.organization_id and c.is_active and c.role <> 'administrator'
    and (c.officer_id = coalesce(u.officer_id, p.officer_id) or (p.officer_id is null and (p.office_id is null or p.office_id = c.office_id)
      and c.subjects @> jsonb_build_array(jsonb_build_object('kind', 'procedure', 'id', p.procedure_id::text))))
  where p.answer_by is not null and p.answer_by <= $1
    and ${isAmong(running, 'p.status')}`;

/** One mail a day to each officer, of the terms that are over or about to expire among what she works on (PRA-78, NOT-22). */
@Injectable()
export class TermDigests extends Jobs {
  constructor(private readonly db: DataSource) {
    super('term-digests', 1);
  }

  protected async due(now: Date, limit: number): Promise<Alarm[]> {
    const { date, time } = romeDateTime(now);
    if (time < FROM_HOUR || !isWorkingDay(date)) return [];
    return this.db.query(
      `select distinct c.officer_id id ${concerned}
         and not exists (select from term_digests d where d.officer_id = c.officer_id and d.day = $2::date) limit $3`,
      [addDays(date, EXPIRING_DAYS), date, limit],
    );
  }

  async run(officerId: string, now: Date): Promise<void> {
    const day = romeDate(now);
    await this.db.transaction(async (tx) => {
      const rows: Expiring[] = await tx.query(
        `select p.number, p.answer_by::text "answerBy", p.organization_id "organizationId" ${concerned} and c.officer_id = $3
         order by p.answer_by, p.number limit 1000`,
        [addDays(day, EXPIRING_DAYS), day, officerId],
      );
      const [first] = rows;
      if (!first) return;
      const { organizationId } = first;
      const row = { officerId, day, organizationId };
      const { raw } = await tx.createQueryBuilder().insert().into(TermDigest).values(row).orIgnore().returning('day').execute();
      if (raw.length === 0) return;
      const values = { total: String(rows.length), over: String(rows.filter(({ answerBy }) => answerBy < day).length) };
      await publish(tx, announced, {
        id: stableId(now, 'terms', officerId, day),
        at: now,
        organizationId,
        sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
        subject: { kind: 'officers', id: officerId },
        topic: 'practices.terms',
        messages: [
          {
            audience: [{ kind: 'person', personId: officerId }],
            by: ['notice', 'mail'],
            place: 'console',
            path: '/console',
            title: worded(title, values),
            body: worded(body, values),
            action: openQueue,
            quote: listOf(rows),
          },
        ],
        documents: [],
      });
    });
  }
}

const listOf = (rows: readonly Expiring[]): string => {
  const more = rows.length - NAMED;
  const lines = rows.slice(0, NAMED).map(({ number, answerBy }) => `${displayDate(answerBy)}  ${number}`);
  return [...lines, ...(more > 0 ? [`+ ${more}`] : [])].join('\n');
};

const title: Text = { it: 'Termini in scadenza o superati: {total}', en: 'Terms about to expire or over: {total}' };
const body: Text = {
  it: `Tra le pratiche che lavori ci sono termini che scadono entro ${EXPIRING_DAYS} giorni o sono già superati ({over}). Qui sotto le date entro cui va data la risposta.`,
  en: `Among the practices that you work on some terms expire within ${EXPIRING_DAYS} days or are over already ({over}). These are the days by which an answer is due.`,
};
const openQueue: Text = { it: 'Apri le pratiche', en: 'Open the practices' };
