import type { Text } from '@sportello/contracts/contract';
import { procedureChanged } from '@sportello/contracts/practices/procedures';
import { invalidInput } from '@sportello/contracts/problems';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import type { EntityManager } from 'typeorm';
import type { PracticesConfig } from '../config.js';
import { indexWords } from '../procedures/catalogue-search.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import type { Window } from '../procedures/window.js';

/** Keeps a service with the words by which it is found, and says that it changed. Its form is there already. */
export async function saveProcedure(tx: EntityManager, row: Procedure): Promise<Procedure> {
  await tx.save(row);
  const form = row.formId ? await tx.findOneBy(FormVersion, { id: row.formId }) : null;
  await indexWords(tx, row, form?.definition);
  await publish(tx, procedureChanged, { procedureId: row.id, organizationId: row.organizationId });
  return row;
}

/** @throws Problem `invalidInput` */
export function checkFaults(errors: readonly { pointer: string; detail: Text }[]): void {
  if (errors.length > 0) throw new Problem(invalidInput, undefined, { errors });
}

/** A service that closes before it opens would never be open, and nobody would be told why. */
export const windowFaults = ({ opensAt, closesAt }: Window): { pointer: string; detail: Text }[] =>
  opensAt && closesAt && closesAt <= opensAt ? [{ pointer: '/closesAt', detail: closesFirst }] : [];

interface Offer extends Pick<Procedure, 'organizationId'> {
  settings: Pick<Procedure['settings'], 'workflow' | 'payment'>;
}

/**
 * Settings that this installation cannot carry out: what is forwarded needs a system that takes it, and what is paid a service that takes
 * payments; without one its practices would wait for ever.
 */
export function notOffered(
  { organizationId, settings }: Offer,
  { BODY_SYSTEMS }: Pick<PracticesConfig, 'BODY_SYSTEMS'>,
): { setting: 'workflow' | 'payment'; why: Text }[] {
  return [
    ...(settings.workflow === 'forward' && !BODY_SYSTEMS.has(organizationId)
      ? [{ setting: 'workflow' as const, why: nowhereToForward }]
      : []),
    ...(settings.payment ? [{ setting: 'payment' as const, why: noPayments }] : []),
  ];
}

const closesFirst: Text = { it: 'La chiusura deve venire dopo l’apertura', en: 'It must close after it opens' };
const noPayments: Text = {
  it: 'I pagamenti richiedono un collegamento a pagoPA, che questa installazione non ha ancora',
  en: 'Payments need a connection to pagoPA, which this installation does not have yet',
};
const nowhereToForward: Text = {
  it: "L'inoltro richiede un collegamento al sistema dell'ente di destinazione, che per questo ente non è configurato",
  en: 'Forwarding needs a connection to the system of the office of destination, which is not set up for this body',
};
