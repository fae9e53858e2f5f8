import { newId } from '@sportello/contracts/id';
import type { AnomalyKind, Anomaly as Shown } from '@sportello/contracts/payments/anomalies';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import type { z } from 'zod';
import type { Instalment } from '../positions/instalment.entity.js';
import { Anomaly } from './anomaly.entity.js';

interface Noted {
  instalment: Pick<Instalment, 'id' | 'organizationId' | 'positionId' | 'noticeNumber'>;
  at: Date;
  receiptId?: string | null;
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
  const about = { organizationId, positionId, instalmentId, noticeNumber, flowId: null, receiptId: receiptId ?? null };
  await tx.insert(Anomaly, { id: newId(), kind, at, refundCents, ...about, ...open });
}

/** Why what an instalment was paid with is to be given back. Of a second receipt it is another sum. */
const refunds = ['paid_after_end', 'came_too_late', 'no_longer_due'] as const satisfies AnomalyKind[];

/** Notes that what was paid is to be given back, unless that is on the list already, or was dealt with: late and no longer due is one refund. */
export async function noteRefund(
  tx: EntityManager,
  kind: (typeof refunds)[number],
  { instalment, at }: { instalment: Instalment; at: Date },
): Promise<void> {
  const where = { instalmentId: instalment.id, kind: In(refunds), refundCents: Not(IsNull()) };
  if (await tx.existsBy(Anomaly, where)) return;
  await noteAnomaly(tx, kind, { instalment, at, refundCents: instalment.paidCents });
}

/** Anomalies as staff reads them, with the names of those who dealt with them. */
export async function anomaliesShown(tx: EntityManager, anomalies: readonly Anomaly[]): Promise<z.output<typeof Shown>[]> {
  const officers = await tx.findBy(OfficerCopy, { officerId: In(anomalies.flatMap(({ resolvedBy }) => resolvedBy ?? [])) });
  const names = new Map(officers.map(({ officerId, name }) => [officerId, name]));
  return anomalies.map((anomaly) => ({
    ...anomaly,
    resolution: anomaly.resolvedAt && {
      at: anomaly.resolvedAt,
      byName: names.get(anomaly.resolvedBy ?? '') ?? null,
      note: anomaly.note ?? '',
    },
  }));
}
