import { Inject, Injectable } from '@nestjs/common';
import {
  AnsweredAcquisition,
  AnsweredRegistration,
  type AskedAcquisition,
  type AskedRegistration,
} from '@sportello/contracts/practices/systems';
import { CONFIG } from '@sportello/service/config';
import type { z } from 'zod';
import type { PracticesConfig } from '../config.js';
import { askSystem } from '../systems/ask-system.js';

/** The systems of bodies: their protocol, and their offices of destination. Nothing here remembers what was asked. */
@Injectable()
export class BodySystems {
  constructor(@Inject(CONFIG) private readonly config: PracticesConfig) {}

  has(organizationId: string): boolean {
    return this.config.BODY_SYSTEMS.has(organizationId);
  }

  /** @throws NotTaken */
  register(organizationId: string, key: string, asked: AskedRegistration): Promise<AnsweredRegistration> {
    return this.ask(organizationId, 'registrations', { key, asked }, AnsweredRegistration);
  }

  /** @throws NotTaken */
  acquire(organizationId: string, key: string, asked: AskedAcquisition): Promise<AnsweredAcquisition> {
    return this.ask(organizationId, 'acquisitions', { key, asked }, AnsweredAcquisition);
  }

  private ask<T extends { key: string }>(organizationId: string, path: string, what: { key: string; asked: object }, shape: z.ZodType<T>) {
    const { BODY_SYSTEMS, BODY_SYSTEM_SECRETS, SYSTEM_DEADLINE_SECONDS: deadlineSeconds } = this.config;
    const address = { url: BODY_SYSTEMS.get(organizationId), secret: BODY_SYSTEM_SECRETS.get(organizationId), deadlineSeconds };
    return askSystem(address, path, what, shape);
  }
}
