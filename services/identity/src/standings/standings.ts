import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bus } from '@sportello/messaging/bus';
import { policyKey, STANDING_KEPT_SECONDS, signInsSubject, standingKey } from '@sportello/messaging/sign-ins';
import { Redis } from 'ioredis';
import { DataSource, type EntityManager } from 'typeorm';
import { policyInForce } from '../policies/in-force.js';

/** Longer than any sign-in lasts, in hours: what Redis has lost of it is told again. */
const TOLD_HOURS = 11;
/** Milliseconds between two looks for what a crash left untold, and for a policy that comes into force. */
const SWEEP_MS = 1_000;
const BATCH = 1_000;

/** Two changes may be told in either order: the higher version stays. */
const raise = `if (tonumber(redis.call('get', KEYS[1])) or -1) < tonumber(ARGV[1]) then redis.call('set', KEYS[1], ARGV[1], 'EX', ARGV[2]) end`;

interface Version {
  personId: string;
  version: number;
}

/** Counts, in the caller's transaction, a change of what a person may do. */
export type Change = (personId: string, options?: { endsSignIns?: Date }) => Promise<void>;

/**
 * Tells the gateway whose rights have changed, before the change is answered. The row is the truth and Redis a copy of its version: a crash
 * between commit and announcement is mended by the sweep, a Redis that lost its last writes by announcing all that matter again.
 */
@Injectable()
export class Standings implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Standings.name);
  private sweeping?: NodeJS.Timeout;
  private readonly onReady = () => this.later(() => this.tellRecent());

  constructor(
    private readonly db: DataSource,
    private readonly redis: Redis,
    private readonly bus: Bus,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => this.later(() => this.sweep()), SWEEP_MS);
    this.redis.on('ready', this.onReady);
    this.onReady();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
    this.redis.off('ready', this.onReady);
  }

  /**
   * Runs a transaction that may change what people may do. When it answers, every session, token and open page of theirs is read anew.
   * @param concerned whom it is about, if one person: said again without a change, it still answers only when the gateway knows
   */
  async transaction<T>(concerned: string | null, work: (tx: EntityManager, change: Change) => Promise<T>): Promise<T> {
    const people = new Set(concerned === null ? [] : [concerned]);
    const result = await this.db.transaction((tx) =>
      work(tx, async (personId, { endsSignIns = null } = {}) => {
        people.add(personId);
        await tx.query(
          `insert into standings as known (person_id, version, sign_ins_since, changed_at, is_told) values ($1, 1, $2, now(), false)
           on conflict (person_id) do update set version = known.version + 1, changed_at = now(), is_told = false,
             sign_ins_since = coalesce(excluded.sign_ins_since, known.sign_ins_since)`,
          [personId, endsSignIns],
        );
      }),
    );
    await this.tell(await this.versions('person_id = any($1)', [[...people]]));
    return result;
  }

  /** What was committed and not told: its service stopped in between, or Redis was away. */
  async sweep(): Promise<void> {
    await this.tell(await this.versions('not is_told', []));
    const { version } = await policyInForce(this.db.manager, new Date());
    await this.redis.set(policyKey, version);
  }

  private async tellRecent(): Promise<void> {
    const since = new Date(Date.now() - TOLD_HOURS * 3_600_000);
    await this.tell(await this.versions('changed_at > $1 or not is_told', [since]));
    await this.sweep();
  }

  private versions(where: string, values: unknown[]): Promise<Version[]> {
    return this.db.query(`select person_id "personId", version from standings where ${where}`, values);
  }

  private async tell(versions: Version[]): Promise<void> {
    for (let at = 0; at < versions.length; at += BATCH) {
      const told = versions.slice(at, at + BATCH);
      const writes = this.redis.pipeline();
      for (const { personId, version } of told) writes.eval(raise, 1, standingKey(personId), version, STANDING_KEPT_SECONDS);
      for (const [error] of (await writes.exec()) ?? []) if (error) throw error;
      for (const { personId } of told) this.bus.nats.publish(signInsSubject, personId);
      await this.db.query(
        `update standings set is_told = true from unnest($1::uuid[], $2::int[]) as told (person_id, version)
         where standings.person_id = told.person_id and standings.version = told.version and not is_told`,
        [told.map(({ personId }) => personId), told.map(({ version }) => version)],
      );
    }
  }

  private later(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.logger.warn({ err: error, msg: 'changed rights were not told, trying again' }));
  }
}
