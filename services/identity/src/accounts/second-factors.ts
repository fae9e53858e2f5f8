import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@sportello/service/config';
import { Counts } from '@sportello/service/counts';
import { hasLaboratory } from '@sportello/service/laboratory';
import { Redis } from 'ioredis';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Config } from '../config.js';
import { OfficerRow } from '../officers/officer.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { endOf, keyOf, WINDOW_MS } from './attempts.js';
import { Credential } from './credential.entity.js';
import { derivedKey } from './derived-key.js';
import { SecondFactor } from './second-factor.entity.js';
import { base32, keyUri, SECRET_BYTES, stepOf } from './totp.js';

/** How long somebody may take between her password and her code. Seconds. */
const CHOICE_SECONDS = 10 * 60;
/** Wrong codes of one person in a window. */
const MOST_WRONG = 5;
const RECOVERY_CODES = 10;

/** What a sign-in waits for after the right password. */
export type Asked =
  | { is: 'code' }
  /** The app is not set yet: what it is to be told. */
  | { is: 'setting'; secret: string; uri: string }
  /** It was set just now: shown once, then the sign-in goes on. */
  | { is: 'recovery'; codes: string[] };

export type CodeOutcome =
  | { is: 'right'; personId: string }
  | { is: 'wrong' }
  | { is: 'expired' }
  | { is: 'set' }
  | { is: 'locked'; until: Date };

export type Confirmation = { is: 'right' } | { is: 'wrong-code' } | { is: 'locked-code'; until: Date };

interface Waiting {
  personId: string;
  /** Base64url, while the app is being set. */
  secret?: string;
  codes?: string[];
}

