import { createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import type { Output } from '@sportello/contracts/contract';
import type { SignInMethod } from '@sportello/contracts/identity/people';
import type { openSession } from '@sportello/contracts/identity/sessions';
import { unavailable } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import { Redis } from 'ioredis';
import { type ReadUnder, Standings, type Told } from './standings.js';

export type Account = Output<typeof openSession>['account'];

/** What the gateway keeps of a sign-in. The browser has only the name under which it is found. */
export interface Session extends ReadUnder {
  personId: string;
  /** In which capacity this sign-in acts: a body's officer, or a person for herself. */
  capacity: 'citizen' | 'officer';
  /** The address at which she signed in: elsewhere the cookie opens nothing. */
  home: string;
  method: SignInMethod;
  level: number;
  /** ISO 8601. */
  authenticatedAt: string;
  authenticationId: string;
  account: Account;
  csrfToken: string;
  /** For the sign-out at the issuer. */
  idToken: string;
  refreshToken: string | null;
  /** The issuer's session, which its back-channel logout names. */
  sid: string | null;
  /** Milliseconds; the sign-in ends then, whatever is done. */
  endsAt: number;
}

/** A session as it is at this moment, with what was told of its person's rights. */
export interface Found {
  session: Session;
  told: Told;
}

/** A sign-in that is not used for this long ends. Seconds. */
export const IDLE_SECONDS = 30 * 60;
/** A sign-in ends after this long in any case. Milliseconds. */
export const LONGEST_MS = 10 * 3_600_000;
/** A sign-in in use is kept alive so often. Milliseconds. */
const TOUCHED_EVERY_MS = 5_000;
const REMEMBERED_MOST = 5_000;
/** Two changes of one session at the same instant try again so often. */
const TRIES = 20;

/** Writes only over what was read: a session that ended meanwhile stays ended. */
const replaceSame = `if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1`;

/** Sessions in Redis, under the hash of their name: who reads the store cannot use what he reads. */
@Injectable()
export class SessionStore {
  private readonly logger = new Logger(SessionStore.name);
  /** What was read last, so that the same text is not parsed again; it is never used without the text being read. */
  private readonly remembered = new Map<string, { text: string; session: Session; touchedAt: number }>();
  private readonly ends = new EventEmitter();

  constructor(
    private readonly redis: Redis,
    private readonly standings: Standings,
  ) {}

  async create(session: Session): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const writes = this.redis.multi().set(keyOf(id), JSON.stringify(session), 'EX', IDLE_SECONDS);
    if (session.sid) writes.set(sidKey(session.sid), keyOf(id), 'PX', LONGEST_MS);
    for (const [error] of (await writes.exec()) ?? []) if (error) throw error;
    return id;
  }

  /** Null when there is none, or it has ended. Reading keeps it alive, unless it is only looked at. */
  async find(id: string, { keepsAlive = true } = {}): Promise<Found | null> {
    const key = keyOf(id);
    const known = this.remembered.get(key);
    const first = known ? null : await this.redis.get(key);
    const personId = (known?.session ?? parsed(first))?.personId;
    if (!personId) return null;
    const { values, told } = await this.standings.toldWith([key], personId);
    const [text] = values;
    const now = Date.now();
    const session = text && (text === known?.text ? known.session : parsed(text));
    if (!text || !session || session.endsAt <= now) {
      this.remembered.delete(key);
      return null;
    }
    if (this.remembered.size >= REMEMBERED_MOST) this.remembered.clear();
    const touches = keepsAlive && now - (known?.touchedAt ?? 0) > TOUCHED_EVERY_MS;
    this.remembered.set(key, { text, session, touchedAt: touches ? now : (known?.touchedAt ?? 0) });
    if (touches)
      void this.redis.expire(key, IDLE_SECONDS).catch((error: unknown) => this.logger.warn({ err: error, msg: 'not kept alive' }));
    return { session, told };
  }

  /** True for a name by which a session was found a moment ago: good enough to count by, and for nothing else. */
  isRemembered(id: string): boolean {
    return this.remembered.has(keyOf(id));
  }

  /** Changes a session as it is now. @returns null when it has ended: what is over is never written again */
  async change(id: string, how: (session: Session) => Session): Promise<Session | null> {
    const key = keyOf(id);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const text = await this.redis.get(key);
      const before = parsed(text);
      if (!text || !before || before.endsAt <= Date.now()) return null;
      const changed = how(before);
      if ((await this.redis.eval(replaceSame, 1, key, text, JSON.stringify(changed), IDLE_SECONDS)) === 1) return changed;
    }
    throw new Problem(unavailable, undefined, { retryAfterSeconds: 1 });
  }

  async end(id: string): Promise<void> {
    await this.endKey(keyOf(id));
  }

  /** Ends the session that belongs to one of the issuer's (back-channel logout). */
  async endBySid(sid: string): Promise<void> {
    const key = await this.redis.getdel(sidKey(sid));
    if (key) await this.endKey(key);
  }

  /** Calls back with the person of each session that this process ends. */
  whenEnded(listener: (personId: string) => void): void {
    this.ends.on('end', listener);
  }

  /** True for one caller at a time: refresh tokens rotate, and a second use of one would end the sign-in. */
  async mayRenew(id: string): Promise<boolean> {
    return (await this.redis.set(`renewing:${keyOf(id)}`, '1', 'PX', 5_000, 'NX')) === 'OK';
  }

  /** The instant, in milliseconds, at which the sign-in ends unless it is used. */
  async expiresAt(id: string, session: Session): Promise<number> {
    const left = await this.redis.pttl(keyOf(id));
    return Math.min(Date.now() + Math.max(0, left), session.endsAt);
  }

  private async endKey(key: string): Promise<void> {
    const ended = parsed(await this.redis.getdel(key));
    this.remembered.delete(key);
    if (ended) this.ends.emit('end', ended.personId);
  }
}

const parsed = (text: string | null): Session | null => (text ? (JSON.parse(text) as Session) : null);
const keyOf = (id: string) => `session:${createHash('sha256').update(id).digest('base64url')}`;
const sidKey = (sid: string) => `sid:${sid}`;
