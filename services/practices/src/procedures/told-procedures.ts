import type { Output } from '@sportello/contracts/contract';
import type { getProcedure } from '@sportello/contracts/practices/procedures';
import { namesOf } from '@sportello/directory/copies';
import type { Actor } from '@sportello/messaging/actor';
import type { EntityManager } from 'typeorm';
import { fullReason, placesLeft } from '../limits/limits.js';
import type { Procedure } from './procedure.entity.js';

export type Shape = Output<typeof getProcedure>;

/** Services as they are told to somebody: with the names of their bodies, and whether she may start them now. */
export async function shapesOf(tx: EntityManager, procedures: readonly Procedure[], actor: Actor): Promise<Shape[]> {
  const names = await namesOf(
    tx,
    procedures.map(({ organizationId }) => organizationId),
  );
  const left = await placesLeft(tx, procedures);
  const now = new Date();
  return procedures.map((procedure) => {
    const places = left.get(procedure.id) ?? null;
    const reason = procedure.whyNot(actor, now) ?? (places === 0 ? fullReason(procedure.limits) : null);
    const organizationName = names.get(procedure.organizationId) ?? '';
    return { ...procedure, organizationName, placesLeft: places, canStart: reason === null, reason };
  });
}

export async function shapeOf(tx: EntityManager, procedure: Procedure, actor: Actor): Promise<Shape> {
  const [shape] = await shapesOf(tx, [procedure], actor);
  return shape as Shape;
}
