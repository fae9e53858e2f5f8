import { ask } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Instalment, Position } from './state-chip.js';

interface DownloadProps {
  label: string;
  /** Where the file is; it is made when it is asked for. */
  addressOf: () => Promise<{ url: string }>;
}

const Download = ({ label, addressOf }: DownloadProps) => {
  const text = useText();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const download = async () => {
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      location.assign((await addressOf()).url);
    } catch (caught) {
      setError(caught);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        className="sp-no-print me-2 mb-2"
        aria-disabled={isPending || undefined}
        onClick={() => void download()}
      >
        <Icon name="it-download" className="icon-sm icon-primary me-2" />
        {text(isPending ? 'ui.wait' : label)}
      </Button>
      {error !== null && <ErrorNote error={error} onRetry={() => void download()} />}
    </>
  );
};

/** "Paga offline": the notice, with which one pays in a bank, at the post office and in shops; also afterwards, beside the receipt (PAY-08, PAY-50). */
export const NoticeDownload = ({ position: { id, state, options } }: { position: Position }) => {
  const isThere = options.some(({ instalments }) => instalments.some(({ noticeNumber }) => noticeNumber !== null));
  if (!isThere || state === 'cancelled') return null;
  const isToPay = state === 'to_pay' || state === 'partly_paid';
  return (
    <Download
      label={isToPay ? 'payments.notice.pay' : 'payments.notice.again'}
      addressOf={() => ask('rpc.payments.get-notice-address.v1', { id })}
    />
  );
};

export const ReceiptDownload = ({ positionId, instalment }: { positionId: string; instalment: Instalment }) =>
  instalment.hasReceipt ? (
    <Download
      label="payments.receipt"
      addressOf={() => ask('rpc.payments.get-receipt-address.v1', { id: positionId, instalmentId: instalment.id })}
    />
  ) : null;
