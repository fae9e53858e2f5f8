import type { Text } from '@sportello/contracts/contract';
import type { AccessAction } from './note-access.js';

/** What is read, or done, by a practice, in the words of the person concerned and in those of the office. */
const readings: Readonly<Record<string, { own: Text; office: Text }>> = {
  'practice-read': {
    own: { it: 'Lettura di una tua istanza', en: 'One of your requests was read' },
    office: { it: 'Lettura della pratica', en: 'Practice read' },
  },
  'messages-read': {
    own: { it: 'Lettura dei messaggi di una tua istanza', en: 'The messages of one of your requests were read' },
    office: { it: 'Lettura dei messaggi', en: 'Messages read' },
  },
  'file-read': {
    own: { it: 'Apertura di un documento di una tua istanza', en: 'A document of one of your requests was opened' },
    office: { it: 'Apertura di un documento', en: 'Document opened' },
  },
  'practice-exported': {
    own: { it: 'Esportazione dei dati di una tua istanza', en: 'The data of one of your requests was exported' },
    office: { it: 'Esportazione dei dati', en: 'Data exported' },
  },
  'position-read': {
    own: { it: 'Lettura di quello che devi o hai pagato', en: 'What you owe or paid was read' },
    office: { it: 'Lettura di una posizione debitoria', en: 'Debt position read' },
  },
  'position-exported': {
    own: { it: 'Esportazione di quello che devi o hai pagato', en: 'What you owe or paid was exported' },
    office: { it: 'Esportazione di una posizione debitoria', en: 'Debt position exported' },
  },
  'appointment-read': {
    own: { it: 'Lettura di un tuo appuntamento', en: 'One of your appointments was read' },
    office: { it: 'Lettura di un appuntamento', en: 'Appointment read' },
  },
  'appointment-exported': {
    own: { it: 'Esportazione di un tuo appuntamento', en: 'One of your appointments was exported' },
    office: { it: 'Esportazione di un appuntamento', en: 'Appointment exported' },
  },
  'waiting-place-read': {
    own: { it: 'Lettura della tua iscrizione a una lista d’attesa', en: 'Your place on a waiting list was read' },
    office: { it: 'Lettura di un posto in lista d’attesa', en: 'Place on a waiting list read' },
  },
  'desk-visited': {
    own: { it: 'Ricerca dei tuoi dati allo sportello o al telefono', en: 'Your data was looked up at the desk or by phone' },
    office: { it: 'Ricerca di un cittadino', en: 'Citizen looked up' },
  },
  'account-enabled': {
    own: { it: "Abilitazione della tua utenza, chiesta con un'istanza", en: 'You were enabled, as a request asked' },
    office: { it: 'Utenza abilitata con la pratica', en: 'Account enabled by the practice' },
  },
};

const changes: Record<Exclude<AccessAction, 'account-enabled'>, Text> = {
  'person-registered': { it: 'Registrazione dei tuoi dati', en: 'Your data was registered' },
  'profiles-changed': { it: 'Modifica dei tuoi profili', en: 'Your profiles were changed' },
  'contacts-changed': { it: 'Modifica dei tuoi recapiti', en: 'Your contact points were changed' },
  'picture-changed': { it: 'Modifica della tua immagine', en: 'Your picture was changed' },
  'rights-changed': { it: 'Modifica delle tue abilitazioni', en: 'Your rights were changed' },
  'password-changed': { it: 'Modifica della tua password', en: 'Your password was changed' },
  'policy-accepted': { it: "Accettazione dell'informativa sulla privacy", en: 'The privacy policy was accepted' },
};

/** What an access was, for whom it concerns. */
export const ownWords = (action: string): Text =>
  readings[action]?.own ??
  (changes as Readonly<Record<string, Text>>)[action] ?? { it: 'Consultazione dei tuoi dati', en: 'Your data was read' };

/** What it was, for the body whose officer did it. */
export const officeWords = (action: string): Text => readings[action]?.office ?? { it: 'Consultazione dei dati', en: 'Data read' };
