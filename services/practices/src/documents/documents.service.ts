import { Controller, Inject } from '@nestjs/common';
import { attachmentNotFound } from '@sportello/contracts/casework/attachments';
import type { Input, Output } from '@sportello/contracts/contract';
import { getFileAddress } from '@sportello/contracts/practices/attachments';
import { confirmDocument, documentUnknown } from '@sportello/contracts/practices/documents';
import { signAddress } from '@sportello/documents/signed-address';
import { normalizeVerificationCode } from '@sportello/documents/verification-code';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { DataSource, type EntityManager } from 'typeorm';
import { Attachment } from '../attachments/attachment.entity.js';
import type { PracticesConfig } from '../config.js';
import { type Accessed, access } from '../practices/access.js';
import { Document } from './document.entity.js';

/** How long an address of a download opens its file, in milliseconds. */
const ADDRESS_MS = 5 * 60_000;

/** The files of a practice as they are read: what was attached to it, and the documents that we made of it. */
@Controller()
export class DocumentsService {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  @Handles(getFileAddress)
  address({ id, fileId }: Input<typeof getFileAddress>, actor: Actor): Promise<Output<typeof getFileAddress>> {
    return this.db.transaction(async (tx) => {
      const accessed = await access(tx, id, actor, 'read');
      const file = await this.readable(tx, accessed, fileId);
      const expiresAt = new Date(Date.now() + ADDRESS_MS);
      return { url: `/files/${signAddress({ ...file, expiresAt }, this.config.FILES_SECRET)}`, expiresAt };
    });
  }

  /** What the other side has not sent yet is not there. */
  private async readable(
    tx: EntityManager,
    { practice, mover }: Accessed,
    fileId: string,
  ): Promise<{ key: string; name: string; type: string }> {
    const { id: practiceId, organizationId } = practice;
    const file = await tx.findOneBy(Attachment, { id: fileId, practiceId, organizationId, state: 'stored' });
    if (file && (file.addedBy === mover.id || file.purpose === 'form' || file.sentAt)) return file;
    const document = await tx.findOneBy(Document, { id: fileId, practiceId, organizationId });
    if (document?.key) return { key: document.key, name: document.name, type: 'application/pdf' };
    throw new Problem(attachmentNotFound);
  }

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
}
