import type { Provider, Type } from '@nestjs/common';
import type { ServiceName } from '@sportello/contracts/topology';
import type { States } from '@sportello/messaging/states';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Entities, Migrations } from './database.js';
import type { Figure } from './metrics.js';

/** All that makes one service: `app.module.ts` writes it, `main.ts` starts it. */
export interface ServiceDefinition {
  name: ServiceName;
  config: z.ZodType;
  entities: Entities;
  migrations: Migrations;
  /** The classes whose methods answer contracts. */
  controllers: Type[];
  /** What the doors use, event handlers, and jobs. */
  providers: Provider[];
  /**
   * Its present rows, for each event of its own that tells a row whole (`key`), and its copies, for each such event that it consumes.
   * Owners tell them again when they are asked; copies are counted by them.
   */
  states: States[];
  /** What else it tells in figures, as `sportello_<name>`. */
  figures?: Figure<DataSource>[];
  /** What else it uses, by name: without it the service is degraded, and answers people nevertheless. */
  checks?: Record<string, (get: <T>(token: Type<T> | symbol) => T) => Promise<unknown>>;
}
