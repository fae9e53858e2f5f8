import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

/** What a service does again and again as long as it runs, the first time at once. What fails is in the log, and is tried again the next time. */
export class Repeated {
  private readonly logger = new Logger(Repeated.name);
  private readonly ended = new AbortController();
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly everyMs: number,
    /** For the log. */
    private readonly what: string,
    private readonly work: () => Promise<unknown>,
  ) {}

  start(): void {
    this.working = this.repeat();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.working;
  }

  private async repeat(): Promise<void> {
    const { signal } = this.ended;
    while (!signal.aborted) {
      try {
        await this.work();
      } catch (error) {
        this.logger.warn({ err: error, what: this.what, msg: 'it failed, and is tried again the next time' });
      }
      await sleep(this.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
