import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getHistory } from '@sportello/contracts/practices/histories';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { access } from '../practices/access.js';
import { HistoryFiles } from './history-files.js';

/** The history of a practice for whoever may read it: both sides are given the same file. */
@Controller()
export class HistoriesService {
  constructor(
    private readonly db: DataSource,
    private readonly histories: HistoryFiles,
  ) {}

  @Handles(getHistory)
  async get({ id }: Input<typeof getHistory>, actor: Actor): Promise<Output<typeof getHistory>> {
    const { practice, procedure } = await access(this.db.manager, id, actor, 'read');
    return this.histories.write(this.db.manager, practice, procedure);
  }
}
