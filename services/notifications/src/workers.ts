import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { ANNOUNCEMENTS, DELIVERIES } from './alarms.js';
import { TellingService } from './announcements/telling.service.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { CONNECTIONS } from './deliveries/mailer.js';

/** After a crash the jobs that were under way are taken up again within seconds: their rows say what is still to do. Milliseconds. */
const recovery = { lockDuration: 10_000, stalledInterval: 5_000 };

@Processor(ANNOUNCEMENTS, { concurrency: 10, ...recovery })
export class AnnouncementWorker extends WorkerHost {
  constructor(private readonly telling: TellingService) {
    super();
  }

  process({ data }: Job<{ id: string }>): Promise<void> {
    return this.telling.tell(data.id, new Date());
  }
}

@Processor(DELIVERIES, { concurrency: CONNECTIONS, ...recovery })
export class DeliveryWorker extends WorkerHost {
  constructor(private readonly deliveries: DeliveriesService) {
    super();
  }

  process({ data }: Job<{ id: string }>): Promise<void> {
    return this.deliveries.send(data.id, new Date());
  }
}
