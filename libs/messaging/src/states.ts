import type { Event, Payload } from '@sportello/contracts/contract';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** The present rows of a service, its own or copies, as payloads of the event that tells such a row whole. */
export interface States<E extends Event = Event> {
  event: E;
  /**
   * @param after the key of the last row that was read; null at the beginning
   * @returns the next rows in the order of their keys, `limit` at most
   */
  read(db: EntityManager, after: string | null, limit: number): Promise<Payload<E>[]>;
}

export const states = <E extends Event>(event: E, read: States<E>['read']): States => ({ event, read: read as States['read'] });

/** A row as it travels, with its key. */
export interface Row {
  key: string;
  data: Record<string, unknown>;
}

/** One page of rows as they travel. */
export async function rowsOf({ event, read }: States, db: EntityManager, after: string | null, limit: number): Promise<Row[]> {
  const payloads = await read(db, after, limit);
  return payloads.map((payload) => {
    const data = z.encode(event.payload, payload as never) as Record<string, unknown>;
    return { key: String(data[event.key ?? '']), data };
  });
}
