import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Dues, type Settling } from '../dues/dues.js';
import type { Practice } from '../practices/practice.entity.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import { Intake } from './intake.js';

/** What follows when nothing is waited for any more, whichever stamp or payment was the last. */
@Injectable()
export class SettledDues {
  constructor(
    private readonly dues: Dues,
    private readonly intake: Intake,
  ) {}

  /**
   * Presents the request, or releases the outcome, in the caller's transaction. The practice is written here: what the caller holds of it is old
   * afterwards.
   * @returns whether it went on
   */
  async goOn(tx: EntityManager, practice: Practice, procedure: Procedure, now: Date, by?: Settling): Promise<boolean> {
    if (practice.status !== 'awaiting_payment' && practice.status !== 'payment_in_progress') return false;
    const { phase } = practice;
    if (!(await this.dues.settle(tx, practice, procedure, now, by))) return false;
    await tx.save(practice);
    if (phase === 'request') await this.intake.present(tx, practice, { move: 'present', from: 'paid', mover: { side: 'system' } }, now);
    return true;
  }
}
