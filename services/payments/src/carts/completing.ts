import { type EntityManager, In, Not } from 'typeorm';
import { Receipt, type ReceiptContent } from '../settlement/receipt.entity.js';
import { Attempt, openStates } from './cart.entity.js';

/** The attempt that a receipt belongs to came to its end: that of the cart which it names, whatever was said of it before; else the one under way. */
export async function completeAttempt(tx: EntityManager, { idPa, receiptId, note }: ReceiptContent): Promise<void> {
  const receipt = await tx.findOneBy(Receipt, { idPa, receiptId });
  if (!receipt?.instalmentId) return;
  const { instalmentId } = receipt;
  const attempts = await tx.findBy(Attempt, { instalmentId, state: Not('completed') });
  const named = attempts.find(({ cartId }) => cartId === note);
  const underWay = attempts
    .filter(({ state }) => openStates.includes(state))
    .toSorted((one, other) => +other.startedAt - +one.startedAt)[0];
  // Versions that carry no note name no cart.
  const own = named ?? (note === null ? underWay : undefined);
  if (own) await tx.update(Attempt, { id: In([own.id]) }, { state: 'completed', nextLookAt: null });
}
