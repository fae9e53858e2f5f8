import type { Readable } from 'node:stream';
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

  /** Stores a stream under a key that nothing has. @returns its size in bytes */
  async putStream(key: string, content: Readable): Promise<number> {
    const storage = await this.storage();
    await storage.put(key, content);
    return storage.getSize(key);
  }

  /**
   * The content under a key, to be read once.
   * @throws FileMissing before the first byte when there is none
   */
  async getStream(key: string): Promise<Readable> {
    return (await this.storage()).getStream(key);
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
