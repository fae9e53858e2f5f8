import type { AskedOf } from '@sportello/contracts/web';
import { ask, ProblemError } from '@sportello/ui/api';
import { Download } from '@sportello/ui/download';
import { useText } from '@sportello/ui/i18n';
import type { Position } from '../payments/state-chip.js';

/** Positions as the payments service shows them, null while it does not know one; whoever has signed in after they were made is joined to them by her list. */
export async function positionsOf(ids: readonly string[]): Promise<(Position | null)[]> {
  await ask('rpc.payments.list-own.v1', { show: 'to_pay', limit: 1 });
  return Promise.all(ids.map((id) => ask('rpc.payments.get.v1', { id }).catch(nullWhereUnknown)));
}

export const isUnknown = (error: unknown) => error instanceof ProblemError && error.status === 404;

/** @throws what is wrong otherwise */
function nullWhereUnknown(error: unknown): null {
  if (isUnknown(error)) return null;
  throw error;
}

/** The notice by which a position can be paid now: none where it cannot. */
export function noticesOf(position: Position | null): AskedOf<'rpc.payments.start-cart.v1'>['notices'] {
  const payable = position?.options.flatMap(({ instalments }) => instalments).find(({ isPayable }) => isPayable);
  if (!position?.creditorFiscalCode || !payable?.noticeNumber) return [];
  return [{ fiscalCode: position.creditorFiscalCode, noticeNumber: payable.noticeNumber }];
}

async function addressOf(id: string, kind: 'notice' | 'receipt'): Promise<{ url: string }> {
  const [position] = await positionsOf([id]);
  if (kind === 'notice') return ask('rpc.payments.get-notice-address.v1', { id });
  const paid = position?.options.flatMap(({ instalments }) => instalments).find(({ hasReceipt }) => hasReceipt);
  return ask('rpc.payments.get-receipt-address.v1', { id, instalmentId: paid?.id ?? id });
}

interface PaperProps {
  positionId: string;
  kind: 'notice' | 'receipt';
  /** Of the document, for its name. */
  number: string;
}

/** The printed notice, with which one pays in shops, and the receipt: made when they are asked for (PAY-14, PAY-17). */
export const Paper = ({ positionId, kind, number }: PaperProps) => {
  const text = useText();
  return (
    <Download
      label={text('school.download')}
      name={text(`school.${kind}.named`, { number })}
      addressOf={() => addressOf(positionId, kind)}
    />
  );
};
