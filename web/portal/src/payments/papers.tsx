import { grouped } from '@sportello/italy/notice-number';
import { ask } from '@sportello/ui/api';
import { Download } from '@sportello/ui/download';
import { useText } from '@sportello/ui/i18n';
import type { Instalment, Position } from './state-chip.js';

/** "Paga offline": the notice, with which one pays in a bank, at the post office and in shops; also afterwards, beside the receipt (PAY-08, PAY-50). */
export const NoticeDownload = ({ position: { id, state, options } }: { position: Position }) => {
  const text = useText();
  const isThere = options.some(({ instalments }) => instalments.some(({ noticeNumber }) => noticeNumber !== null));
  if (!isThere || state === 'cancelled') return null;
  const isToPay = state === 'to_pay' || state === 'partly_paid';
  return (
    <Download
      label={text(isToPay ? 'payments.notice.pay' : 'payments.notice.again')}
      addressOf={() => ask('rpc.payments.get-notice-address.v1', { id })}
    />
  );
};

export const ReceiptDownload = ({ positionId, instalment }: { positionId: string; instalment: Instalment }) => {
  const text = useText();
  if (!instalment.hasReceipt) return null;
  return (
    <Download
      label={text('payments.receipt')}
      name={text('payments.receipt.named', { number: grouped(instalment.noticeNumber ?? '') })}
      addressOf={() => ask('rpc.payments.get-receipt-address.v1', { id: positionId, instalmentId: instalment.id })}
    />
  );
};
