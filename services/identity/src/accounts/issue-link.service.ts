import { createHmac } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { issueLink } from '@sportello/contracts/identity/links';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { DataSource } from 'typeorm';
import { type Config } from '../config.js';
import { derivedKey } from './derived-key.js';
import { hashOfSecret, OneTimeLink } from './one-time-link.entity.js';

/** Tells the service that writes the mail of a one-time link what opens it. */
@Controller()
export class IssueLinkService {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same secret whenever the same mail is written: made of the link's id and of a key that no table holds. */
  @Handles(issueLink)
  async issue({ id }: Input<typeof issueLink>): Promise<Output<typeof issueLink>> {
    const link = await this.db.manager.findOneBy(OneTimeLink, { id });
    if (!link?.isOpen(new Date())) return { path: null };
    const secret = createHmac('sha256', derivedKey(this.config.COOKIE_KEYS[0], 'one-time links')).update(id).digest('base64url');
    await this.db.manager.update(OneTimeLink, { id }, { secretHash: hashOfSecret(secret) });
    return { path: `${new URL(this.config.OIDC_ISSUER).pathname}/credentials/link/${secret}` };
  }
}