/** A code of an app, beside the password, for those who look after a body (IDE-50). */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly db: DataSource,
    private readonly redis: Redis,
    private readonly counts: Counts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * After the right password was typed.
   * @param interaction the sign-in at hand, which belongs to one browser
   * @returns true when a code is asked before she enters
   */
  async isNeeded(personId: string, interaction: string): Promise<boolean> {
    const isSet = await this.db.manager.existsBy(SecondFactor, { personId });
    if (!isSet && !(await this.mustHave(personId))) return false;
    await this.keep(interaction, { personId, ...(!isSet && { secret: randomBytes(SECRET_BYTES).toString('base64url') }) });
    return true;
  }

  /** What the page of this sign-in asks; null when it asks nothing. */
  async asked(interaction: string): Promise<Asked | null> {
    const waiting = await this.waiting(interaction);
    if (!waiting) return null;
    if (waiting.codes) return { is: 'recovery', codes: waiting.codes };
    if (waiting.secret === undefined) return { is: 'code' };
    const secret = Buffer.from(waiting.secret, 'base64url');
    const credential = await this.db.manager.findOneBy(Credential, { personId: waiting.personId });
    return { is: 'setting', secret: base32(secret), uri: keyUri(secret, credential?.username ?? '', 'Sportello') };
  }

  /** Counted before the code is looked at, so that many at once do not slip through. */
  async check(interaction: string, typed: string, address: string, now: Date): Promise<CodeOutcome> {
    const waiting = await this.waiting(interaction);
    if (!waiting || waiting.codes) return { is: 'expired' };
    const { personId, secret } = waiting;
    const key = keyOf('code', personId);
    const tries = (await this.counts.add([key], WINDOW_MS, now)).get(key);
    if (tries && tries.count > MOST_WRONG) return { is: 'locked', until: endOf(tries) };
    if (secret !== undefined) {
      const step = stepOf(Buffer.from(secret, 'base64url'), typed, now);
      if (step === null) return { is: 'wrong' };
      await this.counts.forget([key]);
      const isSet = await this.set(interaction, personId, Buffer.from(secret, 'base64url'), step, address, now);
      return { is: isSet ? 'set' : 'expired' };
    }
    if (!(await this.isRight(personId, typed, now))) {
      await noteSecurity(this.db.manager, 'second-factor-failed', await this.about(personId), { personId: null, address });
      return { is: 'wrong' };
    }
    await Promise.all([this.counts.forget([key]), this.redis.del(named(interaction))]);
    return { is: 'right', personId };
  }

  /**
   * For what is done outside a sign-in by whoever typed the right password, such as changing it.
   * @returns `right` too where no app is set
   */
  async confirm(personId: string, typed: string, address: string, now: Date): Promise<Confirmation> {
    if (!(await this.db.manager.existsBy(SecondFactor, { personId }))) return { is: 'right' };
    const key = keyOf('code', personId);
    const tries = (await this.counts.add([key], WINDOW_MS, now)).get(key);
    if (tries && tries.count > MOST_WRONG) return { is: 'locked-code', until: endOf(tries) };
    if (!(await this.isRight(personId, typed, now))) {
      await noteSecurity(this.db.manager, 'second-factor-failed', await this.about(personId), { personId: null, address });
      return { is: 'wrong-code' };
    }
    await this.counts.forget([key]);
    return { is: 'right' };
  }

  /** After the recovery codes were shown. @returns who enters */
  async finish(interaction: string): Promise<string | null> {
    const waiting = await this.waiting(interaction);
    if (!waiting?.codes) return null;
    await this.redis.del(named(interaction));
    return waiting.personId;
  }

  /** Takes one recovery code, or the code of a step that is newer than the last: the row says so in one statement, however many ask at once. */
  private async isRight(personId: string, typed: string, now: Date): Promise<boolean> {
    const factor = await this.db.manager.findOneBy(SecondFactor, { personId });
    if (!factor) return false;
    const secret = this.decrypt(factor.secret);
    const step = stepOf(secret, typed, now);
    const [, taken]: [unknown, number] =
      step === null
        ? await this.db.query(
            'update second_factors set recovery_hashes = recovery_hashes - $2::text where person_id = $1 and recovery_hashes ? $2::text',
            [personId, hashOfCode(typed)],
          )
        : await this.db.query('update second_factors set last_step = $2, secret = $3 where person_id = $1 and last_step < $2', [
            personId,
            step,
            this.encrypt(secret),
          ]);
    return taken === 1;
  }

  /** @returns false for somebody who has set one since this sign-in began: nobody replaces it with the password alone */
  private async set(interaction: string, personId: string, secret: Buffer, step: number, address: string, now: Date): Promise<boolean> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(10)).replace(/(.{4})(?=.)/g, '$1-'));
    const isFirst = await this.db.transaction(async (tx) => {
      const row = {
        personId,
        secret: this.encrypt(secret),
        lastStep: String(step),
        recoveryHashes: codes.map(hashOfCode),
        setAt: now,
      };
      const { raw } = await tx.createQueryBuilder().insert().into(SecondFactor).values(row).orIgnore().returning('person_id').execute();
      if ((raw as unknown[]).length === 0) return false;
      await noteSecurity(tx, 'second-factor-set', await this.about(personId, tx), { personId, address });
      return true;
    });
    if (isFirst) await this.keep(interaction, { personId, codes });
    return isFirst;
  }

  private async mustHave(personId: string): Promise<boolean> {
    if (hasLaboratory('password-alone', this.config)) return false;
    return this.db.manager.existsBy(OfficerRow, { id: personId, role: In(['manager', 'administrator']), state: In(['active', 'invited']) });
  }

  private async about(personId: string, tx: EntityManager = this.db.manager) {
    const officer = await tx.findOneBy(OfficerRow, { id: personId });
    return { personId, organizationId: officer?.organizationId ?? null };
  }

  private async waiting(interaction: string): Promise<Waiting | null> {
    const text = await this.redis.get(named(interaction));
    return text === null ? null : (JSON.parse(this.decrypt(text).toString()) as Waiting);
  }

  /** A secret that is being set, and codes that are being shown, lie in Redis as they do in the table: encrypted. */
  private async keep(interaction: string, waiting: Waiting): Promise<void> {
    await this.redis.set(named(interaction), this.encrypt(Buffer.from(JSON.stringify(waiting))), 'EX', CHOICE_SECONDS);
  }

  private encrypt(text: Buffer): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyFrom(this.config.COOKIE_KEYS[0] ?? ''), iv);
    const encrypted = Buffer.concat([cipher.update(text), cipher.final()]);
    return [iv, cipher.getAuthTag(), encrypted].map((part) => part.toString('base64url')).join('.');
  }

  /** By the first key that fits: what an older one encrypted is encrypted anew at the next sign-in. @throws Error when none fits */
  private decrypt(text: string): Buffer {
    const [iv, tag, encrypted] = text.split('.').map((part) => Buffer.from(part, 'base64url'));
    if (!iv || !tag || !encrypted) throw new Error('A second factor is not readable');
    for (const key of this.config.COOKIE_KEYS) {
      const decipher = createDecipheriv('aes-256-gcm', keyFrom(key), iv).setAuthTag(tag);
      const start = decipher.update(encrypted);
      try {
        return Buffer.concat([start, decipher.final()]);
      } catch {
        // Another key may have encrypted it.
      }
    }
    throw new Error('No key of COOKIE_KEYS opens a second factor');
  }
}

const named = (interaction: string) => `second-factor:${interaction}`;
const keyFrom = (secret: string) => derivedKey(secret, 'second factors');
/** Typed with or without hyphens, in any case. */
const hashOfCode = (typed: string) =>
  createHash('sha256')
    .update(typed.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest('hex');
