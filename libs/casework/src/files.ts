import { Inject, Injectable } from '@nestjs/common';
import { KeyTaken, openedLater } from '@sportello/documents/storage';
import { CONFIG } from '@sportello/service/config';
import type { FilesConfig } from './config.js';

/** The storage of this installation. */
@Injectable()
export class Files {
  private readonly storage;

  constructor(@Inject(CONFIG) { STORAGE_URL }: FilesConfig) {
    this.storage = openedLater(STORAGE_URL);
  }

  /** Stores what its key names by hash: what is there already is the same. */
  async putOnce(key: string, bytes: Uint8Array): Promise<void> {
    try {
      await (await this.storage()).put(key, bytes);
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw error;
    }
  }

  async exists(key: string): Promise<boolean> {
    return (await this.storage()).exists(key);
  }

  async delete(key: string): Promise<void> {
    await (await this.storage()).delete(key);
  }

  /** @throws StorageFailed when nothing can be written and read back */
  async check(): Promise<void> {
    await (await this.storage()).check();
  }
}
