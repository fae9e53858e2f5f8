import type { OperationName, ResponseOf } from '@sportello/pagopa/pa-for-node';
import { writeResponse } from '@sportello/pagopa/soap';

/** Why something is refused, in the words that pagoPA has for it. Source: pagoPA, SANP, faults of the creditor institution */
const faults = {
  PAA_SINTASSI_EXTRAXSD: 'Errore di sintassi extra XSD',
  PAA_SINTASSI_XSD: 'Errore di sintassi XSD',
  PAA_SEMANTICA: 'Errore semantico',
  PAA_ID_DOMINIO_ERRATO: 'Identificativo dominio errato',
  PAA_ID_INTERMEDIARIO_ERRATO: 'Identificativo intermediario errato',
  PAA_STAZIONE_INT_ERRATA: 'Identificativo stazione errato',
  PAA_PAGAMENTO_SCONOSCIUTO: 'Pagamento in attesa risulta sconosciuto all’Ente Creditore',
  PAA_PAGAMENTO_DUPLICATO: 'Pagamento in attesa risulta concluso all’Ente Creditore',
  PAA_PAGAMENTO_SCADUTO: 'Pagamento in attesa risulta scaduto all’Ente Creditore',
  PAA_PAGAMENTO_ANNULLATO: 'Pagamento in attesa risulta annullato all’Ente Creditore',
  PAA_RECEIPT_DUPLICATA: 'Ricevuta già acquisita',
  PAA_SYSTEM_ERROR: 'Errore generico',
} as const;
export type FaultCode = keyof typeof faults;

/** What is asked is refused for a reason that pagoPA has a code for. */
export class Refusal extends Error {
  constructor(
    readonly code: FaultCode,
    /** For the log and for staff: never what somebody is called, or owes. */
    readonly why: string = faults[code],
  ) {
    super(`${code}: ${why}`);
    this.name = 'Refusal';
  }
}

/** @param id fiscal code of the body that refuses */
export function refused(operation: OperationName, { code, why }: Refusal, id: string): string {
  const description = why === faults[code] ? undefined : why;
  const answer: ResponseOf<'paSendRT'> = { outcome: 'KO', fault: { faultCode: code, faultString: faults[code], id, description } };
  return writeResponse(operation, answer);
}
