/** Paying on line: up to five notices leave for the payment page together, with one commission, and what became of them is told afterwards. */
import { z } from 'zod';
import { CivilDate, Id, Instant, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { noticeNumber } from './positions.js';

/** Beyond this nobody has notices to choose from; it keeps what is sent small. */
const MOST_SENT = 50;

const fiscalCode = z
  .string()
  .regex(/^\d{11}$/)
  .meta({ description: 'Fiscal code of the body that issued the notice, eleven digits', examples: ['77777777777'] });
const cents = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });

export const tooManyNotices = problem(
  409,
  'too-many-notices',
  'Si possono pagare al massimo cinque avvisi insieme',
  'At most five notices can be paid together',
  {
    it: 'Togli qualche avviso e paga gli altri con un secondo pagamento: ogni pagamento ha una sola commissione.',
    en: 'Take some notices out and pay the others by a second payment: each payment has a single commission.',
  },
);
export const noticeTwice = problem(409, 'notice-twice', 'Un avviso è stato scelto due volte', 'A notice was chosen twice', {
  it: 'Ogni avviso si paga una volta sola: togli quello ripetuto.',
  en: 'Each notice is paid once: take out the one that is repeated.',
});
export const noticeNotFound = problem(
  404,
  'payment-notice-not-found',
  'Nessun avviso da pagare corrisponde a questi codici',
  'No notice to be paid has these codes',
  {
    it: 'Controlla il codice avviso, di 18 cifre, e il codice fiscale dell’ente, di 11: sono scritti sull’avviso.',
    en: 'Check the notice number, 18 digits, and the fiscal code of the body, 11: they are written on the notice.',
  },
);
export const noticeMistyped = problem(
  422,
  'notice-mistyped',
  'Nel codice avviso c’è una cifra sbagliata',
  'A digit of the notice number is wrong',
  {
    it: 'Le ultime due cifre non corrispondono alle altre: ricontrolla il codice scritto sull’avviso.',
    en: 'The last two digits do not match the others: check the number that is written on the notice.',
  },
);
export const noticeNotPayable = problem(409, 'notice-not-payable', 'L’avviso non si può pagare', 'The notice cannot be paid', {
  it: 'È già stato pagato, è scaduto, oppure l’ente lo ha annullato.',
  en: 'It was paid already, it has expired, or the body has withdrawn it.',
});
export const paymentUnderWay = problem(
  409,
  'payment-under-way',
  'Un avviso è già pagato o è in corso di pagamento',
  'A notice is paid already, or is being paid',
  {
    it: 'Qualcuno ha iniziato a pagare uno di questi avvisi. Aspetta la conferma; se non arriva, riprova fra 30 minuti.',
    en: 'Somebody has begun to pay one of these notices. Wait for the confirmation; if none comes, try again in 30 minutes.',
  },
);
export const checkoutAway = problem(503, 'checkout-away', 'Il sito dei pagamenti non risponde', 'The payment page does not answer', {
  it: 'Niente è stato addebitato. Riprova fra qualche minuto, oppure paga con l’avviso in banca, alla posta o dal tabaccaio.',
  en: 'Nothing was charged. Try again in a few minutes, or pay by the notice in a bank, at the post office or at a tobacconist.',
});
export const cartNotFound = problem(404, 'cart-not-found', 'Questo pagamento non esiste', 'There is no such payment', {
  it: 'Il pagamento non esiste, oppure non è fra quelli che puoi vedere.',
  en: 'The payment does not exist, or is not among those that you can see.',
});

export const AttemptState = z.enum(['started', 'completed', 'failed', 'abandoned', 'unknown']).meta({
  description: 'Left for the payment page, paid, refused, given up, or back from it without a receipt yet',
  examples: ['unknown'],
});
export type AttemptState = z.infer<typeof AttemptState>;

export const Cart = z.object({
  id: Id.describe('The cart'),
  startedAt: Instant.describe('When it left for the payment page'),
  totalCents: cents('What is paid in all, in cents of euro, without the commission', 14_800),
  items: z
    .array(
      z.object({
        positionId: Id.describe('The position'),
        noticeNumber,
        creditorName: z.string().meta({ description: 'The body', examples: ['Comune di Esempio'] }),
        reason: z.string().meta({ description: 'What for', examples: ['Tassa di concorso'] }),
        amountCents: cents('Amount, in cents of euro', 14_800),
        state: AttemptState,
        practiceId: Id.nullable().describe('The practice that waits for it; null where none does'),
      }),
    )
    .describe('What is paid; receipts come one by one'),
});

export const startCart = rpc({
  subject: 'rpc.payments.start-cart.v1',
  http: 'PUT /carts/{id}',
  permission: 'carts:start',
  summary: 'Takes up to five notices to the payment page of pagoPA; the same cart again changes nothing',
  input: z.strictObject({
    id: Id.describe('The cart, chosen by whoever pays'),
    notices: z.array(z.strictObject({ fiscalCode, noticeNumber })).min(1).max(MOST_SENT).describe('What is paid together: five at most'),
  }),
  output: Cart.extend({
    redirectUrl: z.url().meta({ description: 'Where the browser goes to pay', examples: ['https://checkout.pagopa.it/c/0199'] }),
  }),
  problems: [tooManyNotices, noticeTwice, noticeNotFound, noticeNotPayable, paymentUnderWay, checkoutAway, cartNotFound, idReused],
});

export const getCart = rpc({
  subject: 'rpc.payments.get-cart.v1',
  http: 'GET /carts/{id}',
  permission: 'carts:start',
  summary: 'Reads what became of a cart; only receipts say that something was paid',
  input: z.strictObject({ id: Id.describe('The cart') }),
  output: Cart,
  problems: [cartNotFound],
});

export const returnFromCheckout = rpc({
  subject: 'rpc.payments.return-from-checkout.v1',
  http: 'PUT /carts/{id}/return',
  permission: 'carts:start',
  summary: 'Notes what the payment page said to the browser: it is never taken for a payment',
  input: z.strictObject({
    id: Id.describe('The cart'),
    said: z
      .enum(['ok', 'waiting', 'error', 'cancelled'])
      .meta({ description: 'On which of the return addresses the browser came back', examples: ['ok'] }),
  }),
  output: Cart,
  problems: [cartNotFound],
});

export const findNotice = rpc({
  subject: 'rpc.payments.find-notice.v1',
  http: 'GET /notices-to-pay/{fiscalCode}/{noticeNumber}',
  permission: 'carts:start',
  summary: 'Tells whoever holds a notice what is due, and nothing of whose debt it is',
  input: z.strictObject({ fiscalCode, noticeNumber }),
  output: z.object({
    fiscalCode,
    noticeNumber,
    creditorName: z.string().meta({ description: 'The body', examples: ['Comune di Esempio'] }),
    amountCents: cents('What is to be paid at this moment, in cents of euro', 14_800),
    dueOn: CivilDate.nullable().meta({ description: 'Until which day it is due', examples: ['2026-12-31'] }),
  }),
  problems: [noticeNotFound, noticeMistyped, noticeNotPayable],
});
