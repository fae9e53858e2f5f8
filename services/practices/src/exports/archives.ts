import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Attachment } from '@sportello/casework/attachment.entity';
import { ofSubject } from '@sportello/casework/attachments';
import { Files } from '@sportello/casework/files';
import { Message } from '@sportello/casework/message.entity';
import type { Language } from '@sportello/contracts/contract';
import { historyAltered } from '@sportello/contracts/practices/histories';
import { safeFileName } from '@sportello/documents/file-name';
import { FileMissing } from '@sportello/documents/storage';
import { Problem } from '@sportello/messaging/problem';
import { tableFile } from '@sportello/service/exports/table-file';
import { type Part, zipOf } from '@sportello/service/exports/zip';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { Document } from '../documents/document.entity.js';
import { HistoryFiles } from '../histories/history-files.js';
import { Practice, subjectOf } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { type ArchivedFile, indexTable, type Presence, words } from './archive-index.js';
import { commonColumns, type ExportedRow } from './columns.js';
import type { FormColumns } from './form-columns.js';
import { formColumnsOf } from './practice-table.js';

/** What is to lie in a practice's folder. */
interface Folder {
  practice: Practice;
  /** Told of as it was when the archive came to this practice. */
  texts: { name: string; content: string | null; what: ArchivedFile['what'] }[];
  stored: { name: string; key: string; sha256: string; what: ArchivedFile['what'] }[];
}

/**
 * Archives of practices (BKO-24): a folder each, and beside the folders an index of all that should be in them. Names of files are made safe, and
 * begin with a number, so that none is written over another. Files are handed on as they are read: none is in memory whole.
 */
@Injectable()
export class Archives {
  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly histories: HistoryFiles,
  ) {}

  /** @param before told of each practice before anything of it is read */
  of(ids: readonly string[], language: Language, before: (practice: Practice) => Promise<void>): Readable {
    return zipOf(this.parts(ids, language, before));
  }

  private async *parts(ids: readonly string[], language: Language, before: (practice: Practice) => Promise<void>): AsyncGenerator<Part> {
    const index: ArchivedFile[] = [];
    const forms = new Map<string, FormColumns>();
    for (const id of ids) {
      const folder = await this.db.transaction('REPEATABLE READ', (tx) => this.folderOf(tx, id, language, forms));
      if (!folder) continue;
      await before(folder.practice);
      const { number } = folder.practice;
      const place = safeFileName(number);
      for (const { name, content, what } of folder.texts) {
        if (content !== null) yield { name: `${place}/${name}`, content };
        const bytes = Buffer.from(content ?? '');
        const sha256 = content === null ? null : createHash('sha256').update(bytes).digest('hex');
        index.push({
          number,
          name: `${place}/${name}`,
          what,
          sizeBytes: bytes.length,
          sha256,
          presence: content === null ? 'altered' : 'there',
        });
      }
      for (const { name, key, sha256, what } of folder.stored) {
        const entry = { number, name: `${place}/${name}`, what, sizeBytes: 0, sha256, presence: 'there' as Presence };
        index.push(entry);
        const content = await this.open(key);
        if (!content) entry.presence = 'missing';
        else yield { name: entry.name, content: checked(content, entry) };
      }
    }
    const text = tableFile(indexTable(index, language), 'csv', language);
    yield { name: `${words.index[language]}.csv`, content: text };
  }

  /** Null for what is no longer in the storage: the rest of the archive is worth having. */
  private async open(key: string): Promise<Readable | null> {
    try {
      return await this.files.getStream(key);
    } catch (error) {
      if (error instanceof FileMissing) return null;
      throw error;
    }
  }

  private async folderOf(tx: EntityManager, id: string, language: Language, forms: Map<string, FormColumns>): Promise<Folder | null> {
    const practice = await tx.findOneBy(Practice, { id, submittedAt: Not(IsNull()) });
    if (!practice) return null;
    const { organizationId, procedureId } = practice;
    const procedure = await tx.findOneByOrFail(Procedure, { id: procedureId, organizationId });
    const form = forms.get(procedureId) ?? (await formColumnsOf(tx, organizationId, procedureId));
    forms.set(procedureId, form);
    const subject = ofSubject(subjectOf(practice));
    const messages = await tx.find(Message, { where: { ...subject, kind: 'message' }, order: { sentAt: 'ASC', id: 'ASC' } });
    const documents = await tx.find(Document, {
      where: { practiceId: id, organizationId, key: Not(IsNull()) },
      order: { issuedAt: 'ASC', kind: 'ASC' },
    });
    const attachments = await tx.find(Attachment, { where: { ...subject, state: 'stored' }, order: { addedAt: 'ASC', id: 'ASC' } });
    const sent = attachments.filter(({ purpose, sentAt }) => purpose === 'form' || sentAt !== null);
    const described = {
      ...told(practice, procedure, form, language),
      outcome: practice.decidedAt && { decidedAt: practice.decidedAt, message: practice.outcomeMessage },
      messages: messages.map(({ sentAt, fromSide, authorName, text }) => ({ sentAt, from: fromSide, author: authorName, text })),
    };
    return {
      practice,
      texts: [
        { name: `${words.practice[language]}.json`, content: `${JSON.stringify(described, null, 2)}\n`, what: 'practice' },
        await this.historyOf(tx, practice, procedure),
      ],
      stored: [
        ...documents.map(({ name, key, sha256 }) => ({
          name: safeFileName(name),
          key: key ?? '',
          sha256: sha256 ?? '',
          what: 'document' as const,
        })),
        ...sent.map(({ name, key, sha256, purpose }, at) => {
          const what = purpose === 'outcome' ? ('outcome' as const) : ('attachment' as const);
          return { name: `${words[what][language]}/${String(at + 1).padStart(2, '0')} ${safeFileName(name)}`, key, sha256, what };
        }),
      ],
    };
  }

  /** A history that somebody changed below the service is not released: the index says so. */
  private async historyOf(tx: EntityManager, practice: Practice, procedure: Procedure): Promise<Folder['texts'][number]> {
    try {
      const { name, text } = await this.histories.write(tx, practice, procedure);
      return { name: safeFileName(name), content: text, what: 'history' };
    } catch (error) {
      if (!(error instanceof Problem && error.problem === historyAltered)) throw error;
      return { name: safeFileName(`storico-${practice.number}.json`), content: null, what: 'history' };
    }
  }
}

/** The same as an export in JSON tells of it, with all of its form. */
function told(practice: Practice, { id, title }: Procedure, form: FormColumns, language: Language): Record<string, unknown> {
  const row: ExportedRow = { ...practice, submittedAt: practice.submittedAt ?? practice.createdAt };
  const columns = commonColumns({ language, titles: new Map([[id, title]]) });
  const common = Object.fromEntries(columns.map(({ key, of, inJson = of }) => [key, inJson(row)]));
  return {
    ...common,
    form: form.nested(
      row,
      form.offered().map(({ key }) => key),
      language,
    ),
  };
}

/** The bytes as they come; counted, and compared with what was kept of them. */
async function* checked(content: Readable, entry: ArchivedFile): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const bytes of content as AsyncIterable<Uint8Array>) {
    hash.update(bytes);
    entry.sizeBytes += bytes.length;
    yield bytes;
  }
  if (hash.digest('hex') !== entry.sha256) entry.presence = 'altered';
}
