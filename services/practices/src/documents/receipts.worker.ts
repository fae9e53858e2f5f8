import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Rush } from '@sportello/messaging/rush';
import type { Job } from 'bullmq';
import { ReceiptMaker } from './receipt-maker.js';
import type { ReceiptJob } from './receipts.js';

/** After a crash the job that was under way is taken up again within seconds: done twice at once it does no harm. Milliseconds. */
const recovery = { lockDuration: 10_000, stalledInterval: 5_000 };

/** How long a PDF waits for the end of a rush, in milliseconds. */
const PATIENCE_MS = 30_000;

/** Makes receipts one after the other, in the order of sending, when nobody presses at the door. */
@Processor('receipts', { concurrency: 1, ...recovery })
export class ReceiptsWorker extends WorkerHost {
  constructor(
    private readonly maker: ReceiptMaker,
    private readonly rush: Rush,
  ) {
    super();
  }

  async process({ data }: Job<ReceiptJob>): Promise<void> {
    await this.rush.isOver(PATIENCE_MS);
    await this.maker.issue(data.practiceId, new Date());
  }
}
