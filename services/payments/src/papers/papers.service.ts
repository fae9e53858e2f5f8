import { createHash } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { Files } from '@sportello/casework/files';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  getNoticeAddress,
  getPaymentReceiptAddress,
  noticeNotPrintable,
  paymentReceiptMissing,
} from '@sportello/contracts/payments/papers';
import type { NoticeItem, PaymentNoticeInput } from '@sportello/documents/payment-notice';
import type { PaymentReceiptInput } from '@sportello/documents/payment-receipt';
import type { Print } from '@sportello/documents/printer';
import { downloadAddress } from '@sportello/documents/signed-address';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Config } from '../config.js';
import { Creditor } from '../creditors/creditor.entity.js';
import { accessPosition } from '../positions/access.js';
import { Instalment, Transfer } from '../positions/instalment.entity.js';
import { PaymentOption, type Position } from '../positions/position.entity.js';
import { Receipt } from '../settlement/receipt.entity.js';
import { Printing } from './printing.js';

/** The paper of positions: the notice with which one pays anywhere, and the receipt of what was paid (PAY-04, PAY-06, PAY-50). */
@Controller()
export class PapersService {
  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly printing: Printing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(getNoticeAddress)
  async notice({ id }: Input<typeof getNoticeAddress>, actor: Actor): Promise<Output<typeof getNoticeAddress>> {
    const { manager } = this.db;
    const position = await accessPosition(manager, id, actor);
    const input = await noticeOf(manager, position, new Date());
    if (!input) throw new Problem(noticeNotPrintable);
    const [first] = [...(input.single ? [input.single] : []), ...input.instalments];
    return this.address({ kind: 'payment-notice', input }, `avviso-${first?.noticeNumber}.pdf`);
  }

  @Handles(getPaymentReceiptAddress)
  async receipt(
    { id, instalmentId }: Input<typeof getPaymentReceiptAddress>,
    actor: Actor,
  ): Promise<Output<typeof getPaymentReceiptAddress>> {
    const { manager } = this.db;
    const position = await accessPosition(manager, id, actor);
    const instalment = await manager.findOneBy(Instalment, { id: instalmentId, positionId: position.id });
    const [receipt] = instalment
      ? await manager.find(Receipt, { where: { instalmentId }, order: { arrivedAt: 'ASC', id: 'ASC' }, take: 1 })
      : [];
    if (!receipt) throw new Problem(paymentReceiptMissing);
    return this.address({ kind: 'payment-receipt', input: receiptOf(receipt) }, `ricevuta-${receipt.noticeNumber}.pdf`);
  }

  /** What is printed depends on nothing but its input, so it is stored once, under a key that names it. */
  private async address(print: Print, name: string): Promise<Output<typeof getNoticeAddress>> {
    const key = `payments/${createHash('sha256').update(JSON.stringify(print)).digest('hex')}.pdf`;
    if (!(await this.files.exists(key))) await this.files.putOnce(key, await this.printing.print(print));
    return downloadAddress({ key, name, type: 'application/pdf' }, this.config.FILES_SECRET, new Date());
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

const receiptOf = ({ content, arrivedAt }: Receipt): PaymentReceiptInput => ({
  creditor: { fiscalCode: content.fiscalCode, name: content.companyName },
  description: content.description,
  amountCents: content.amountCents,
  feeCents: content.feeCents,
  noticeNumber: content.noticeNumber,
  iuv: content.iuv,
  receiptId: content.receiptId,
  psp: { name: content.pspName, fiscalCode: content.pspFiscalCode },
  debtor: content.debtor.fullName,
  payer: content.payer?.fullName ?? null,
  method: content.method,
  paidAt: content.paidAt === null ? null : new Date(content.paidAt),
  appliedOn: content.appliedOn,
  transfers: content.transfers.map(({ fiscalCode, amountCents }) => ({ fiscalCode, amountCents })),
  arrivedAt,
});
