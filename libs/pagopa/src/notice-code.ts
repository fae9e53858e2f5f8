/** What the QR code of a payment notice says. Source: pagoPA, guide to the payment notice, QR code */
export interface NoticeCode {
  noticeNumber: string;
  /** Of the body that issued the notice. */
  fiscalCode: string;
  amountCents: number;
}

/** Takes the text of a QR code apart; null for what is no notice. */
export function readNoticeCode(text: string): NoticeCode | null {
  const [, noticeNumber = '', fiscalCode = '', amount] = /^PAGOPA\|002\|(\d{18})\|(\d{11})\|(\d{2,11})$/.exec(text.trim()) ?? [];
  return amount ? { noticeNumber, fiscalCode, amountCents: Number(amount) } : null;
}
