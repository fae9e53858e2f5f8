import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { filesOfForm } from '@sportello/casework/attachments';
import { Files } from '@sportello/casework/files';
import type { Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { signInLabels } from '@sportello/contracts/identity/people';
import { receiptIssued } from '@sportello/contracts/practices/events';
import { practicePath } from '@sportello/contracts/practices/practices';
import { statusLabels } from '@sportello/contracts/practices/states';
import type { DocumentFile, DocumentHead, ReceiptInput, RequestInput } from '@sportello/documents/pdf';
import { summaryOf } from '@sportello/forms/summary';
import { romeInstant } from '@sportello/italy/rome-time';
import { newVerificationCode, verificationAddress } from '@sportello/records/verification-code';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { lookups, StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import type { PracticesConfig } from '../config.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { Practice, subjectOf } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { answerByOf, lengthOf, ruleOf } from '../terms/term.js';
import { Document } from './document.entity.js';
import { letterheadOf } from './letterhead.js';
import { Printing } from './printing.js';

type Kind = Document['kind'];
const kinds: readonly Kind[] = ['request', 'receipt'];
/** What follows when the request has its number in the protocol. */
const registered: readonly Kind[] = ['registration', 'stamped'];
const names: Record<Kind, Text> = {
  request: { it: 'domanda', en: 'request' },
  receipt: { it: 'ricevuta', en: 'receipt' },
  registration: { it: 'protocollo', en: 'registration' },
  stamped: { it: 'domanda-protocollata', en: 'registered-request' },
};

/** What follows, in the same transaction, when the documents of a sent request are there. */
type WhenIssued = (tx: EntityManager, practice: Practice, procedure: Procedure) => Promise<void>;

/** Makes the copy of a request and its receipt (PRA-10). What is there already is made again only with the same bytes. */
@Injectable()
export class ReceiptMaker {
  private readonly followers: WhenIssued[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
    private readonly files: Files,
    private readonly printing: Printing,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  whenIssued(follow: WhenIssued): void {
    this.followers.push(follow);
  }

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
    const { id: practiceId, organizationId, submittedAt } = practice;
    const rows = kinds.map((kind) => newDocument(practice, kind, issuedAt));
    return this.db.transaction(async (tx) => {
      const { raw } = await tx.createQueryBuilder().insert().into(Document).values(rows).orIgnore().returning('id').execute();
      if (raw.length > 0) await announceSending(tx, { practice, procedure, at: submittedAt ?? issuedAt });
      return tx.findBy(Document, { practiceId, organizationId, kind: In(kinds) });
    });
  }

  private async print(practice: Practice, procedure: Procedure, documents: Document[]): Promise<{ document: Document; bytes: Buffer }[]> {
    const of = (kind: Kind) => documents.find((document) => document.kind === kind) as Document;
    const attachments = await this.attachmentsOf(practice);
    const request = await this.printing.print({
      kind: 'request',
      input: await this.copyOf(practice, procedure, of('request'), attachments),
    });
    const copy = { name: of('request').name, sha256: sha256(request), size: request.length };
    const input = await this.receiptOf(practice, procedure, of('receipt'), [copy, ...attachments]);
    return [
      { document: of('request'), bytes: request },
      { document: of('receipt'), bytes: await this.printing.print({ kind: 'receipt', input }) },
    ];
  }

  private async copyOf(practice: Practice, procedure: Procedure, document: Document, attachments: DocumentFile[]): Promise<RequestInput> {
    const { formId, language, content, submittedAt, createdAt, protocolNumber, protocolAt } = practice;
    const { form } = await this.forms.get(formId);
    return {
      ...(await this.headOf(practice, procedure, document)),
      state: statusLabels.submitted[language],
      createdAt,
      submittedAt: submittedAt ?? undefined,
      pages: pagesOf(summaryOf(form, content, language, lookups)),
      attachments,
      ...(document.kind === 'stamped' && protocolNumber && { protocol: { number: protocolNumber, at: protocolAt ?? undefined } }),
    };
  }

  private async receiptOf(practice: Practice, procedure: Procedure, document: Document, files: DocumentFile[]): Promise<ReceiptInput> {
    const { id, organizationId, language, createdAt, submittedAt, position, contentSha256, protocolNumber, protocolAt } = practice;
    const { method, level, authenticatedAt, authenticationId } = practice;
    const head = await this.headOf(practice, procedure, document);
    const home = homeOfBody(this.config, organizationId);
    const number = document.kind === 'registration' ? protocolNumber : null;
    return {
      ...head,
      submittedAt: submittedAt ?? createdAt,
      arrival: position && submittedAt ? { position, at: submittedAt } : undefined,
      signIn:
        authenticatedAt && authenticationId && !practice.deskWay
          ? { method: signInLabels[method][language], level, at: authenticatedAt, id: authenticationId }
          : undefined,
      sha256: contentSha256 ?? '',
      office: head.organization.unit ?? head.organization.name,
      isOfRegistration: document.kind === 'registration',
      protocol: number ? { number, at: protocolAt ?? undefined } : procedure.settings.registers ? 'awaited' : undefined,
      term: toldTerm(practice, procedure),
      followUrl: `${home}${language === 'en' ? '/en' : ''}${practicePath(id)}`,
      files,
    };
  }

  private async headOf(practice: Practice, procedure: Procedure, { verificationCode: code }: Document): Promise<DocumentHead> {
    const { organizationId, number, language, applicantName, applicantFiscalCode, officeName } = practice;
    const office = procedure.sheet.office?.name[language] ?? officeName ?? undefined;
    return {
      language,
      organization: { ...(await letterheadOf(this.db.manager, organizationId)), ...(office && { unit: office }) },
      procedure: procedure.title[language],
      number,
      applicant: { name: applicantName, fiscalCode: applicantFiscalCode },
      verification: { code, url: verificationAddress(homeOfBody(this.config, organizationId), code, language) },
    };
  }

  private async attachmentsOf(practice: Practice): Promise<DocumentFile[]> {
    const files = await filesOfForm(this.db.manager, subjectOf(practice));
    return files.map(({ name, sha256: hash, sizeBytes: size }) => ({ name, sha256: hash, size }));
  }

  /** Has a receipt made that names the number of the request in the protocol, and a copy that bears it: those of the sending did not wait for it. */
  async reserveRegistration(tx: EntityManager, practice: Practice, issuedAt: Date): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(Document)
      .values(registered.map((kind) => newDocument(practice, kind, issuedAt)))
      .orIgnore()
      .execute();
  }

  async issueRegistration(practiceId: string, now: Date): Promise<void> {
    const { manager } = this.db;
    const practice = await manager.findOneByOrFail(Practice, { id: practiceId });
    const { organizationId, procedureId } = practice;
    const procedure = await manager.findOneByOrFail(Procedure, { id: procedureId, organizationId });
    const documents = await manager.findBy(Document, { practiceId, organizationId });
    const unmade = documents.filter(({ kind, sha256: made }) => registered.includes(kind) && made === null);
    if (unmade.length === 0) return;
    const request = documents.find(({ kind }) => kind === 'request');
    const attachments = await this.attachmentsOf(practice);
    const copy = request?.sha256 ? [{ name: request.name, sha256: request.sha256, size: request.sizeBytes ?? 0 }] : [];
    const made: { id: string; name: string; key: string; sizeBytes: number; sha256: string }[] = [];
    for (const document of unmade) {
      const bytes = await this.printing.print(
        document.kind === 'stamped'
          ? { kind: 'request', input: await this.copyOf(practice, procedure, document, attachments) }
          : { kind: 'receipt', input: await this.receiptOf(practice, procedure, document, [...copy, ...attachments]) },
      );
      const { id, name } = document;
      const hash = sha256(bytes);
      const key = `practices/${practiceId}/documents/${id}/${hash}.pdf`;
      await this.files.putOnce(key, bytes);
      made.push({ id, name, key, sizeBytes: bytes.length, sha256: hash });
    }
    await this.db.transaction(async (tx) => {
      let noted = 0;
      for (const { id, name: _, ...file } of made)
        noted += (await tx.update(Document, { id, organizationId, sha256: IsNull() }, file)).affected ?? 0;
      const files = made.map(({ key, name }) => ({ key, name }));
      if (noted > 0) await announce(tx, 'registered', { practice, procedure, at: now, documents: files });
    });
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
      for (const follow of this.followers) await follow(tx, practice, procedure);
      await publishFact(tx, receiptIssued, practice, now);
      await announce(tx, 'receipt', { practice, procedure, at: now, documents: made.map(({ key, name }) => ({ key, name })) });
    });
  }
}

/** Who filled it in for the applicant is told by herself, and not once more with the others (PRA-83). */
function announceSending(tx: EntityManager, fact: { practice: Practice; procedure: Procedure; at: Date }): Promise<void> {
  const { deskWay, deskOfficerId } = fact.practice;
  if (!deskWay || !deskOfficerId) return announce(tx, 'submitted', fact);
  return announce(tx, 'submitted-at-desk', { ...fact, by: deskOfficerId, persons: [deskOfficerId] });
}

/** Until when the office answers what was sent, as it is told at the sending. */
function toldTerm(practice: Practice, procedure: Procedure): ReceiptInput['term'] {
  const settings = ruleOf(practice, procedure);
  const by = answerByOf({ status: 'submitted', submittedAt: practice.submittedAt, passages: [], settings });
  return by === null ? undefined : { by: romeInstant(by), ...lengthOf(settings), tacit: settings.tacit };
}

const newDocument = ({ id: practiceId, organizationId, number, language }: Practice, kind: Kind, issuedAt: Date) => ({
  id: newId(),
  organizationId,
  practiceId,
  kind,
  name: `${names[kind][language]}-${number}.pdf`,
  verificationCode: newVerificationCode(),
  issuedAt,
});

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
