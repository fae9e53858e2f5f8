import { Injectable } from '@nestjs/common';
import { policyKey, STANDING_KEPT_SECONDS, standingKey } from '@sportello/messaging/sign-ins';
import { Redis } from 'ioredis';
import { KeysAtOnce } from './keys-at-once.js';

/** What an account was read under: the version of the person's rights, and the policy in force. */
export interface ReadUnder {
  standing: number;
  policy: string;
}

/** What the identity service has told last; null where Redis has lost it, or nothing was ever told. */
export interface Told {
  standing: string | null;
  policy: string | null;
}

/** Puts a version where the one that was seen still stands: what was told meanwhile is left alone. */
const replaceSeen = `local now = redis.call('get', KEYS[1])
if (now or '') == ARGV[1] then redis.call('set', KEYS[1], ARGV[2], 'EX', ARGV[3]) end`;

/** Whether what is remembered of a person's rights still holds: one look into Redis, together with her session. */
@Injectable()
export class Standings {
  private readonly keys: KeysAtOnce;

  constructor(private readonly redis: Redis) {
    this.keys = new KeysAtOnce(redis);
  }

  async told(personId: string): Promise<Told> {
    return (await this.toldWith([], personId)).told;
  }

  /** The same, with the values of other keys read in the same instant. */
  async toldWith(others: string[], personId: string): Promise<{ values: (string | null)[]; told: Told }> {
    const read = await this.keys.read(...others, standingKey(personId), policyKey);
    const [standing = null, policy = null] = read.slice(others.length);
    return { values: read.slice(0, others.length), told: { standing, policy } };
  }

  /** Nothing told is no proof: a Redis that was flushed has lost what was withdrawn. */
  holds({ standing, policy }: ReadUnder, told: Told): boolean {
    return told.standing !== null && Number(told.standing) <= standing && (told.policy === null || told.policy === policy);
  }

  /** After the account was read anew: the database's version counts where Redis had none, or one of a future that was lost. */
  async settle(personId: string, seen: Told, { standing }: ReadUnder): Promise<void> {
    if (seen.standing === null || Number(seen.standing) > standing)
      await this.redis.eval(replaceSeen, 1, standingKey(personId), seen.standing ?? '', standing, STANDING_KEPT_SECONDS);
  }
}
