import { Inject, Injectable } from '@nestjs/common';
import { Storage } from '@sportello/documents/storage';
import { CONFIG } from '@sportello/service/config';
import type { PracticesConfig } from '../config.js';

/** The storage of this installation, opened at its first use. */
@Injectable()
export class Files {
  private opening?: Promise<Storage>;

  constructor(@Inject(CONFIG) private readonly config: PracticesConfig) {}

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await (await this.storage()).put(key, bytes);
  }

  async exists(key: string): Promise<boolean> {
    return (await this.storage()).exists(key);
  }

  async delete(key: string): Promise<void> {
    await (await this.storage()).delete(key);
  }

  private storage(): Promise<Storage> {
    this.opening ??= Storage.open(this.config.STORAGE_URL);
    return this.opening;
  }
}
