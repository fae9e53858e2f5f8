import type { ReceiptOf } from '@sportello/contracts/payments/receipts';
import { byInstant, descending } from '@sportello/service/paging';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../cents.js';

/** A person or body as a receipt names one. */
export interface ReceiptSubject {
  kind: string;
  code: string;
  fullName: string;
}

/** A receipt as it was read. What it does not hold is null: nothing is made up. Days and times are as they stand in it. */
export interface ReceiptContent {
  /** The body that receives it, which need not be the one that issued the notice. */
  idPa: string;
  receiptId: string;
  noticeNumber: string;
  /** The body that issued the notice. */
  fiscalCode: string;
  iuv: string;
  amountCents: number;
  description: string;
  companyName: string;
  officeName: string | null;
  debtor: ReceiptSubject;
  payer: ReceiptSubject | null;
  transfers: { place: number; amountCents: number; fiscalCode: string; reason: string; category: string; stamp: string | null }[];
  pspId: string;
  pspName: string;
  pspFiscalCode: string | null;
  pspVatNumber: string | null;
  channelId: string;
  channel: string;
  method: string | null;
  note: string | null;
  feeCents: number | null;
  /** ISO 8601, when the payer paid. */
  paidAt: string | null;
  appliedOn: string | null;
  transferredOn: string | null;
  isStandIn: boolean;
  /** Version of the message: paSendRT or paSendRTV2. */
  primitive: number;
}

/** A receipt of pagoPA: the message to the letter, and what was read of it. */
@Entity('receipts')
@Index('receipts_once', ['idPa', 'receiptId'], { unique: true })
/** Of the fiscal code of who paid: decorators have no words for it. */
@Index('receipts_payer', { synchronize: false })
@Index('receipts_body', ['organizationId', 'arrivedAt', 'id'])
@Index('receipts_without_position', ['organizationId', 'arrivedAt', 'id'], { where: 'instalment_id is null' })
@Index('receipts_instalment', ['instalmentId'], { where: 'instalment_id is not null' })
export class Receipt {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') idPa!: string;
  @Column('text') receiptId!: string;
  /** Null where the notice is another body's, or nobody's. */
  @Column('uuid', { nullable: true }) instalmentId!: string | null;
  @Column('text') noticeNumber!: string;
  @Column(centsColumn) amountCents!: number;
  @Column('timestamptz') arrivedAt!: Date;
  @Column('jsonb') content!: ReceiptContent;
  /** The message as it came, byte for byte. */
  @Column('bytea', { select: false }) raw!: Buffer;
}

export const lastComeFirst = descending<Receipt>([byInstant('receipt.arrivedAt', ({ arrivedAt }) => arrivedAt)], 'receipt.id');

export function belongingOf({ instalmentId, idPa, content }: Pick<Receipt, 'instalmentId' | 'idPa' | 'content'>): ReceiptOf {
  if (instalmentId !== null) return 'position';
  return content.fiscalCode === idPa ? 'nobody' : 'other-body';
}

/** What of a receipt goes to the body that received it. */
export const shareOf = ({ idPa, content }: Pick<Receipt, 'idPa' | 'content'>): number =>
  content.transfers.filter(({ fiscalCode }) => fiscalCode === idPa).reduce((sum, { amountCents }) => sum + amountCents, 0);
