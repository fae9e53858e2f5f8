import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Output } from '@sportello/contracts/contract';
import type { openSession, SignInMethod } from '@sportello/contracts/identity';
import { Redis } from 'ioredis';

export type Account = Output<typeof openSession>['account'];

/** What the gateway keeps of a sign-in. The browser has only the name under which it is found. */
export interface Session {
  personId: string;
  /** In which capacity this sign-in acts: a body's officer, or a person for herself. */
  capacity: 'citizen' | 'officer';
  method: SignInMethod;
  level: number;
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

/** A sign-in that is not used for this long ends. Seconds. */
export const IDLE_SECONDS = 30 * 60;
/** A sign-in ends after this long in any case. Milliseconds. */
export const LONGEST_MS = 10 * 3_600_000;
/** How long a replica may believe what it has read: what another replica changed is seen after that. Milliseconds. */
const BELIEVED_MS = 2_000;
const BELIEVED_MOST = 5_000;

/** Sessions in Redis, under the hash of their name: who reads the store cannot use what he reads. */
@Injectable()
export class SessionStore {
  private readonly believed = new Map<string, { session: Session; until: number }>();

  constructor(private readonly redis: Redis) {}

  async create(session: Session): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    await this.write(id, session);
    if (session.sid) await this.redis.set(`sid:${session.sid}`, keyOf(id), 'PX', LONGEST_MS);
    return id;
  }

  /** Null when there is none, or it has ended. Reading keeps it alive. */
  async find(id: string): Promise<Session | null> {
    const key = keyOf(id);
    const now = Date.now();
    const known = this.believed.get(key);
    if (known && known.until > now) return known.session.endsAt > now ? known.session : null;
    const text = await this.redis.getex(key, 'EX', IDLE_SECONDS);
    if (!text) {
      this.believed.delete(key);
      return null;
    }
    const session: Session = JSON.parse(text);
    if (session.endsAt <= now) return null;
    if (this.believed.size >= BELIEVED_MOST) this.believed.clear();
    this.believed.set(key, { session, until: now + BELIEVED_MS });
    return session;
  }

  async write(id: string, session: Session): Promise<void> {
    const key = keyOf(id);
    await this.redis.set(key, JSON.stringify(session), 'EX', IDLE_SECONDS);
    this.believed.delete(key);
  }

  async end(id: string): Promise<void> {
    const key = keyOf(id);
    await this.redis.del(key);
    this.believed.delete(key);
  }

  /** Ends the session that belongs to one of the issuer's (back-channel logout). */
  async endBySid(sid: string): Promise<void> {
    const key = await this.redis.getdel(`sid:${sid}`);
    if (key) {
      await this.redis.del(key);
      this.believed.delete(key);
    }
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
}

const keyOf = (id: string) => `session:${createHash('sha256').update(id).digest('base64url')}`;
