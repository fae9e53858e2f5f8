import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, In } from 'typeorm';
import type { Config } from '../config.js';
import { Dues, payable } from '../node/due.js';
import { Refusal } from '../node/faults.js';
import { endAttempt } from '../positions/attempts.js';
import { ATTEMPT_MS, Instalment } from '../positions/instalment.entity.js';
import { Attempt, openStates } from './cart.entity.js';
import { Checkout } from './checkout.js';
import { cartOf } from './checkout-cart.js';

/** pagoPA says that a notice is being paid as long as its token lives. Afterwards it is asked again, twice as long after each time. Milliseconds. */
const MARGIN_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** Some week: the Node sends a receipt for two days. */
const MOST_LOOKS = 32;

export const firstLookAt = (startedAt: Date): Date => new Date(startedAt.getTime() + ATTEMPT_MS + MARGIN_MS);

/**
 * What became of those who left for the payment page and of whom no receipt has come. pagoPA has no question for it but one: a cart of the same
 * notice, which reserves nothing, is refused as long as the notice is paid or being paid, and taken once nothing came of it.
 */
@Injectable()
export class Outcomes extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly dues: Dues,
    private readonly checkout: Checkout,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super('outcomes', 2);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from attempts where next_look_at <= $1 order by next_look_at limit $2', [now, limit]);
  }

  async run(id: string, now: Date): Promise<void> {
    const attempt = await this.db.manager.findOneBy(Attempt, { id });
    if (!attempt?.nextLookAt || attempt.nextLookAt > now || !openStates.includes(attempt.state)) return;
    const isNothing = await this.isNothing(attempt, now);
    if (isNothing) await this.end(attempt, now);
    else await this.waitOn(attempt, now);
  }

  /** Whether nothing came of it; false also while nobody can say. */
  private async isNothing({ instalmentId }: Attempt, now: Date): Promise<boolean> {
    const { manager } = this.db;
    const { creditorFiscalCode, noticeNumber } = await manager.findOneByOrFail(Instalment, { id: instalmentId });
    try {
      const found = await this.dues.find({ fiscalCode: creditorFiscalCode ?? '', noticeNumber: noticeNumber ?? '' });
      const item = { ...payable(found, now), creditorName: found.creditor?.name ?? '-' };
      await this.checkout.create(cartOf(this.config, `look-${instalmentId}`, [item], now));
      return true;
    } catch (error) {
      // What can no longer be paid, and was not by this attempt, was paid or withdrawn otherwise.
      if (error instanceof Refusal) return true;
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  private async end({ id, instalmentId, startedAt, state }: Attempt, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      await endAttempt(tx, instalmentId, startedAt, 'expired', now);
      const became = state === 'unknown' ? 'failed' : 'abandoned';
      await tx.update(Attempt, { id, state: In(openStates) }, { state: became, nextLookAt: null });
    });
  }

  /** Nobody has come back with a payment, and none is excluded: that is unknown, and looked at again. */
  private async waitOn({ id, looks }: Attempt, now: Date): Promise<void> {
    const wait = Math.min(LONGEST_WAIT_MS, ATTEMPT_MS * 2 ** Math.min(looks, 10));
    const nextLookAt = looks >= MOST_LOOKS ? null : new Date(now.getTime() + wait);
    await this.db.manager.update(Attempt, { id, state: In(openStates) }, { state: 'unknown', looks: looks + 1, nextLookAt });
  }
}
