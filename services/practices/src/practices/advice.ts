import type { Text } from '@sportello/contracts/contract';
import type { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import type { MoveName } from './move-name.js';

const finished: Text = {
  it: 'La pratica è conclusa: resta consultabile e si può ancora scrivere un messaggio',
  en: 'The practice has ended: it can still be read, and a message can still be written',
};
const takeFirst: Text = { it: 'Prima prendi in carico la pratica', en: 'Take charge of the practice first' };
const answerIsAwaited: Text = {
  it: "C'è una richiesta di integrazioni aperta: attendi la risposta",
  en: 'A request of additions is open: wait for the answer',
};
const judgeFirst: Text = {
  it: 'Prima accetta o rifiuta le integrazioni ricevute',
  en: 'Accept or refuse the additions received first',
};
const notPresented: Text = { it: "L'istanza non è ancora stata inviata", en: 'The request has not been sent yet' };
const completeFirst: Text = {
  it: 'Completa prima la compilazione con «Salva e prosegui»',
  en: 'Complete the form first, with "Save and go on"',
};
const backToDraft: Text = {
  it: 'Per cambiare i dati usa prima «Riporta in bozza»',
  en: 'To change the data bring it back to draft first',
};
const nothingAsked: Text = {
  it: "Non c'è una richiesta di integrazioni aperta: per scrivere all'ufficio usa i messaggi",
  en: 'No request of additions is open: write a message to the office instead',
};
const noAnswerYet: Text = {
  it: 'Si può solo dopo la risposta alla richiesta di integrazioni',
  en: 'Only possible after the answer to a request of additions',
};
const numberIsComing: Text = {
  it: 'La pratica sta per essere protocollata: riprova tra poco',
  en: 'The practice is about to be registered: try again shortly',
};
const onlyForwarded: Text = {
  it: "Le pratiche di questo servizio sono inoltrate all'ufficio di destinazione e non si lavorano qui",
  en: 'Practices of this service are forwarded to another office and are not worked here',
};
const alreadyInCharge: Text = { it: 'La pratica è già in carico', en: 'An officer is in charge of the practice already' };
const sentAlready: Text = { it: "L'istanza è già stata inviata", en: 'The request has been sent already' };

/** What a person can do instead of a move that her practice's state does not allow. */
export function insteadOf(move: MoveName, status: PracticeStatus, { workflow }: WorkflowSettings): Text {
  switch (move) {
    case 'save':
    case 'complete':
    case 'reopen':
    case 'delete':
      return status === 'ready' ? backToDraft : notPresented;
    case 'submit':
      return status === 'draft' ? completeFirst : sentAlready;
    case 'answer-amendment':
      return nothingAsked;
    case 'accept-amendment':
    case 'refuse-amendment':
      return isFinal(status) ? finished : noAnswerYet;
    case 'take':
      if (isFinal(status)) return finished;
      if (workflow === 'forward') return onlyForwarded;
      return status === 'submitted' ? numberIsComing : alreadyInCharge;
    case 'request-amendment':
    case 'approve':
    case 'reject':
      if (isFinal(status)) return finished;
      if (workflow === 'forward') return onlyForwarded;
      if (status === 'awaiting_amendment') return answerIsAwaited;
      return status === 'amendment_submitted' ? judgeFirst : takeFirst;
    case 'register':
    case 'acquire':
      return sentAlready;
    case 'give-back':
      return isFinal(status) ? finished : takeFirst;
  }
}

const isFinal = (status: PracticeStatus) => status === 'approved' || status === 'rejected' || status === 'acquired';
