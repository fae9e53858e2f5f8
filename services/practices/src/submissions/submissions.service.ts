import { createPublicKey } from 'node:crypto';
import { Controller, Inject, Logger } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getMarkKeys } from '@sportello/contracts/practices/arrival-marks';
import { completePractice } from '@sportello/contracts/practices/drafts';
import { rehearseSubmissions, submitPractice, submitPractices } from '@sportello/contracts/practices/submissions';
import { unexpected } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { DataSource } from 'typeorm';
import type { PracticesConfig } from '../config.js';
import { authorOf } from '../practices/author.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { Completion } from './completion.js';
import { Intake, notCompleted } from './intake.js';
import { markKeyOf } from './marks.js';

/** From complete to sent. */
@Controller()
export class SubmissionsService {
  private readonly logger = new Logger(SubmissionsService.name);

  constructor(
    private readonly db: DataSource,
    private readonly completion: Completion,
    private readonly intake: Intake,
    private readonly reader: PracticeReader,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  @Handles(completePractice)
  async complete({ id, version }: Input<typeof completePractice>, actor: Actor): Promise<Output<typeof completePractice>> {
    const author = await authorOf(this.db.manager, id, actor);
    await this.completion.complete(id, version, author, new Date());
    return this.reader.read(id, author);
  }

  /** Where the two steps are not required, a draft is completed on the way. */
  @Handles(submitPractice)
  async submit({ id, version }: Input<typeof submitPractice>, actor: Actor): Promise<Output<typeof submitPractice>> {
    const at = new Date();
    const author = await authorOf(this.db.manager, id, actor);
    try {
      return await this.intake.submit(id, version, author, at);
    } catch (error) {
      if (error !== notCompleted) throw error;
      await this.completion.complete(id, version, author, at);
      return this.intake.submit(id, version, author, at);
    }
  }

  @Handles(submitPractices)
  async submitMany({ items }: Input<typeof submitPractices>, actor: Actor): Promise<Output<typeof submitPractices>> {
    const outcomes = await Promise.allSettled(items.map((item) => this.submit(item, actor)));
    return {
      items: outcomes.map((outcome, index) => {
        const practiceId = items[index]?.id ?? '';
        if (outcome.status === 'fulfilled') return { practiceId, mark: outcome.value, problem: null };
        return { practiceId, mark: null, problem: refusalIn(this.problemOf(outcome.reason), actor) };
      }),
    };
  }

  /** One that fails for a reason of ours takes no answer from the others. */
  private problemOf(reason: unknown): Problem {
    if (reason instanceof Problem) return reason;
    this.logger.error({ msg: 'a request of a lot failed', err: reason });
    return new Problem(unexpected);
  }

  @Handles(rehearseSubmissions)
  async rehearse({ items }: Input<typeof rehearseSubmissions>, actor: Actor): Promise<Output<typeof rehearseSubmissions>> {
    const problems = await this.intake.rehearse(items, actor, new Date());
    return {
      items: items.map(({ id: practiceId }, index) => {
        const problem = problems[index];
        return { practiceId, problem: problem ? refusalIn(problem, actor) : null };
      }),
    };
  }

  @Handles(getMarkKeys)
  keys(): Promise<Output<typeof getMarkKeys>> {
    const { SIGNING_KEY, MARK_KEYS } = this.config;
    const keys = [createPublicKey(SIGNING_KEY), ...MARK_KEYS].map(markKeyOf);
    return Promise.resolve({ items: [...new Map(keys.map((key) => [key.kid, key])).values()] });
  }
}

type Refusal = NonNullable<Output<typeof submitPractices>['items'][number]['problem']>;

function refusalIn(problem: Problem, { language }: Actor): Refusal {
  const { type, status, title, detail } = problem.document(language);
  const { retryAfterMs, retryAfterSeconds } = problem.extra;
  const ms = retryAfterMs ?? (typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : undefined);
  return { type, status, title, detail, ...(typeof ms === 'number' && { retryAfterMs: ms }) };
}
