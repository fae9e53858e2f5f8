import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { tooLarge, unavailable, wrongFileType } from '@sportello/contracts/problems';
import { ScannerUnavailable, startScan } from '@sportello/documents/clamd';
import { type FileType, fileTypes } from '@sportello/documents/file-types';
import { Storage } from '@sportello/documents/storage';
import { inspectUpload, type StoredFile, UploadRefused } from '@sportello/documents/upload';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { Config } from '../config.js';

/** What the asker allows: `types` are media types, `maxBytes` the longest. */
export interface Allowed {
  key: string;
  name: string;
  allowedTypes: string[];
  maxBytes: number;
}

const isFileType = (type: string): type is FileType => type in fileTypes;

/** Takes bytes into the storage while looking at them: design D12. */
@Injectable()
export class FileIntake implements OnModuleInit {
  storage!: Storage;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    this.storage = await Storage.open(this.config.STORAGE_URL);
  }

  /** @throws Problem `too-large`, `wrong-file-type`, with what would have been taken; `unavailable` when nobody could look for malware */
  async take(bytes: Readable, { key, name, allowedTypes, maxBytes }: Allowed): Promise<StoredFile> {
    const { CLAMD_URL } = this.config;
    try {
      const scan = CLAMD_URL ? () => startScan(CLAMD_URL) : undefined;
      return await inspectUpload(bytes, {
        storage: this.storage,
        key,
        name,
        allowedTypes: allowedTypes.filter(isFileType),
        maxBytes,
        startScan: scan,
      });
    } catch (error) {
      if (error instanceof ScannerUnavailable) throw new Problem(unavailable);
      if (!(error instanceof UploadRefused)) throw error;
      const detail = { it: error.tell('it'), en: error.tell('en') };
      throw new Problem(error.reason === 'too-big' ? tooLarge : wrongFileType, detail, { reason: error.reason });
    }
  }
}
