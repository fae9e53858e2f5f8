import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { filesOfForm } from '@sportello/casework/attachments';
import { Files } from '@sportello/casework/files';
import type { Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { receiptIssued } from '@sportello/contracts/practices/events';
import { practicePath } from '@sportello/contracts/practices/practices';
import { statusLabels } from '@sportello/contracts/practices/states';
import { namesOf } from '@sportello/directory/copies';
import type { ReceiptInput } from '@sportello/documents/pdf';
import { summaryOf } from '@sportello/forms/summary';
import { romeInstant } from '@sportello/italy/rome-time';
import { newVerificationCode, verificationAddress } from '@sportello/records/verification-code';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { lookups, StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, IsNull, Not } from 'typeorm';
import type { PracticesConfig } from '../config.js';
import { announce } from '../practices/announcements.js';
import { answerBy, answerDaysOf } from '../practices/answer-by.js';
import { publishFact } from '../practices/facts.js';
import { Practice, subjectOf } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { Document } from './document.entity.js';
import { Printing } from './printing.js';

type Kind = Document['kind'];
const kinds: readonly Kind[] = ['request', 'receipt'];
const names: Record<Kind, Text> = { request: { it: 'domanda', en: 'request' }, receipt: { it: 'ricevuta', en: 'receipt' } };

/** Makes the copy of a request and its receipt (PRA-10). What is there already is made again only with the same bytes. */
@Injectable()
export class ReceiptMaker {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
    private readonly files: Files,
    private readonly printing: Printing,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  async issue(practiceId: string, now: Date): Promise<void> {
    const practice = await this.db.manager.findOneBy(Practice, { id: practiceId, submittedAt: Not(IsNull()) });
    if (!practice || practice.receiptIssuedAt) return;
    const procedure = await this.db.manager.findOneByOrFail(Procedure, {
      id: practice.procedureId,
      organizationId: practice.organizationId,
    });
    const documents = await this.reserve(practice, procedure, now);
    const printed = await this.print(practice, procedure, documents);
    const made = printed.map(({ document: { id, name }, bytes }) => {
      const hash = sha256(bytes);
      return { id, name, key: `practices/${practiceId}/documents/${id}/${hash}.pdf`, sizeBytes: bytes.length, sha256: hash, bytes };
    });
    for (const { key, bytes } of made) await this.files.putOnce(key, bytes);
    await this.note(practice, procedure, made, now);
  }

  /**
   * Codes and instants first: a job that breaks off and is done again prints the same. With them the sending is announced, here and not where
   * it is taken in: whoever presses at the door does not wait for it, and it does not wait for the storage.
   */
  private async reserve(practice: Practice, procedure: Procedure, issuedAt: Date): Promise<Document[]> {
    const { id: practiceId, organizationId, number, language, submittedAt } = practice;
    const rows = kinds.map((kind) => {
      const id = newId();
      const name = `${names[kind][language]}-${number}.pdf`;
      return { id, organizationId, practiceId, kind, name, verificationCode: newVerificationCode(), issuedAt };
    });
    return this.db.transaction(async (tx) => {
      const { raw } = await tx.createQueryBuilder().insert().into(Document).values(rows).orIgnore().returning('id').execute();
      if (raw.length > 0) await announce(tx, 'submitted', { practice, procedure, at: submittedAt ?? issuedAt });
      return tx.findBy(Document, { practiceId, organizationId });
    });
  }

  private async print(practice: Practice, procedure: Procedure, documents: Document[]): Promise<{ document: Document; bytes: Buffer }[]> {
    const { id, organizationId, formId, number, language, applicantName, applicantFiscalCode, contentSha256, submittedAt } = practice;
    const { manager } = this.db;
    const home = homeOfBody(this.config, organizationId);
    const organizationName = (await namesOf(manager, [organizationId])).get(organizationId) ?? '';
    const { form } = await this.forms.get(formId);
    const attachments = (await filesOfForm(manager, subjectOf(practice))).map((file) => ({
      name: file.name,
      sha256: file.sha256,
      size: file.sizeBytes,
    }));
    const office = procedure.sheet.office?.name[language] ?? practice.officeName ?? undefined;
    const head = ({ verificationCode: code }: Document) => ({
      language,
      organization: { name: organizationName, ...(office && { unit: office }) },
      procedure: procedure.title[language],
      number,
      applicant: { name: applicantName, fiscalCode: applicantFiscalCode },
      verification: { code, url: verificationAddress(home, code, language) },
    });
    const of = (kind: Kind) => documents.find((document) => document.kind === kind) as Document;
    const request = await this.printing.print({
      kind: 'request',
      input: {
        ...head(of('request')),
        state: statusLabels.submitted[language],
        createdAt: practice.createdAt,
        submittedAt: submittedAt ?? undefined,
        pages: pagesOf(summaryOf(form, practice.content, language, lookups)),
        attachments,
      },
    });
    const copy = { name: of('request').name, sha256: sha256(request), size: request.length };
    const input: ReceiptInput = {
      ...head(of('receipt')),
      submittedAt: submittedAt ?? practice.createdAt,
      arrival: practice.position && submittedAt ? { position: practice.position, at: submittedAt } : undefined,
      sha256: contentSha256 ?? '',
      office: office ?? organizationName,
      protocol: practice.protocolNumber ? { number: practice.protocolNumber } : undefined,
      term: termOf(practice, procedure),
      followUrl: `${home}${language === 'en' ? '/en' : ''}${practicePath(id)}`,
      files: [copy, ...attachments],
    };
    return [
      { document: of('request'), bytes: request },
      { document: of('receipt'), bytes: await this.printing.print({ kind: 'receipt', input }) },
    ];
  }

  private note(
    { id, organizationId }: Practice,
    procedure: Procedure,
    made: { id: string; name: string; key: string; sizeBytes: number; sha256: string }[],
    now: Date,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const practice = await tx.findOneOrFail(Practice, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
      if (practice.receiptIssuedAt) return;
      for (const { id: documentId, key, sizeBytes, sha256: hash } of made) {
        await tx.update(Document, { id: documentId, organizationId }, { key, sizeBytes, sha256: hash });
      }
      // Nobody's version grows: what was shown to whoever is about to decide is as it was.
      await tx.update(Practice, { id, organizationId }, { receiptIssuedAt: now });
      await publishFact(tx, receiptIssued, practice, now);
      await announce(tx, 'receipt', { practice, procedure, at: now, documents: made.map(({ key, name }) => ({ key, name })) });
    });
  }
}

/** Until when the office answers what was sent, as it is told at the sending. */
function termOf({ submittedAt }: Practice, { settings }: Procedure): ReceiptInput['term'] {
  const by = answerBy({ status: 'submitted', submittedAt, passages: [], settings });
  return by === null ? undefined : { by: romeInstant(by), days: answerDaysOf(settings) };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The parts of a section become sections of their own, under the title of their item. */
const pagesOf = (pages: ReturnType<typeof summaryOf>) =>
  pages.map(({ title, sections }) => ({
    title,
    sections: sections.flatMap((section) =>
      section.parts.map((part) => ({
        title: part.title ?? section.title ?? title,
        rows: part.text === undefined ? part.rows : [...part.rows, { label: '', value: part.text }],
      })),
    ),
  }));
