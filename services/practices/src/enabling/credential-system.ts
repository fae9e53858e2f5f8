import { Inject, Injectable } from '@nestjs/common';
import {
  AnsweredCheck,
  AnsweredCredential,
  type AskedCheck,
  type AskedCredential,
} from '@sportello/contracts/practices/credential-systems';
import { CONFIG } from '@sportello/service/config';
import type { PracticesConfig } from '../config.js';
import { askSystem, type SystemAddress } from '../systems/ask-system.js';

/** The systems that keep the credentials of regions (INT-12). */
@Injectable()
export class CredentialSystems {
  constructor(@Inject(CONFIG) private readonly config: PracticesConfig) {}

  /** @throws NotTaken */
  check(organizationId: string, key: string, asked: AskedCheck): Promise<AnsweredCheck> {
    return askSystem(this.addressOf(organizationId), 'checks', { key, asked }, AnsweredCheck);
  }

  /** @throws NotTaken */
  issue(organizationId: string, key: string, asked: AskedCredential): Promise<AnsweredCredential> {
    return askSystem(this.addressOf(organizationId), 'credentials', { key, asked }, AnsweredCredential);
  }

  private addressOf(organizationId: string): SystemAddress {
    const { CREDENTIAL_SYSTEMS, CREDENTIAL_SYSTEM_SECRETS, SYSTEM_DEADLINE_SECONDS: deadlineSeconds } = this.config;
    return { url: CREDENTIAL_SYSTEMS.get(organizationId), secret: CREDENTIAL_SYSTEM_SECRETS.get(organizationId), deadlineSeconds };
  }
}
