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
const noRequestOpen: Text = { it: "Non c'è una richiesta di integrazioni aperta", en: 'No request of additions is open' };
const observationsAwaited: Text = {
  it: 'Il rigetto è stato annunciato: attendi le osservazioni del richiedente, o la fine del termine per inviarle',
  en: 'The refusal was announced: wait for the observations of the applicant, or for the end of the time for them',
};
const noneAnnounced: Text = {
  it: "L'ufficio non ha annunciato un rigetto: per scrivergli usa i messaggi",
  en: 'The office has not announced a refusal: write a message to it instead',
};
const notEnded: Text = { it: 'La pratica non è conclusa', en: 'The practice has not ended' };
const notReopened: Text = {
  it: 'Per questo servizio la riapertura non è prevista',
  en: 'The service does not foresee that practices are reopened',
};
const alreadyInCharge: Text = { it: 'La pratica è già in carico', en: 'An officer is in charge of the practice already' };
const payFirst: Text = {
  it: "L'istanza è presentata quando il pagamento è completato: usa «Procedi al pagamento»",
  en: 'The request is presented once it is paid: use "Go on to payment"',
};
const nothingToPay: Text = { it: 'Non ci sono pagamenti in attesa', en: 'No payment is awaited' };
const paymentUnderWay: Text = {
  it: 'Un pagamento è in corso: attendi il suo esito',
  en: 'A payment is under way: wait for its outcome',
};
const paymentIsAwaited: Text = {
  it: "L'esito è già deciso: sarà rilasciato quando il richiedente avrà pagato o dichiarato le marche da bollo",
  en: 'The outcome is decided: it is released when the applicant has paid or declared the stamps',
};
const sentAlready: Text = { it: "L'istanza è già stata inviata", en: 'The request has been sent already' };

/** What a person can do instead of a move that her practice's state does not allow. */
export function insteadOf(move: Exclude<MoveName, 'withdraw'>, status: PracticeStatus, { workflow }: WorkflowSettings): Text {
  switch (move) {
    case 'delete':
      if (status === 'payment_in_progress') return paymentUnderWay;
      return status === 'ready' ? backToDraft : notPresented;
    case 'save':
    case 'complete':
    case 'reopen':
      return status === 'ready' ? backToDraft : notPresented;
    case 'submit':
      if (status === 'draft') return completeFirst;
      return status === 'ready' || waitsForPayment(status) ? payFirst : sentAlready;
    case 'proceed-to-payment':
      if (status === 'draft') return completeFirst;
      return status === 'ready' ? nothingToPay : sentAlready;
    case 'register-payment':
    case 'exempt':
      return isFinal(status) ? finished : nothingToPay;
    case 'answer-amendment':
      return nothingAsked;
    case 'accept-amendment':
    case 'refuse-amendment':
      return isFinal(status) ? finished : noAnswerYet;
    case 'take':
      if (isFinal(status)) return finished;
      if (workflow === 'forward') return onlyForwarded;
      return status === 'submitted' ? numberIsComing : alreadyInCharge;
    case 'assign':
    case 'assign-office':
      if (isFinal(status)) return finished;
      return workflow === 'forward' ? onlyForwarded : status === 'submitted' ? numberIsComing : notPresented;
    case 'take-over':
    case 'release':
      if (isFinal(status)) return finished;
      return workflow === 'forward' ? onlyForwarded : takeFirst;
    case 'close-amendment':
      return isFinal(status) ? finished : noRequestOpen;
    case 'send-observations':
      return noneAnnounced;
    case 'cancel':
      if (isFinal(status)) return finished;
      return workflow === 'forward' ? onlyForwarded : notPresented;
    case 'ask-opinion':
    case 'give-opinion':
    case 'drop-opinion':
      if (isFinal(status)) return finished;
      return workflow === 'forward' ? onlyForwarded : takeFirst;
    case 'reopen-closed':
      return isFinal(status) ? notReopened : notEnded;
    case 'correct':
    case 'request-amendment':
    case 'announce-refusal':
    case 'approve':
    case 'approve-with-dues':
    case 'approve-partially':
    case 'reject':
      if (isFinal(status)) return finished;
      if (workflow === 'forward') return onlyForwarded;
      if (waitsForPayment(status)) return paymentIsAwaited;
      if (status === 'awaiting_amendment') return answerIsAwaited;
      if (status === 'awaiting_observations') return observationsAwaited;
      return status === 'amendment_submitted' ? judgeFirst : takeFirst;
    case 'payment-started':
    case 'payment-failed':
    case 'settle':
    case 'present':
    case 'conclude':
      return nothingToPay;
    case 'register':
    case 'acquire':
      return sentAlready;
    case 'auto-assign':
    case 'auto-assign-officer':
    case 'auto-assign-failed':
    case 'give-back':
    case 'end-observations':
    case 'tacit-approve':
    case 'tacit-reject':
      return isFinal(status) ? finished : takeFirst;
  }
}

const waitsForPayment = (status: PracticeStatus) => status === 'awaiting_payment' || status === 'payment_in_progress' || status === 'paid';
const isFinal = (status: PracticeStatus) =>
  ['approved', 'partially_approved', 'rejected', 'withdrawn', 'cancelled', 'acquired'].includes(status);
