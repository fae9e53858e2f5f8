import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { ReceiptMaker } from './receipt-maker.js';
import { type ReceiptJob, Receipts } from './receipts.js';

/** After a crash the job that was under way is taken up again within seconds: done twice at once it does no harm. Milliseconds. */
const recovery = { lockDuration: 10_000, stalledInterval: 5_000 };

/** Makes receipts one after the other, in the order of sending, when nobody presses at the door. */
@Processor('receipts', { concurrency: 1, ...recovery })
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
