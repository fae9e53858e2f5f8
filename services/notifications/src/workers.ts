import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { ANNOUNCEMENTS, DELIVERIES } from './alarms.js';
import { TellingService } from './announcements/telling.service.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { CONNECTIONS } from './deliveries/mailer.js';

/** After a crash the jobs that were under way are taken up again within seconds: their rows say what is still to do. Milliseconds. */
const recovery = { lockDuration: 10_000, stalledInterval: 5_000 };

/** A worker that only says what went wrong: its row is still due, and the next alarm finds it. */
abstract class Worker extends WorkerHost {
  protected readonly logger = new Logger(this.constructor.name);

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ err: error, msg: 'the queue is away' });
  }

  @OnWorkerEvent('failed')
  onFailed(_job: Job | undefined, error: Error): void {
    this.logger.warn({ err: error, msg: 'a job failed' });
  }
}

@Processor(ANNOUNCEMENTS, { concurrency: 10, ...recovery })
export class AnnouncementWorker extends Worker {
  constructor(private readonly telling: TellingService) {
    super();
  }

  process({ data }: Job<{ id: string }>): Promise<void> {
    return this.telling.tell(data.id, new Date());
  }
}

@Processor(DELIVERIES, { concurrency: CONNECTIONS, ...recovery })
export class DeliveryWorker extends Worker {
  constructor(private readonly deliveries: DeliveriesService) {
    super();
  }

  process({ data }: Job<{ id: string }>): Promise<void> {
    return this.deliveries.send(data.id, new Date());
  }
}
