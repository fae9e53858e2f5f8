import type { Text } from '@sportello/contracts/contract';
import { procedureChanged } from '@sportello/contracts/practices/procedures';
import { invalidInput } from '@sportello/contracts/problems';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import type { EntityManager } from 'typeorm';
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

/** A request that is paid first waits for an amount; without one it would wait for ever. */
export const paymentFaults = ({ settings }: Pick<Procedure, 'settings'>): { pointer: string; detail: Text }[] =>
  settings.payment === 'request' && settings.paymentCents === undefined ? [{ pointer: '/settings/paymentCents', detail: amountFirst }] : [];

/** What is sent on a click day is completed beforehand, and waits for no payment. */
export const fitsClickDay = ({ requiresConfirmation, payment }: Procedure['settings']): boolean =>
  requiresConfirmation && payment !== 'request';

/** Of a service that has a click day already. */
export const clickDayFaults = ({
  clickDayId,
  settings,
}: Pick<Procedure, 'clickDayId' | 'settings'>): { pointer: string; detail: Text }[] =>
  clickDayId && !fitsClickDay(settings) ? [{ pointer: '/settings', detail: sentOnClickDay }] : [];

const sentOnClickDay: Text = {
  it: 'Il servizio si invia in un click day: la domanda va chiusa prima dell’invio e non si paga prima della presentazione',
  en: 'The service is sent on a click day: a request is completed before it is sent, and nothing is paid before it is presented',
};
const amountFirst: Text = {
  it: 'Indica quanto si paga prima della presentazione',
  en: 'Say how much is paid before the request is presented',
};
const closesFirst: Text = { it: 'La chiusura deve venire dopo l’apertura', en: 'It must close after it opens' };
