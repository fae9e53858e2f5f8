import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';

/** True for the installation's own account, which works for no body and may write in all of them. */
export const isInstallation = ({ roles }: Actor): boolean => roles.includes('service');

/** @throws Problem `organizationNotFound`: no body and another body are one answer */
export function accessBody(organizationId: string, actor: Actor): void {
  if (!isInstallation(actor) && organizationId !== actor.organizationId) throw new Problem(organizationNotFound);
}
