import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { confirmDocument, documentUnknown } from '@sportello/contracts/practices/documents';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { normalizeVerificationCode } from '@sportello/records/verification-code';
import { DataSource } from 'typeorm';

/** The documents that we made of practices. */
@Controller()
export class DocumentsService {
  constructor(private readonly db: DataSource) {}

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
