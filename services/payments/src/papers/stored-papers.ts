import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Files } from '@sportello/casework/files';
import type { Print } from '@sportello/documents/printer';
import { downloadAddress } from '@sportello/documents/signed-address';
import { CONFIG } from '@sportello/service/config';
import type { Config } from '../config.js';
import { Printing } from './printing.js';

/** Papers as files: what is printed depends on nothing but its input, so it is stored once, under a key that names it. */
@Injectable()
export class StoredPapers {
  constructor(
    private readonly files: Files,
    private readonly printing: Printing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where a paper can be downloaded, for some minutes. @param name of the file */
  async address(print: Print, name: string): Promise<{ url: string; expiresAt: Date }> {
    const key = `payments/${createHash('sha256').update(JSON.stringify(print)).digest('hex')}.pdf`;
    if (!(await this.files.exists(key))) await this.files.putOnce(key, await this.printing.print(print));
    return downloadAddress({ key, name, type: 'application/pdf' }, this.config.FILES_SECRET, new Date());
  }
}
