import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
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
