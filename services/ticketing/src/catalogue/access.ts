import { helpServiceClosed, helpServiceNotFound } from '@sportello/contracts/ticketing/catalogue';
import { bodyOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { HelpService } from './help-service.entity.js';

/** The profile by which the catalogue is read: whoever is not signed in, and whoever works, sees what it is for everybody. */
export const profileOf = ({ profileKind, organizationId }: Actor): string => (organizationId ? 'citizen' : (profileKind ?? 'citizen'));

/** @throws Problem `helpServiceNotFound`: not there, not published, and for others, are one answer (CAT-11) */
export async function findOffered(tx: EntityManager, id: string, actor: Actor): Promise<HelpService> {
  const service = await tx.findOneBy(HelpService, { id });
  if (!service?.isOfferedTo(profileOf(actor))) throw new Problem(helpServiceNotFound);
  return service;
}

/** @throws Problem `helpServiceClosed` for one that is suspended */
export async function findAskable(tx: EntityManager, id: string, actor: Actor): Promise<HelpService & { formId: string }> {
  const service = await findOffered(tx, id, actor);
  if (service.status === 'suspended' || !service.formId) throw new Problem(helpServiceClosed);
  return service as HelpService & { formId: string };
}

/** For whoever looks after the catalogue of her body. @throws Problem `helpServiceNotFound` */
export async function accessHelpService(tx: EntityManager, id: string, actor: Actor): Promise<HelpService> {
  const where = { id, organizationId: bodyOf(actor) };
  const service = await tx.findOne(HelpService, { where, lock: { mode: 'pessimistic_write' } });
  if (!service) throw new Problem(helpServiceNotFound);
  return service;
}
