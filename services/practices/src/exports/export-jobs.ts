import { Injectable, Logger } from '@nestjs/common';
import { Files } from '@sportello/casework/files';
import type { ExportFormat } from '@sportello/contracts/exports';
import { type ExportFailure, MOST_IN_ARCHIVE } from '@sportello/contracts/practices/exports';
import { followedPractice } from '@sportello/contracts/practices/fields';
import { forbidden } from '@sportello/contracts/problems';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { currentTraceparent } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { noteReadings } from '@sportello/records/accesses';
import { tableFile } from '@sportello/service/exports/table-file';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import type { Practice } from '../practices/practice.entity.js';
import type { QueueFilter } from '../queue/queue.sql.js';
import { proceduresOf, queueFilterOf } from '../queue/queue-filter.js';
import { Archives } from './archives.js';
import type { ExportedRow } from './columns.js';
import { Export, keyOf, unmade } from './export.entity.js';
import { announceExport } from './news.js';
import { formColumnsOf, idsOf, practiceTable, TooMuch } from './practice-table.js';
import { onSnapshot } from './snapshot.js';

/** How often an export is begun before it has failed. */
const MOST_ATTEMPTS = 5;
/** How long its file is kept. Milliseconds. */
export const KEPT_MS = 7 * 86_400_000;
/** For how long a process that makes it holds it, and how often it says so. Milliseconds. */
const HELD_MS = 60_000;
const BEAT_MS = 15_000;
/** Its progress is noted no more often than this. Milliseconds. */
const PROGRESS_MS = 500;

/** What an export may take, by the rights of whoever asked. */
interface Found {
  officer: Officer;
  filter: QueueFilter;
}

type Written = Pick<Export, 'sizeBytes' | 'total'>;

/** Somebody deleted the export meanwhile, or another process has begun it anew. */
class Superseded extends Error {}

