import { createHash } from 'node:crypto';
import { followedPractice } from '@sportello/contracts/practices/fields';
import type { FilingKind } from '@sportello/contracts/practices/protocol';
import type { EntityManager } from 'typeorm';
import type { Practice } from '../practices/practice.entity.js';
import type { Filing } from './filing.entity.js';

/** A document that is handed over. What was only written has its bytes here, to be stored under its key before anybody reads them. */
export interface Paper {
  key: string;
  name: string;
  type: string;
  sizeBytes: number;
  sha256: string;
  bytes?: Buffer;
}

type What = Pick<Filing, 'kind' | 'sourceId'>;

/** What is written and sent never changes, so this answers the same whenever it is asked. @returns the main document first */
export async function papersOf(db: EntityManager, practice: Practice, what: What): Promise<Paper[]> {
  const main = await mainOf(db, practice, what);
  return [...main, ...(await filesOf(db, practice, what))];
}

async function mainOf(db: EntityManager, practice: Practice, { kind, sourceId }: What): Promise<Paper[]> {
  const { id, organizationId } = practice;
  if (kind === 'request' || kind === 'acquisition')
    return db.query(
      `select key, name, 'application/pdf' "type", size_bytes "sizeBytes", sha256 from documents
       where practice_id = $1 and organization_id = $2 and kind = 'request' and sha256 is not null`,
      [id, organizationId],
    );
  if (kind === 'withdrawal') return written(practice, 'ritiro', await withdrawalOf(db, practice), sourceId);
  if (kind === 'outcome') return written(practice, 'esito', await outcomeWords(db, practice, sourceId), sourceId);
  const [row]: { reason: string; answer: string | null }[] = await db.query(
    'select reason, answer from amendments where id = $1 and practice_id = $2 and organization_id = $3',
    [sourceId, id, organizationId],
  );
  if (!row) throw new Error(`${kind} ${sourceId} has no row`);
  return kind === 'amendment-request'
    ? written(practice, 'richiesta-integrazioni', row.reason, sourceId)
    : written(practice, 'integrazioni', row.answer ?? '', sourceId);
}

/** A withdrawal is a press of a button: what is registered says who, what and when. */
async function withdrawalOf(db: EntityManager, { id, organizationId, number, applicantName }: Practice): Promise<string> {
  const [row]: { at: Date }[] = await db.query(
    `select at from passages where subject_kind = '${followedPractice.kind}' and subject_id = $1 and organization_id = $2 and move = 'withdraw'
     order by id limit 1`,
    [id, organizationId],
  );
  if (!row) throw new Error(`withdrawal of ${id} has no passage`);
  return `${applicantName} ha ritirato la pratica ${number} (${row.at.toISOString()}, UTC).\n`;
}

/** What the office wrote with an outcome, also with one that was reopened since. */
async function outcomeWords(db: EntityManager, practice: Practice, sourceId: string): Promise<string> {
  if (sourceId === practice.outcomeSource) return practice.outcomeMessage ?? '';
  const [past]: { message: string | null }[] = await db.query(
    'select message from past_outcomes where id = $1 and practice_id = $2 and organization_id = $3',
    [sourceId, practice.id, practice.organizationId],
  );
  return past?.message ?? '';
}

/** What somebody wrote, as a text file; nothing where nothing was written. */
function written({ id, number }: Practice, name: string, text: string, sourceId: string): Paper[] {
  if (text === '') return [];
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `practices/${id}/protocol/${sourceId}-${name}-${sha256}.txt`;
  return [{ key, name: `${name}-${number}.txt`, type: 'text/plain', sizeBytes: bytes.length, sha256, bytes }];
}

const purposes: Record<FilingKind, { purpose: string; side: string | null }> = {
  request: { purpose: 'form', side: null },
  acquisition: { purpose: 'form', side: null },
  outcome: { purpose: 'outcome', side: null },
  withdrawal: { purpose: 'withdrawal', side: 'applicant' },
  'amendment-request': { purpose: 'amendment', side: 'office' },
  'amendment-answer': { purpose: 'amendment', side: 'applicant' },
};

const filesOf = (db: EntityManager, { id, organizationId }: Practice, { kind, sourceId }: What): Promise<Paper[]> => {
  const { purpose, side } = purposes[kind];
  return db.query(
    `select key, name, type, size_bytes "sizeBytes", sha256 from attachments
     where subject_kind = '${followedPractice.kind}' and subject_id = $1 and organization_id = $2 and state = 'stored' and purpose = $3
       and (purpose = 'form' or sent_at is not null) and ($4::text is null or side = $4) and (purpose <> 'amendment' or sent_with = $5) and (purpose <> 'outcome' or coalesce(sent_with, subject_id) = $5)
     order by added_at, id`,
    [id, organizationId, purpose, side, sourceId],
  );
};
