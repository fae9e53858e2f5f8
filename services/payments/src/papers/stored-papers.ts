import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Files } from '@sportello/casework/files';
import { paperNotReady } from '@sportello/contracts/payments/papers';
import { type Print, PrinterFull } from '@sportello/documents/printer';
import { downloadAddress } from '@sportello/documents/signed-address';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { Config } from '../config.js';
import { Printing } from './printing.js';

/**
 * For so long somebody waits for a paper, less than the bus does; what takes longer is printed all the same, and found when it is asked for again.
 * Milliseconds.
 */
const PATIENCE_MS = 4_000;

/** Papers as files: what is printed depends on nothing but its input, so it is stored once, under a key that names it. */
@Injectable()
export class StoredPapers {
  private readonly logger = new Logger(StoredPapers.name);
  /** What is being printed in this process, by its key: of many who ask for one paper the first has it printed. */
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly files: Files,
    private readonly printing: Printing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Where a paper can be downloaded, for some minutes.
   * @param name of the file
   * @throws Problem `paperNotReady` where it is still being printed, or too many others are: it is there when it is asked for again
   */
  async address(print: Print, name: string): Promise<{ url: string; expiresAt: Date }> {
    const key = `payments/${createHash('sha256').update(JSON.stringify(print)).digest('hex')}.pdf`;
    if (!(await this.files.exists(key))) await this.waitFor(this.printed(key, print));
    return downloadAddress({ key, name, type: 'application/pdf' }, this.config.FILES_SECRET, new Date());
  }

  private printed(key: string, print: Print): Promise<void> {
    const known = this.underWay.get(key);
    if (known) return known;
    const work = this.store(key, print).finally(() => this.underWay.delete(key));
    this.underWay.set(key, work);
    return work;
  }

  private async store(key: string, print: Print): Promise<void> {
    await this.files.putOnce(key, await this.printing.print(print));
  }

  private async waitFor(work: Promise<void>): Promise<void> {
    const isOver = new AbortController();
    const late = sleep(PATIENCE_MS, 'late' as const, { signal: isOver.signal }).catch(() => 'late' as const);
    try {
      if ((await Promise.race([work, late])) !== 'late') return;
    } catch (error) {
      throw error instanceof PrinterFull ? new Problem(paperNotReady) : error;
    } finally {
      isOver.abort();
    }
    // Nobody waits for it any more: that it failed is found here, and by whoever asks again.
    work.catch((err: unknown) => this.logger.warn({ err, msg: 'a paper of payments was not printed' }));
    throw new Problem(paperNotReady);
  }
}
