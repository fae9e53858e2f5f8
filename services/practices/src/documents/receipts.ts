import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import type { Practice } from '../practices/practice.entity.js';
import { ReceiptMaker } from './receipt-maker.js';

/** Makes the PDFs of sent practices, one after the other, in the order of sending, when nobody presses at the door. */
@Injectable()
export class Receipts extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly maker: ReceiptMaker,
  ) {
    super('receipts', 1);
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      'select id from practices where submitted_at is not null and receipt_issued_at is null order by submitted_at limit $1',
      [limit],
    );
  }

  run(id: string, now: Date): Promise<void> {
    return this.maker.issue(id, now);
  }
}

/** Makes the receipts that name the number in the protocol, when there is one. */
@Injectable()
export class RegistrationReceipts extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly maker: ReceiptMaker,
  ) {
    super('registration-receipts', 1);
  }

  /** Has one made once the caller's transaction, which gives the number, is committed. */
  async reserve(tx: EntityManager, practice: Practice, now: Date): Promise<void> {
    await this.maker.reserveRegistration(tx, practice, now);
    this.afterCommit(tx, { id: practice.id });
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      "select practice_id id from documents where kind = 'registration' and sha256 is null order by issued_at limit $1",
      [limit],
    );
  }

  run(id: string, now: Date): Promise<void> {
    return this.maker.issueRegistration(id, now);
  }
}
