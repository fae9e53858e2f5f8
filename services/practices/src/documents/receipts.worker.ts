import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { ReceiptMaker } from './receipt-maker.js';
import { type ReceiptJob, Receipts } from './receipts.js';

/** Makes receipts one after the other, in the order of sending, when nobody presses at the door. */
@Processor('receipts', { concurrency: 1 })
export class ReceiptsWorker extends WorkerHost {
  constructor(
    private readonly maker: ReceiptMaker,
    private readonly receipts: Receipts,
  ) {
    super();
  }

  async process({ data }: Job<ReceiptJob>): Promise<void> {
    await this.receipts.whenQuiet();
    await this.maker.issue(data.practiceId, new Date());
  }
}
