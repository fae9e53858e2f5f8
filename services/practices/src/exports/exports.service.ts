import { Controller, Inject } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import {
  deleteExport,
  exportNotFound,
  exportNotReady,
  getExportAddress,
  getExportColumns,
  listExports,
  type PracticeExportFormat,
  requestExport,
  tooManyExports,
} from '@sportello/contracts/practices/exports';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { safeFileName } from '@sportello/documents/file-name';
import { downloadAddress } from '@sportello/documents/signed-address';
import { romeDate } from '@sportello/italy/rome-time';
import { type Actor, asKept } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { CONFIG } from '@sportello/service/config';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { PracticesConfig } from '../config.js';
import { proceduresOf, queueFilterOf } from '../queue/queue-filter.js';
import { offeredCommon } from './columns.js';
import { Export } from './export.entity.js';
import { ExportJobs, KEPT_MS } from './export-jobs.js';
import { formColumnsOf } from './practice-table.js';

/** Exports that one officer may have under way. */
const MOST_UNDER_WAY = 5;
const types: Record<PracticeExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json',
  zip: 'application/zip',
};
const practices: Text = { it: 'Pratiche', en: 'Practices' };

const newestFirst = descending<Export>([byInstant('e.askedAt', ({ askedAt }) => askedAt)], 'e.id');

/** The files with practices that officers take away (BKO-03 to 05, 20, 21): each sees hers alone. */
@Controller()
export class ExportsService {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: ExportJobs,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  @Handles(getExportColumns)
  async columns({ procedureId }: Input<typeof getExportColumns>, actor: Actor): Promise<Output<typeof getExportColumns>> {
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    return { columns: await offeredTo(this.db.manager, officer, procedureId) };
  }

  /** The same again answers the first. */
  @Handles(requestExport)
  request({ id, format, filters, columns }: Input<typeof requestExport>, actor: Actor): Promise<Export> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure');
      // Two of one officer at once are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exports ${officer.id}`]);
      const known = await tx.findOneBy(Export, { id });
      if (known) return checkSame(checkOwn(known, officer), { format, filters, columns });
      const now = new Date();
      // A period that ends before it begins is told now, and not when nobody looks.
      await queueFilterOf(tx, officer, filters, now);
      if (columns && format === 'zip') throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/columns', detail: noColumns }] });
      if (columns)
        checkColumns(
          columns,
          (await offeredTo(tx, officer, filters.procedureId)).map(({ key }) => key),
        );
      const own = { organizationId: officer.organizationId, requesterId: officer.id, isDeleted: false };
      const underWay = await tx.countBy(Export, { ...own, state: In(['asked', 'running']) });
      if (underWay >= MOST_UNDER_WAY) throw new Problem(tooManyExports);
      const title = (await proceduresOf(tx, officer)).find((procedure) => procedure.id === filters.procedureId)?.title ?? practices;
      const asked = tx.create(Export, {
        ...own,
        id,
        actor: asKept(actor),
        format,
        filters,
        columns,
        procedureIds: [],
        state: 'asked',
        failure: null,
        attempts: 0,
        heldUntil: null,
        name: safeFileName(`${title[actor.language]} ${romeDate(now)}.${format}`),
        total: null,
        done: 0,
        key: null,
        sizeBytes: null,
        askedAt: now,
        readyAt: null,
        expiresAt: new Date(now.getTime() + KEPT_MS),
      });
      await tx.insert(Export, asked);
      this.jobs.afterCommit(tx, { id, attempt: 0 });
      return asked;
    });
  }

  @Handles(listExports)
  async list(input: Input<typeof listExports>, actor: Actor): Promise<Output<typeof listExports>> {
    const { id: requesterId, organizationId } = await officerOf(this.db.manager, actor, 'procedure');
    const query = this.db
      .createQueryBuilder(Export, 'e')
      .where('e.requesterId = :requesterId and e.organizationId = :organizationId', { requesterId, organizationId })
      .andWhere('not e.isDeleted and e.expiresAt > now()');
    return newestFirst.pageOf(query, input);
  }

  /** Gone already is as good. */
  @Handles(deleteExport)
  delete({ id }: Input<typeof deleteExport>, actor: Actor): Promise<Output<typeof deleteExport>> {
    return this.db.transaction(async (tx) => {
      const { id: requesterId, organizationId } = await officerOf(tx, actor, 'procedure');
      const own = { id, requesterId, organizationId };
      const found = await tx.findOne(Export, { where: own, lock: { mode: 'pessimistic_write' } });
      if (!found) return {};
      await tx.update(Export, own, { isDeleted: true });
      this.jobs.afterCommit(tx, { id, attempt: found.attempts });
      return {};
    });
  }

  @Handles(getExportAddress)
  async address({ id }: Input<typeof getExportAddress>, actor: Actor): Promise<Output<typeof getExportAddress>> {
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    const now = new Date();
    const found = await this.db.manager.findOneBy(Export, { id });
    const { key, name, format, procedureIds, expiresAt: until } = checkOwn(found, officer);
    const { subjectIds } = officer;
    if (until <= now || (subjectIds && !procedureIds.every((procedureId) => subjectIds.includes(procedureId))))
      throw new Problem(exportNotFound);
    if (!key) throw new Problem(exportNotReady);
    return downloadAddress({ key, name, type: types[format] }, this.config.FILES_SECRET, now);
  }
}

/** @throws Problem `exportNotFound`: not there, deleted, and not hers are one answer */
function checkOwn(found: Export | null, { id, organizationId }: Officer): Export {
  if (!found || found.requesterId !== id || found.organizationId !== organizationId || found.isDeleted) throw new Problem(exportNotFound);
  return found;
}

/** @throws Problem `idReused` for an id under which another file was asked for */
function checkSame(known: Export, asked: Pick<Export, 'format' | 'filters' | 'columns'>): Export {
  const { format, filters, columns } = known;
  if (canonicalJson({ format, filters, columns }) !== canonicalJson(asked)) throw new Problem(idReused);
  return known;
}

async function offeredTo(tx: EntityManager, officer: Officer, procedureId: string | undefined) {
  const { organizationId, subjectIds } = officer;
  const isHers = procedureId !== undefined && (subjectIds === null || subjectIds.includes(procedureId));
  const form = isHers ? (await formColumnsOf(tx, organizationId, procedureId)).offered() : [];
  return [...offeredCommon(), ...form];
}

/** @throws Problem `invalidInput` with each column that is not offered */
function checkColumns(columns: readonly string[], offered: readonly string[]): void {
  const errors = columns.flatMap((key, at) =>
    offered.includes(key) && columns.indexOf(key) === at ? [] : [{ pointer: `/columns/${at}`, detail: notOffered }],
  );
  if (errors.length > 0) throw new Problem(invalidInput, undefined, { errors });
}

const noColumns = {
  it: 'Un archivio contiene sempre tutti i documenti: le colonne si scelgono per una tabella',
  en: 'An archive always holds every document: columns are chosen for a table',
};

const notOffered = {
  it: 'Non è una colonna di questo servizio, o è indicata due volte',
  en: 'It is no column of this service, or is named twice',
};
