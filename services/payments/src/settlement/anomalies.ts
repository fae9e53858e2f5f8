import { newId } from '@sportello/contracts/id';
import type { AnomalyKind } from '@sportello/contracts/payments/anomalies';
import type { EntityManager } from 'typeorm';
import type { Instalment } from '../positions/instalment.entity.js';
import { Anomaly } from './anomaly.entity.js';

interface Noted {
  instalment: Pick<Instalment, 'id' | 'organizationId' | 'positionId' | 'noticeNumber'>;
  at: Date;
  receiptId?: string;
  refundCents?: number | null;
}

/** Puts something on the list of the body's staff. */
export async function noteAnomaly(
  tx: EntityManager,
  kind: AnomalyKind,
  { instalment, at, receiptId, refundCents = null }: Noted,
): Promise<void> {
  const { id: instalmentId, organizationId, positionId, noticeNumber } = instalment;
  const open = { resolvedAt: null, resolvedBy: null, note: null };
  const about = { organizationId, positionId, instalmentId, noticeNumber, receiptId: receiptId ?? null };
  await tx.insert(Anomaly, { id: newId(), kind, at, refundCents, ...about, ...open });
}
