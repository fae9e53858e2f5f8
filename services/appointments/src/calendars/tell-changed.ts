import { calendarChanged } from '@sportello/contracts/appointments/desk';
import { publish } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import type { Calendar } from './calendar.entity.js';

/** Tells open pages and other services that a calendar is not what it was. */
export const tellChanged = (tx: EntityManager, { id, organizationId }: Pick<Calendar, 'id' | 'organizationId'>, at: Date): Promise<void> =>
  publish(tx, calendarChanged, { calendarId: id, organizationId, at });
