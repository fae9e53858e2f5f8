import type { Provider, Type } from '@nestjs/common';
import type { ServiceName } from '@sportello/contracts/topology';
import type { z } from 'zod';
import type { Entities, Migrations } from './database.js';

/** All that makes one service: `app.module.ts` writes it, `main.ts` starts it. */
export interface ServiceDefinition {
  name: ServiceName;
  config: z.ZodType;
  entities: Entities;
  migrations: Migrations;
  /** The classes whose methods answer contracts. */
  controllers: Type[];
  /** What the doors use, event handlers and job processors. */
  providers: Provider[];
  /** Names of the BullMQ queues of this service. */
  queues: string[];
  /** What else it cannot work without, by name: asked for readiness, beside database, bus and Redis. */
  checks?: Record<string, (get: <T>(token: Type<T> | symbol) => T) => Promise<unknown>>;
}
