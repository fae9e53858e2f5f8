import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationName, Receipt, RequestOf, ResponseOf } from '@sportello/pagopa/pa-for-node';
import { readMessage, writeRequest } from '@sportello/pagopa/soap';

/** How a body is connected, as the back office of pagoPA knows it. */
export interface Station {
  brokerCode: string;
  stationId: string;
  /** Where its paForNode listens. */
  url: string;
}

export interface Notice {
  fiscalCode: string;
  noticeNumber: string;
}

/** One message to a body, as the desk shows it. */
interface Call {
  at: Date;
  operation: OperationName;
  idPA: string;
  noticeNumber: string;
  /** OK, the fault of the body, or the fault of the Node when nobody answered as the schema wants. */
  outcome: string;
}

/** Somebody is about to pay: a token of the Node, and what the body answered. */
export interface Activated {
  token: string;
  notice: Notice;
  note: string | undefined;
  payment: NonNullable<ResponseOf<'paGetPaymentV2'>['data']>;
}

export interface SimulatedNode {
  /** What a notice says at this moment. @throws NodeRefusal */
  verify(notice: Notice): Promise<{ amountCents: number; description: string; companyName: string }>;
  /** @throws NodeRefusal */
  activate(notice: Notice, asked: { amountCents: number; note?: string; isPostal?: boolean }): Promise<Activated>;
  /** The payer gave up, or her card was refused: nobody tells the body. */
  release(activated: Activated): void;
  /** The money was taken: the receipt goes to whoever issued the notice, and to each other body that has a share, until they have it. */
  collect(activated: Activated, method: string): void;
  /** Whether a notice is paid, or somebody is about to pay it, as far as the Node knows. */
  isTaken(notice: Notice): boolean;
  /** What was collected, as payment service providers report it. */
  collected(): readonly Receipt[];
  /** The messages, the last first. */
  calls(): readonly Call[];
  stop(): Promise<void>;
}

/** Why something cannot be paid, by the code that a payment service provider is told. */
export class NodeRefusal extends Error {
  readonly code: string;
  readonly words: string;

  constructor(code: string, words: string) {
    super(code);
    this.code = code;
    this.words = words;
  }
}

/** How long the Node waits for an answer, and how long a token lives, in milliseconds. Source: pagoPA, SANP, service levels */
const ANSWER_MS = 7_000;
const RECEIPT_ANSWER_MS = 15_000;
const TOKEN_MS = 1_800_000;
/** The Node sends a receipt 48 times, an hour apart; here hours are seconds at first. Milliseconds. */
const MOST_TRIES = 48;
const waitOf = (tries: number) => Math.min(60_000, 500 * 2 ** tries);
/** Calls that are shown. */
const MOST_CALLS = 200;

