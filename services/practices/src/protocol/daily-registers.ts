import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Files } from '@sportello/casework/files';
import { newId } from '@sportello/contracts/id';
import type { DailyRegisterInput, Letterhead } from '@sportello/documents/pdf';
import { addDays, type CivilDate, displayDate, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { letterheadOf } from '../documents/letterhead.js';
import { Printing } from '../documents/printing.js';
import { ProtocolDay, type ProtocolEntry } from './entry.entity.js';
import { kindLabels } from './kind-labels.js';
import { lockRegister } from './register.js';

/** Entries of one document: a thousand are printed in seconds, and are some sixty pages. */
const ENTRIES_OF_PART = 1_000;
/** Days of a body that one job makes; the next sweep goes on. */
const DAYS_OF_JOB = 400;

/** The days of one body, up to one of them. */
interface DaysOf {
  organizationId: string;
  upTo: CivilDate;
}

type EntryRow = Pick<ProtocolEntry, 'number' | 'direction' | 'kind' | 'practiceNumber' | 'correspondent' | 'registeredAt' | 'documents'>;
type AnnulmentRow = DailyRegisterInput['annulments'][number];

/**
 * Makes the register of each day that has ended, once, as a document for the manager to keep: every entry with its hash, every annulment of that day,
 * and the hash of the document before it. A day without either has none.
 */
@Injectable()
export class DailyRegisters extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly printing: Printing,
    private readonly files: Files,
  ) {
    super('daily-registers', 1);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.ended(now, limit);
  }

  /** The days that have ended and have no document, the oldest first. */
  private async ended(now: Date, limit: number, of?: DaysOf): Promise<{ id: string; day: CivilDate }[]> {
    return this.db.query(
      `with bodies as (
         select l.organization_id, coalesce(d.next, '-infinity') "from" from filing_lines l
         left join (select organization_id, max(day + 1)::timestamp at time zone 'Europe/Rome' next from protocol_days group by 1) d
           using (organization_id)
         where l.lane = 'protocol' and ($3::uuid is null or l.organization_id = $3))
       select distinct b.organization_id || '.' || day id, day::text as "day" from bodies b
       cross join lateral (
         select (registered_at at time zone 'Europe/Rome')::date from protocol_entries
         where organization_id = b.organization_id and register = 'own' and registered_at >= b."from" and registered_at < $1
         union select (at at time zone 'Europe/Rome')::date from protocol_annulments
         where organization_id = b.organization_id and at >= b."from" and at < $1) ended (day)
       where $4::date is null or day <= $4 order by day limit $2`,
      [romeInstant(romeDate(now)), limit, of?.organizationId ?? null, of?.upTo ?? null],
    );
  }

  /** The days before it come first, since each document names the hash of the one before. */
  async run(id: string, now: Date): Promise<void> {
    const [organizationId, day] = [id.slice(0, 36), id.slice(37)];
    // Whoever took a number before midnight has written it down when this lock is given.
    await this.db.transaction((tx) => lockRegister(tx, organizationId));
    for (const ended of await this.ended(now, DAYS_OF_JOB, { organizationId, upTo: day })) await this.make(organizationId, ended.day, now);
  }

  /** Two processes that make the same day print the same bytes, and the first row stands. */
  private async make(organizationId: string, day: CivilDate, now: Date): Promise<void> {
    const { manager } = this.db;
    const between = [organizationId, romeInstant(day), romeInstant(addDays(day, 1))];
    const ofDay = "from protocol_entries where organization_id = $1 and register = 'own' and registered_at >= $2 and registered_at < $3";
    const [counted]: { count: number }[] = await manager.query(`select count(*)::int count ${ofDay}`, between);
    const annulments: AnnulmentRow[] = await manager.query(
      `select e.number || '/' || e.year number, a.at, a.by_name "byName", a.reason from protocol_annulments a
       join protocol_entries e on e.id = a.entry_id where a.organization_id = $1 and a.at >= $2 and a.at < $3 order by a.at, e.id`,
      between,
    );
    const organization = await letterheadOf(manager, organizationId);
    const parts = Math.max(1, Math.ceil((counted?.count ?? 0) / ENTRIES_OF_PART));
    let previousSha256 = await this.lastBefore(organizationId, day);
    const rows: ProtocolDay[] = [];
    for (let part = 1; part <= parts; part += 1) {
      // Nothing is added to a day that has ended.
      const own: EntryRow[] = await manager.query(
        `select number, direction, kind, practice_number "practiceNumber", correspondent, registered_at "registeredAt", documents
         ${ofDay} order by year, number limit $4 offset $5`,
        [...between, ENTRIES_OF_PART, (part - 1) * ENTRIES_OF_PART],
      );
      const ofPart = { organization, day, part, parts, entries: own, annulments: part === parts ? annulments : [], previousSha256 };
      const row = await this.makePart(organizationId, ofPart, now);
      rows.push(row);
      previousSha256 = row.sha256;
    }
    // All parts or none: a day that has a part is done.
    await manager.createQueryBuilder().insert().into(ProtocolDay).values(rows).orIgnore().execute();
  }

  private async lastBefore(organizationId: string, day: CivilDate): Promise<string | null> {
    const [before]: { sha256: string }[] = await this.db.query(
      'select sha256 from protocol_days where organization_id = $1 and day < $2 order by day desc, part desc limit 1',
      [organizationId, day],
    );
    return before?.sha256 ?? null;
  }

  private async makePart(organizationId: string, ofPart: Part, now: Date): Promise<ProtocolDay> {
    const { organization, day, part, parts, entries, annulments, previousSha256 } = ofPart;
    const bytes = await this.printing.print({
      kind: 'daily-register',
      input: {
        language: 'it',
        organization,
        day: displayDate(day),
        part,
        parts,
        createdAt: romeInstant(addDays(day, 1)),
        entries: entries.map(({ number, registeredAt, direction, kind, practiceNumber, correspondent, documents }) => ({
          number,
          at: registeredAt,
          direction,
          subject: `${kindLabels[kind].it}, ${practiceNumber}`,
          correspondent,
          sha256: documents[0]?.sha256 ?? null,
          documents: documents.length,
        })),
        annulments,
        previousSha256,
      },
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `protocol/${organizationId}/${day}-${part}-${sha256}.pdf`;
    await this.files.putOnce(key, bytes);
    return {
      id: newId(now.getTime()),
      organizationId,
      day,
      part,
      firstNumber: entries[0]?.number ?? null,
      lastNumber: entries.at(-1)?.number ?? null,
      entries: entries.length,
      annulments: annulments.length,
      key,
      name: `registro-${day}${parts > 1 ? `-${part}` : ''}.pdf`,
      sizeBytes: bytes.length,
      sha256,
      previousSha256,
      madeAt: now,
    };
  }
}

interface Part {
  organization: Letterhead;
  day: CivilDate;
  part: number;
  parts: number;
  entries: EntryRow[];
  annulments: AnnulmentRow[];
  previousSha256: string | null;
}
