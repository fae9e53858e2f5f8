import type { Redis } from 'ioredis';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';

const keyOf = (kind: string, id: string) => `oidc:${kind}:${id}`;
const uidKey = (uid: string) => `oidc:uid:${uid}`;
const grantKey = (grantId: string) => `oidc:members:${grantId}`;

/** What is gone when a grant is revoked. An interaction names a grant too, and outlives it: another person may be signing in. */
const endWithGrant = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

/** Marks a code or token as used: 1 the first time, 0 afterwards, -1 when there is none. */
const consumeOnce = `if redis.call('exists', KEYS[1]) == 0 then return -1 end return redis.call('hsetnx', KEYS[1], 'consumed', ARGV[1])`;

/**
 * What the provider remembers, in Redis: a hash for each thing, gone when it expires. Losing it signs everybody out and loses nothing else.
 * @param kind the provider's name for it: Session, Grant, AuthorizationCode …
 */
export class RedisAdapter implements Adapter {
  constructor(
    private readonly redis: Redis,
    private readonly kind: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const key = keyOf(this.kind, id);
    const seconds = Math.max(1, expiresIn);
    const write = this.redis.multi().hset(key, 'payload', JSON.stringify(payload)).expire(key, seconds);
    if (this.kind === 'Session' && payload.uid) write.set(uidKey(payload.uid), id, 'EX', seconds);
    if (payload.grantId && endWithGrant.has(this.kind)) {
      const members = grantKey(payload.grantId);
      write.sadd(members, key).expire(members, seconds, 'NX').expire(members, seconds, 'GT');
    }
    await write.exec();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const { payload, consumed } = await this.redis.hgetall(keyOf(this.kind, id));
    if (!payload) return undefined;
    return { ...(JSON.parse(payload) as AdapterPayload), ...(consumed && { consumed: Number(consumed) }) };
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const id = await this.redis.get(uidKey(uid));
    return id ? this.find(id) : undefined;
  }

  /** Codes for devices without a keyboard are not offered. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** Of two that use the same code at the same instant one is too late, and ends the grant for both (RFC 6749, 4.1.2). */
  async consume(id: string): Promise<void> {
    const first = await this.redis.eval(consumeOnce, 1, keyOf(this.kind, id), Math.floor(Date.now() / 1_000));
    if (first === 1) return;
    const grantId = (await this.find(id))?.grantId;
    if (grantId) {
      await this.revokeByGrantId(grantId);
      await this.redis.del(keyOf('Grant', grantId));
    }
    throw new errors.InvalidGrant('already used');
  }

  async destroy(id: string): Promise<void> {
    await this.redis.del(keyOf(this.kind, id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const members = grantKey(grantId);
    await this.redis.del(members, ...(await this.redis.smembers(members)));
  }
}
