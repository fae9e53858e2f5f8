import type { Receipt } from '@sportello/pagopa/pa-for-node';
import type { ReceiptContent, ReceiptSubject } from '../settlement/receipt.entity.js';

/** A receipt as it is kept beside its message. What it does not hold is null. */
export function contentOf(idPa: string, receipt: Receipt, primitive: 1 | 2): ReceiptContent {
  return {
    idPa,
    receiptId: receipt.receiptId,
    noticeNumber: receipt.noticeNumber,
    fiscalCode: receipt.fiscalCode,
    iuv: receipt.creditorReferenceId,
    amountCents: receipt.paymentAmount,
    description: receipt.description,
    companyName: receipt.companyName,
    officeName: receipt.officeName ?? null,
    debtor: subjectOf(receipt.debtor),
    payer: receipt.payer ? subjectOf(receipt.payer) : null,
    transfers: receipt.transferList.transfer.map((transfer) => ({
      place: transfer.idTransfer,
      amountCents: transfer.transferAmount,
      fiscalCode: transfer.fiscalCodePA,
      reason: transfer.remittanceInformation,
      category: transfer.transferCategory,
      stamp: transfer.MBDAttachment ?? null,
    })),
    pspId: receipt.idPSP,
    pspName: receipt.PSPCompanyName,
    pspFiscalCode: receipt.pspFiscalCode ?? null,
    pspVatNumber: receipt.pspPartitaIVA ?? null,
    channelId: receipt.idChannel,
    channel: receipt.channelDescription,
    method: receipt.paymentMethod ?? null,
    note: receipt.paymentNote ?? null,
    feeCents: receipt.fee ?? null,
    paidAt: receipt.paymentDateTime?.toISOString() ?? null,
    appliedOn: receipt.applicationDate ?? null,
    transferredOn: receipt.transferDate ?? null,
    isStandIn: receipt.standIn ?? false,
    primitive,
  };
}

const subjectOf = ({ uniqueIdentifier, fullName }: Receipt['debtor']): ReceiptSubject => ({
  kind: uniqueIdentifier.entityUniqueIdentifierType,
  code: uniqueIdentifier.entityUniqueIdentifierValue,
  fullName,
});
