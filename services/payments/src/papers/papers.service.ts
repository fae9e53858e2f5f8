import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  getNoticeAddress,
  getPaymentReceiptAddress,
  noticeNotPrintable,
  paymentReceiptMissing,
} from '@sportello/contracts/payments/papers';
import { bodyReceiptNotFound, getBodyReceiptAddress } from '@sportello/contracts/payments/receipts';
import { bodyOf } from '@sportello/directory/officers';
import type { NoticeItem, PaymentNoticeInput } from '@sportello/documents/payment-notice';
import type { PaymentReceiptInput } from '@sportello/documents/payment-receipt';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Creditor } from '../creditors/creditor.entity.js';
import { accessToRead, noteRead } from '../positions/access.js';
import { Instalment, Transfer } from '../positions/instalment.entity.js';
import { PaymentOption, Position } from '../positions/position.entity.js';
import { Receipt } from '../settlement/receipt.entity.js';
import { StoredPapers } from './stored-papers.js';

/** The paper of positions: the notice with which one pays anywhere, and the receipt of what was paid (PAY-04, PAY-06, PAY-50). */
@Controller()
export class PapersService {
  constructor(
    private readonly db: DataSource,
    private readonly papers: StoredPapers,
  ) {}

  @Handles(getNoticeAddress)
  async notice({ id }: Input<typeof getNoticeAddress>, actor: Actor): Promise<Output<typeof getNoticeAddress>> {
    const { manager } = this.db;
    const position = await accessToRead(this.db, id, actor);
    const input = await noticeOf(manager, position, new Date());
    if (!input) throw new Problem(noticeNotPrintable);
    const [first] = [...(input.single ? [input.single] : []), ...input.instalments];
    return this.papers.address({ kind: 'payment-notice', input }, `avviso-${first?.noticeNumber}.pdf`);
  }

  @Handles(getPaymentReceiptAddress)
  async receipt(
    { id, instalmentId, receiptId }: Input<typeof getPaymentReceiptAddress>,
    actor: Actor,
  ): Promise<Output<typeof getPaymentReceiptAddress>> {
    const { manager } = this.db;
    const position = await accessToRead(this.db, id, actor);
    const instalment = await manager.findOneBy(Instalment, { id: instalmentId, positionId: position.id });
    const [receipt] = instalment
      ? await manager.find(Receipt, {
          where: { instalmentId, ...(receiptId && { id: receiptId }) },
          order: { arrivedAt: 'ASC', id: 'ASC' },
          take: 1,
        })
      : [];
    if (!receipt) throw new Problem(paymentReceiptMissing);
    return this.receiptAddress(receipt, position.beneficiaryName);
  }

  @Handles(getBodyReceiptAddress)
  async bodyReceipt({ id }: Input<typeof getBodyReceiptAddress>, actor: Actor): Promise<Output<typeof getBodyReceiptAddress>> {
    const receipt = await this.db.manager.findOneBy(Receipt, { id, organizationId: bodyOf(actor) });
    if (!receipt) throw new Problem(bodyReceiptNotFound);
    const { instalmentId } = receipt;
    const instalment = instalmentId && (await this.db.manager.findOneByOrFail(Instalment, { id: instalmentId }));
    const position = instalment && (await this.db.manager.findOneByOrFail(Position, { id: instalment.positionId }));
    if (position) await noteRead(this.db, [position], actor, 'position-read');
    return this.receiptAddress(receipt, position ? position.beneficiaryName : null);
  }

  private receiptAddress(receipt: Receipt, beneficiary: string | null): Promise<Output<typeof getBodyReceiptAddress>> {
    return this.papers.address({ kind: 'payment-receipt', input: receiptOf(receipt, beneficiary) }, `ricevuta-${receipt.noticeNumber}.pdf`);
  }
}

/** @returns null where no notice is to be printed: it is being created, or was withdrawn */
async function noticeOf(tx: EntityManager, position: Position, now: Date): Promise<PaymentNoticeInput | null> {
  const { id: positionId, organizationId, debtor, reason, beneficiaryName, openedAt } = position;
  const creditor = await tx.findOneBy(Creditor, { organizationId });
  const printed = In(['open', 'paid', 'reported', 'paid_elsewhere']);
  const found = await tx.find(Instalment, { where: { positionId, state: printed }, order: { number: 'ASC' } });
  const instalments = found.filter(({ noticeNumber }) => noticeNumber !== null);
  if (!creditor || !debtor || instalments.length === 0) return null;
  const options = await tx.find(PaymentOption, { where: { positionId }, order: { place: 'ASC' } });
  const transfers = await tx.findBy(Transfer, { instalmentId: In(instalments.map(({ id }) => id)) });
  const itemsOf = (kind: PaymentOption['kind']): NoticeItem[] => {
    const [option] = options.filter((it) => it.kind === kind && instalments.some(({ optionId }) => optionId === it.id));
    return instalments.filter(({ optionId }) => optionId === option?.id).map((instalment) => itemOf(instalment, now));
  };
  const { fiscalCode, name, officeName: office, contacts, cbillCode, postal, namesBeneficiary } = creditor;
  const [single = null] = itemsOf('single');
  const holder = postal?.authorisation && transfers.every(({ postalIban }) => postalIban === postal.iban) ? postal : null;
  return {
    creditor: { fiscalCode: instalments[0]?.creditorFiscalCode ?? fiscalCode, name, office, contacts, cbillCode },
    recipient: { fiscalCode: debtor.code, name: debtor.fullName },
    subject: namesBeneficiary && beneficiaryName ? `${reason} - ${beneficiaryName}` : reason,
    single,
    instalments: itemsOf('plan'),
    // The account of a postal IBAN is its last twelve digits.
    slip: holder?.authorisation ? { account: holder.iban.slice(-12), holder: holder.holder, authorisation: holder.authorisation } : null,
    issuedAt: openedAt,
  };
}

const itemOf = (instalment: Instalment, now: Date): NoticeItem => ({
  noticeNumber: instalment.noticeNumber ?? '',
  amountCents: instalment.state === 'open' ? instalment.amountAt(now) : (instalment.paidCents ?? instalment.amountCents),
  dueOn: instalment.dueOn,
});

const receiptOf = ({ content, arrivedAt }: Receipt, beneficiary: string | null): PaymentReceiptInput => ({
  creditor: { fiscalCode: content.fiscalCode, name: content.companyName },
  description: content.description,
  amountCents: content.amountCents,
  feeCents: content.feeCents,
  noticeNumber: content.noticeNumber,
  iuv: content.iuv,
  receiptId: content.receiptId,
  psp: { name: content.pspName, fiscalCode: content.pspFiscalCode },
  debtor: content.debtor.fullName,
  beneficiary,
  payer: content.payer?.fullName ?? null,
  method: content.method,
  paidAt: content.paidAt === null ? null : new Date(content.paidAt),
  appliedOn: content.appliedOn,
  transfers: content.transfers.map(({ fiscalCode, amountCents }) => ({ fiscalCode, amountCents })),
  arrivedAt,
});
