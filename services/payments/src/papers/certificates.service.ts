import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { describePeople } from '@sportello/contracts/identity/people';
import { certificateNotFound, certificateTooLong, getCertificateAddress, listCertificates } from '@sportello/contracts/payments/papers';
import { slugOf } from '@sportello/italy/search-words';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { Creditor } from '../creditors/creditor.entity.js';
import { isIdentified } from '../positions/access.js';
import { StoredPapers } from './stored-papers.js';

interface Payer {
  fiscalCode: string;
  name: string;
}

interface Line {
  paid_on: string;
  reason: string;
  beneficiary_name: string | null;
  notice_number: string;
  amount_cents: string;
  arrived_at: Date;
}

/** What one person paid to a body in a year; more than this is no family's, and is not certified in part. */
const MOST_LINES = 1_000;
const MOST_CERTIFICATES = 200;

/**
 * The receipts of what somebody paid herself, by the fiscal code that they name; where they name no payer it was the debtor. What is to be given
 * back is left out, and so is what went to other bodies. What a flow told as paid twice has no receipt that could be listed. `$1` is the code.
 */
const ownReceipts = `
  from receipts r join instalments i on i.id = r.instalment_id join positions p on p.id = i.position_id,
  lateral (select coalesce((r.content ->> 'paidAt')::timestamptz, r.arrived_at) at time zone 'Europe/Rome' as paid) t,
  lateral (select sum((s ->> 'amountCents')::bigint) as cents from jsonb_array_elements(r.content -> 'transfers') s
    where s ->> 'fiscalCode' = r.id_pa) share
  where share.cents > 0 and coalesce(r.content #>> '{payer,code}', r.content #>> '{debtor,code}') = $1
    and not exists (select 1 from anomalies a where a.refund_cents is not null
      and (a.receipt_id = r.id or (a.receipt_id is null and a.instalment_id = r.instalment_id and a.kind <> 'paid_twice')))`;

/** What was paid is a person's, who acts for herself, and whose fiscal code was told by a digital identity. */
function neededBy(actor: Actor): Output<typeof listCertificates>['needs'] {
  if (actor.profileKind !== 'citizen') return 'citizen-profile';
  return isIdentified(actor) ? null : 'digital-identity';
}

/** What somebody paid in a year, for her tax return: one certificate of each body (PAY-55). */
@Controller()
export class CertificatesService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly papers: StoredPapers,
  ) {}

  @Handles(listCertificates)
  async list(_asked: Input<typeof listCertificates>, actor: Actor): Promise<Output<typeof listCertificates>> {
    const payer = await this.payerOf(actor);
    if (!payer) return { items: [], needs: neededBy(actor) };
    const found: { organizationId: string; creditorName: string; year: number; payments: number; totalCents: string }[] =
      await this.db.query(
        `select o.*, c.name as "creditorName" from (
         select r.organization_id "organizationId", extract(year from t.paid)::int as year, count(*)::int as payments,
           sum(share.cents) as "totalCents" ${ownReceipts} group by 1, 2
       ) o join creditors c on c.organization_id = o."organizationId" order by o.year desc, c.name limit ${MOST_CERTIFICATES}`,
        [payer.fiscalCode],
      );
    return { items: found.map((row) => ({ ...row, totalCents: Number(row.totalCents) })), needs: null };
  }

  @Handles(getCertificateAddress)
  async address(
    { organizationId, year }: Input<typeof getCertificateAddress>,
    actor: Actor,
  ): Promise<Output<typeof getCertificateAddress>> {
    const payer = await this.payerOf(actor);
    const creditor = await this.db.manager.findOneBy(Creditor, { organizationId });
    if (!payer || !creditor) throw new Problem(certificateNotFound);
    const lines: Line[] = await this.db.query(
      `select to_char(t.paid, 'YYYY-MM-DD') as paid_on, p.reason, p.beneficiary_name, r.notice_number, share.cents as amount_cents, r.arrived_at
       ${ownReceipts} and r.organization_id = $2 and extract(year from t.paid) = $3 order by t.paid, r.id limit ${MOST_LINES + 1}`,
      [payer.fiscalCode, organizationId, year],
    );
    if (lines.length === 0) throw new Problem(certificateNotFound);
    if (lines.length > MOST_LINES) throw new Problem(certificateTooLong);
    const payments = lines.map(({ paid_on, reason, beneficiary_name, notice_number, amount_cents }) => ({
      ...{ paidOn: paid_on, reason, beneficiary: beneficiary_name, noticeNumber: notice_number, amountCents: Number(amount_cents) },
    }));
    const at = new Date(Math.max(...lines.map(({ arrived_at }) => arrived_at.getTime())));
    const input = { creditor: { fiscalCode: creditor.fiscalCode, name: creditor.name }, payer, year, payments, at };
    return this.papers.address({ kind: 'payment-certificate', input }, `pagamenti-${year}-${slugOf(creditor.name)}.pdf`);
  }

  /** @returns null for whoever needs something else first, and whom identity does not know */
  private async payerOf(actor: Actor): Promise<Payer | null> {
    const { personId } = actor;
    if (!personId || neededBy(actor)) return null;
    const [person] = (await this.bus.call(describePeople, { ids: [personId] }, service)).items;
    if (!person) return null;
    const { givenName, familyName, fiscalCode } = person.identity;
    return { fiscalCode, name: `${givenName} ${familyName}` };
  }
}
