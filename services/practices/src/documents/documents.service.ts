import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { confirmDocument, documentUnknown, listOwnDocuments, receiptNotReady, sendReceipt } from '@sportello/contracts/practices/documents';
import { followedPractice } from '@sportello/contracts/practices/fields';
import { tooManyRequests } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { stableId } from '@sportello/messaging/stable-id';
import { normalizeVerificationCode } from '@sportello/records/verification-code';
import { Counts } from '@sportello/service/counts';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, IsNull, Not } from 'typeorm';
import { accessOwn, applicantOf } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { Document } from './document.entity.js';

/** Mails with the receipt of one request in a window, whoever asks for them. */
const MOST_MAILS = 5;
const MAILS_WINDOW_MS = 3_600_000;

type OwnDocument = Output<typeof listOwnDocuments>['items'][number];

const newestFirst = descending<OwnDocument>([byInstant('issued_at', ({ issuedAt }) => issuedAt)], 'id');

/** The documents that we made of practices. */
@Controller()
export class DocumentsService {
  constructor(
    private readonly db: DataSource,
    private readonly counts: Counts,
  ) {}

  /** For whoever holds a document of ours and its code: says nothing of the applicant. Every other code gets the same answer. */
  @Handles(confirmDocument)
  async confirm({ code }: Input<typeof confirmDocument>): Promise<Output<typeof confirmDocument>> {
    const normal = normalizeVerificationCode(code);
    const rows: Output<typeof confirmDocument>[] = normal
      ? await this.db.query(
          `select d.kind, coalesce(o.name, '') "organizationName", r.title "procedureTitle", p.number, d.issued_at "issuedAt",
             p.submitted_at "submittedAt", d.sha256, p.content_sha256 "contentSha256"
           from documents d
           join practices p on p.id = d.practice_id and p.organization_id = d.organization_id
           join procedures r on r.id = p.procedure_id
           left join organization_copies o on o.organization_id = d.organization_id
           where d.verification_code = $1 and d.sha256 is not null`,
          [normal],
        )
      : [];
    const [row] = rows;
    if (!row) throw new Problem(documentUnknown);
    return row;
  }

  /** @throws Problem `receiptNotReady`, or `tooManyRequests`: nobody's mailbox is filled from here */
  @Handles(sendReceipt)
  async send({ id, mailId, address }: Input<typeof sendReceipt>, actor: Actor): Promise<Output<typeof sendReceipt>> {
    const { practice, procedure } = await accessOwn(this.db.manager, id, actor, 'read');
    if (!practice.receiptIssuedAt) throw new Problem(receiptNotReady);
    const now = new Date();
    await this.checkCount(id, now);
    await this.db.transaction(async (tx) => {
      const issued = await tx.findBy(Document, { practiceId: id, organizationId: practice.organizationId, sha256: Not(IsNull()) });
      const documents = issued.flatMap(({ key, name }) => (key ? [{ key, name }] : []));
      const announcementId = stableId(practice.createdAt, 'receipt-again', id, mailId);
      await announce(tx, 'receipt-again', { practice, procedure, at: now, id: announcementId, documents, address: address ?? undefined });
    });
    return {};
  }

  private async checkCount(practiceId: string, now: Date): Promise<void> {
    const key = `receipt-mails ${practiceId}`;
    const mails = (await this.counts.add([key], MAILS_WINDOW_MS, now)).get(key);
    if (!mails || mails.count <= MOST_MAILS) return;
    const endsAt = mails.since.getTime() + MAILS_WINDOW_MS;
    throw new Problem(tooManyRequests, undefined, { retryAfterSeconds: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1_000)) });
  }

  /** Of the profile that she wears, as her requests are. */
  @Handles(listOwnDocuments)
  async listOwn({ limit, after }: Input<typeof listOwnDocuments>, actor: Actor): Promise<Output<typeof listOwnDocuments>> {
    const { personId, profileId } = applicantOf(actor);
    const [issuedAt, id] = newestFirst.read(after) ?? [null, null];
    const rows: OwnDocument[] = await this.db.query(
      `select f.*, p.number, r.title "procedureTitle"
       from (select id, number, procedure_id, decided_at from practices where applicant_id = $1 and profile_id = $2 and status <> 'deleted') p
       join procedures r on r.id = p.procedure_id
       join lateral (
         select id, kind, name, size_bytes "sizeBytes", issued_at "issuedAt", practice_id "practiceId"
         from documents where practice_id = p.id and sha256 is not null
         union all
         select id, 'act', name, size_bytes, sent_at, subject_id
         from attachments where subject_kind = '${followedPractice.kind}' and subject_id = p.id and side = 'office' and state = 'stored' and sent_at is not null
           and purpose <> 'opinion' and (purpose <> 'outcome' or p.decided_at is not null)
       ) f on true
       where $3::timestamptz is null or ("issuedAt", f.id) < ($3::timestamptz, $4::uuid)
       order by "issuedAt" desc, f.id desc limit $5`,
      [personId, profileId, issuedAt, id, limit + 1],
    );
    return newestFirst.cut(rows, limit);
  }
}