/** Makes the files of exports, and removes those that were deleted or are too old. */
@Injectable()
export class ExportJobs extends Jobs {
  private readonly logger = new Logger('Exports');

  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly archives: Archives,
  ) {
    super('exports', 2);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      `(select id, attempts "attempt" from exports where ${unmade} and (held_until is null or held_until <= $1) order by asked_at limit $2)
       union all (select id, attempts from exports where is_deleted or expires_at <= $1 limit $2) limit $2`,
      [now, limit],
    );
  }

  async run(id: string, now: Date): Promise<void> {
    const found = await this.db.manager.findOneBy(Export, { id });
    if (!found) return;
    if (found.isDeleted || found.expiresAt <= now) return this.remove(found);
    const begun = await this.begin(found, now);
    if (!begun) return;
    const beat = setInterval(() => {
      this.hold(begun, held(new Date())).catch((error: unknown) =>
        this.logger.warn({ err: error, export: id, msg: 'an export could not be held' }),
      );
    }, BEAT_MS);
    try {
      await this.make(begun);
    } catch (error) {
      if (error instanceof Superseded) return;
      const failure = failureOf(error);
      if (!failure) {
        await this.hold(begun, null);
        throw error;
      }
      this.logger.warn({ err: error, export: id, msg: 'an export failed' });
      await this.fail(begun, failure, new Date());
    } finally {
      clearInterval(beat);
    }
  }

  private async hold({ id, attempts }: Export, heldUntil: Date | null): Promise<void> {
    await this.db.manager.update(Export, { id, attempts, state: 'running' }, { heldUntil });
  }

  /** Null for what is made, for what another process makes, and for what was begun too often. */
  private async begin(found: Export, now: Date): Promise<Export | null> {
    if (found.state !== 'asked' && found.state !== 'running') return null;
    if (found.heldUntil && found.heldUntil > now) return null;
    if (found.attempts >= MOST_ATTEMPTS) {
      await this.fail(found, 'unavailable', now);
      return null;
    }
    // What a process that was killed has left of the former attempt.
    if (found.attempts > 0) await this.files.delete(keyOf(found, found.attempts));
    const attempts = found.attempts + 1;
    const begun = await this.db.manager.update(
      Export,
      { id: found.id, attempts: found.attempts, isDeleted: false },
      { attempts, state: 'running', done: 0, heldUntil: held(now) },
    );
    return begun.affected === 1 ? Object.assign(found, { attempts }) : null;
  }

  private async make(row: Export): Promise<void> {
    const key = keyOf(row, row.attempts);
    const { manager } = this.db;
    // The rights as they are now, not only as they were when it was asked for.
    const officer = await officerOf(manager, row.actor, 'procedure');
    const filter = await queueFilterOf(manager, officer, row.filters, row.askedAt);
    const { format } = row;
    const found = { officer, filter: filter ?? { officer, inPlaceOf: [], procedureIds: [], changed: { from: null, to: null } } };
    const written = format === 'zip' ? await this.writeArchive(key, row, found) : await this.writeTable(key, { ...row, format }, found);
    await this.finish(row, { key, ...written }, new Date());
  }

  private writeTable(key: string, row: Export & { format: ExportFormat }, { officer, filter }: Found): Promise<Written> {
    return onSnapshot(this.db, async (tx) => {
      const { procedureIds } = filter;
      const procedures = (await proceduresOf(this.db.manager, officer)).filter(({ id }) => procedureIds.includes(id));
      const { procedureId } = row.filters;
      const form = procedureId ? await formColumnsOf(tx, row.organizationId, procedureId) : null;
      const { format, columns, actor, name } = row;
      const title = { it: name, en: name };
      const made = await practiceTable(tx, filter, procedures, form, {
        format,
        columns,
        order: row.filters.sort,
        language: actor.language,
        title,
      });
      await this.note(row, { total: made.total, procedureIds });
      const pages = this.watched(row, made.table.pages, made.hasAnswers);
      try {
        const sizeBytes = await this.files.putStream(key, tableFile({ ...made.table, pages }, format, actor.language));
        return { sizeBytes, total: made.total };
      } finally {
        // A storage that gives up may leave a page on its way.
        await made.table.pages.return(undefined);
      }
    });
  }

  /** The practices as they are when the archive comes to them: no transaction stays open while files are read. */
  private async writeArchive(key: string, row: Export, { filter }: Found): Promise<Written> {
    const { procedureIds } = filter;
    const ids = await onSnapshot(this.db, (tx) => idsOf(tx, filter, row.filters.sort, MOST_IN_ARCHIVE));
    await this.note(row, { total: ids.length, procedureIds });
    let begun = 0;
    const before = async (practice: Practice) => {
      await this.db.transaction((tx) => this.noteRead(tx, row, [practice]));
      await this.note(row, { done: begun });
      begun += 1;
    };
    const sizeBytes = await this.files.putStream(key, this.archives.of(ids, row.actor.language, before));
    return { sizeBytes, total: ids.length };
  }

  /** Notes who is told of, and how far it is, before a page is handed on. */
  private async *watched(row: Export, pages: AsyncIterable<readonly ExportedRow[]>, hasAnswers: boolean) {
    let done = 0;
    let notedAt = 0;
    for await (const page of pages) {
      if (hasAnswers) await this.db.transaction((tx) => this.noteRead(tx, row, page));
      yield page;
      done += page.length;
      const now = performance.now();
      if (now - notedAt < PROGRESS_MS) continue;
      await this.note(row, { done });
      notedAt = now;
    }
  }

  private noteRead(tx: EntityManager, { actor }: Export, page: readonly Pick<ExportedRow, 'id' | 'applicantId'>[]): Promise<void> {
    const traceparent = currentTraceparent();
    return noteReadings(
      tx,
      page.map((practice) => ({
        actor,
        subjectId: practice.applicantId,
        action: 'practice-exported',
        about: { kind: followedPractice.kind, id: practice.id },
        traceparent,
      })),
    );
  }

  /** @throws Superseded */
  private async note({ id, attempts }: Export, change: Partial<Pick<Export, 'total' | 'done' | 'procedureIds'>>): Promise<void> {
    const noted = await this.db.manager.update(Export, { id, attempts, isDeleted: false }, change);
    if (noted.affected !== 1) throw new Superseded();
  }

  private async finish(row: Export, written: Pick<Export, 'key' | 'sizeBytes' | 'total'>, now: Date): Promise<void> {
    const { id, attempts } = row;
    const change = {
      ...written,
      done: written.total ?? 0,
      state: 'ready',
      heldUntil: null,
      readyAt: now,
      expiresAt: new Date(now.getTime() + KEPT_MS),
    } as const;
    const isMine = await this.db.transaction(async (tx) => {
      const finished = await tx.update(Export, { id, attempts, state: 'running', isDeleted: false }, change);
      if (finished.affected === 1) await announceExport(tx, Object.assign(row, change), now);
      return finished.affected === 1;
    });
    if (!isMine && written.key) await this.files.delete(written.key);
  }

  private async fail(row: Export, failure: ExportFailure, now: Date): Promise<void> {
    const { id, attempts } = row;
    await this.db.transaction(async (tx) => {
      const failed = await tx.update(Export, { id, attempts, isDeleted: false }, { state: 'failed', failure, heldUntil: null });
      if (failed.affected === 1) await announceExport(tx, Object.assign(row, { state: 'failed' as const, failure }), now);
    });
  }

  /** The row goes last: what breaks off in between is found again. */
  private async remove(row: Export): Promise<void> {
    for (let attempt = 1; attempt <= row.attempts; attempt += 1) await this.files.delete(keyOf(row, attempt));
    await this.db.manager.delete(Export, { id: row.id, organizationId: row.organizationId });
  }
}

const held = (now: Date) => new Date(now.getTime() + HELD_MS);

/** What would fail again however often it were tried. */
function failureOf(error: unknown): ExportFailure | null {
  if (error instanceof TooMuch) return 'too-large';
  return error instanceof Problem && error.problem === forbidden ? 'forbidden' : null;
}