/** @param stations of the bodies, by their fiscal codes */
export function startNode(stations: ReadonlyMap<string, Station>): SimulatedNode {
  const ended = new AbortController();
  const sending = new Set<Promise<void>>();
  const tokens = new Map<string, number>();
  const paid = new Set<string>();
  const calls: Call[] = [];
  const collected: Receipt[] = [];

  const ask = async <O extends OperationName>(
    operation: O,
    idPA: string,
    value: RequestOf<O>,
    noticeNumber: string,
  ): Promise<ResponseOf<O>> => {
    const note = (outcome: string) => {
      calls.unshift({ at: new Date(), operation, idPA, noticeNumber, outcome });
      calls.splice(MOST_CALLS);
    };
    const refuse = (code: string, words: string): never => {
      note(code);
      throw new NodeRefusal(code, words);
    };
    const station = stations.get(idPA);
    if (!station) return refuse('PPT_STAZIONE_INT_PA_SCONOSCIUTA', 'Ente non collegato');
    const milliseconds = operation.startsWith('paSendRT') ? RECEIPT_ANSWER_MS : ANSWER_MS;
    const bytes = await fetch(station.url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${operation}"` },
      body: writeRequest(operation, value),
      signal: AbortSignal.any([ended.signal, AbortSignal.timeout(milliseconds)]),
    })
      .then((response) => response.bytes())
      .catch((error: unknown) => {
        const isLate = error instanceof Error && error.name === 'TimeoutError';
        return refuse(isLate ? 'PPT_STAZIONE_INT_PA_TIMEOUT' : 'PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE', 'Ente non raggiungibile');
      });
    const answer = answerIn(bytes);
    if (answer?.operation !== operation) return refuse('PPT_STAZIONE_INT_PA_ERRORE_RESPONSE', 'Risposta dell’ente non valida');
    const { outcome, fault } = answer.value as ResponseOf<'paSendRT'>;
    if (outcome === 'KO' && fault) return refuse(fault.faultCode, fault.faultString);
    note('OK');
    return answer.value as ResponseOf<O>;
  };

  const beginningOf = (idPA: string) => {
    const { brokerCode = idPA, stationId = `${idPA}_01` } = stations.get(idPA) ?? {};
    return { idPA, idBrokerPA: brokerCode, idStation: stationId };
  };

  /** Until the body says something that the schema allows: a KO is the end of it, no answer is not. */
  const deliver = async (idPA: string, receipt: Receipt): Promise<void> => {
    for (let tries = 0; tries < MOST_TRIES && !ended.signal.aborted; tries += 1) {
      const sent = ask('paSendRTV2', idPA, { ...beginningOf(idPA), receipt }, receipt.noticeNumber);
      const isOver = await sent.then(
        () => true,
        (error: unknown) => error instanceof NodeRefusal && !error.code.startsWith('PPT_STAZIONE'),
      );
      if (isOver) return;
      await sleep(waitOf(tries), undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    }
  };

  const keyOf = ({ fiscalCode, noticeNumber }: Notice) => `${fiscalCode} ${noticeNumber}`;

  return {
    verify: async (notice) => {
      const answer = await ask(
        'paVerifyPaymentNotice',
        notice.fiscalCode,
        { ...beginningOf(notice.fiscalCode), qrCode: notice },
        notice.noticeNumber,
      );
      const { paymentList, paymentDescription = '', companyName = '' } = answer;
      return { amountCents: paymentList?.paymentOptionDescription.amount ?? 0, description: paymentDescription, companyName };
    },
    activate: async (notice, { amountCents, note, isPostal }) => {
      const { fiscalCode, noticeNumber } = notice;
      const transferType = isPostal ? ('POSTAL' as const) : note === undefined ? undefined : ('PAGOPA' as const);
      const asked = { ...beginningOf(fiscalCode), qrCode: notice, amount: amountCents, paymentNote: note, transferType };
      const { data } = await ask('paGetPaymentV2', fiscalCode, asked, noticeNumber);
      if (!data) throw new NodeRefusal('PPT_STAZIONE_INT_PA_ERRORE_RESPONSE', 'Risposta dell’ente non valida');
      tokens.set(keyOf(notice), Date.now() + TOKEN_MS);
      return { token: randomUUID().replaceAll('-', ''), notice, note, payment: data as Activated['payment'] };
    },
    release: ({ notice }) => void tokens.delete(keyOf(notice)),
    collect: (activated, method) => {
      const receipt = receiptOf(activated, method, new Date());
      collected.push(receipt);
      paid.add(keyOf(activated.notice));
      tokens.delete(keyOf(activated.notice));
      const receivers = new Set([receipt.fiscalCode, ...receipt.transferList.transfer.map(({ fiscalCodePA }) => fiscalCodePA)]);
      for (const idPA of receivers) {
        if (!stations.has(idPA)) continue;
        const delivery = deliver(idPA, receipt).finally(() => sending.delete(delivery));
        sending.add(delivery);
      }
    },
    isTaken: (notice) => paid.has(keyOf(notice)) || (tokens.get(keyOf(notice)) ?? 0) > Date.now(),
    collected: () => collected,
    calls: () => calls,
    stop: async () => {
      ended.abort();
      await Promise.all(sending);
    },
  };
}

function answerIn(bytes: Uint8Array) {
  try {
    return readMessage('response', bytes);
  } catch {
    return undefined;
  }
}

const FEE_CENTS = 50;

function receiptOf({ token, notice, note, payment }: Activated, method: string, now: Date): Receipt {
  const day = now.toISOString().slice(0, 10);
  const transfer = payment.transferList.transfer.map(({ richiestaMarcaDaBollo: _, ...transfer }) => transfer);
  return {
    receiptId: token,
    noticeNumber: notice.noticeNumber,
    fiscalCode: notice.fiscalCode,
    outcome: 'OK',
    creditorReferenceId: payment.creditorReferenceId,
    paymentAmount: payment.paymentAmount,
    description: payment.description,
    companyName: payment.companyName,
    officeName: payment.officeName,
    debtor: payment.debtor,
    transferList: { transfer },
    idPSP: 'PSPSIMUL',
    pspFiscalCode: '60000000001',
    PSPCompanyName: 'Banca simulata',
    idChannel: '60000000001_01',
    channelDescription: 'simulatore',
    payer: payment.debtor,
    paymentMethod: method,
    paymentNote: note,
    fee: FEE_CENTS,
    paymentDateTime: now,
    applicationDate: day,
    transferDate: day,
    standIn: false,
  };
}
