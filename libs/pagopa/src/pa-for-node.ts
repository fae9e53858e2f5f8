/**
 * The messages of paForNode, by which the Node of pagoPA asks a creditor institution and tells it what was paid. Names, order and bounds are
 * those of the schema of paForNode and of its common types; only the root of a message is in the namespace.
 */
import { isCivilDate, romeDateTime, romeInstant } from '@sportello/italy/rome-time';
import {
  amount,
  type Fields,
  many,
  oneOf,
  optional,
  pattern,
  type Sequence,
  type Simple,
  sequence,
  text,
  truth,
  type ValueOf,
} from './shapes.js';

const fiscalCodePA = pattern(/^\d{11}$/);
const noticeNumber = pattern(/^\d{18}$/);
const twoCapitals = pattern(/^[A-Z]{2}$/);
const amountOrZero = amount(0);
const amountNotZero = amount(1);
const text35 = text(1, 35);
const text70 = text(1, 70);
const text140 = text(1, 140);
const text210 = text(1, 210);
const outcome = oneOf('OK', 'KO');

const zone = /(?:Z|[+-]\d{2}:\d{2})$/;

/** A day; the zone that the schema allows behind it says nothing of a day of the calendar. */
const date: Simple<string> = {
  kind: 'simple',
  read: (it) => {
    const day = it.trim().replace(zone, '');
    return isCivilDate(day) ? day : undefined;
  },
  write: (day) => (isCivilDate(day) ? day : undefined),
};

/** Without a zone, as receipts have it, it is the hour of Rome. */
const dateTime: Simple<Date> = {
  kind: 'simple',
  read: (it) => {
    const [, day = '', clock = '', fraction = '', offset] =
      /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/.exec(it.trim()) ?? [];
    if (!isCivilDate(day) || !/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(clock)) return undefined;
    const milliseconds = Math.floor(Number(`0${fraction}`) * 1000);
    const whole = offset ? Date.parse(`${day}T${clock}${offset}`) : romeInstant(day, clock).getTime();
    return Number.isNaN(whole) ? undefined : new Date(whole + milliseconds);
  },
  write: (at) => {
    const milliseconds = at.getUTCMilliseconds();
    const { date: day, time } = romeDateTime(at);
    return `${day}T${time}${milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`}`;
  },
};

const base64Of = (least: number, most: number): Simple<string> => {
  const read = (it: string) => {
    const packed = it.replaceAll(/[ \t\n]+/g, '');
    // As its type in the schema: nothing stands in the bits that fill up the last characters.
    const isBase64 = Buffer.from(packed, 'base64').toString('base64') === packed;
    return isBase64 && packed.length >= least && packed.length <= most ? packed : undefined;
  };
  return { kind: 'simple', read, write: (it) => (read(it) === it ? it : undefined) };
};
/** What is attached is bounded by the size of its message. */
const base64 = base64Of(0, Number.POSITIVE_INFINITY);

/** The number of a transfer in its list, from 1 to 5: receipts and reporting flows refer to it. */
const idTransfer: Simple<number> = {
  kind: 'simple',
  read: (it) => {
    const [, digit] = /^\+?0{0,9}([1-5])$/.exec(it.trim()) ?? [];
    return digit ? Number(digit) : undefined;
  },
  write: (number) => (Number.isInteger(number) && number >= 1 && number <= 5 ? String(number) : undefined),
};

const metadata = sequence({ mapEntry: many(sequence({ key: text140, value: text140 }), 15) });

const eMail = pattern(/^(?=.{3,256}$)[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/);
/** A mail address that the schema does not take is to be left out of a message. */
export const fitsAsEMail = (it: string): boolean => eMail.read(it) !== undefined;

const subject = sequence({
  uniqueIdentifier: sequence({ entityUniqueIdentifierType: oneOf('F', 'G'), entityUniqueIdentifierValue: text(2, 16) }),
  fullName: text70,
  streetName: optional(text70),
  civicNumber: optional(text(1, 16)),
  postalCode: optional(text(1, 16)),
  city: optional(text35),
  stateProvinceRegion: optional(text35),
  country: optional(twoCapitals),
  'e-mail': optional(eMail),
});

const transferV1 = sequence({
  idTransfer,
  transferAmount: amountNotZero,
  fiscalCodePA,
  IBAN: text35,
  remittanceInformation: text140,
  transferCategory: text140,
  metadata: optional(metadata),
});
const either = (name: string) => (transfer: { IBAN?: unknown } & Record<string, unknown>) =>
  (transfer.IBAN === undefined) === (transfer[name] === undefined) ? `either IBAN or ${name}` : undefined;
const transferV2 = sequence(
  {
    idTransfer,
    transferAmount: amountNotZero,
    fiscalCodePA,
    companyName: optional(text140),
    IBAN: optional(text35),
    richiestaMarcaDaBollo: optional(
      sequence({
        hashDocumento: base64Of(4, 72),
        tipoBollo: oneOf('01'),
        provinciaResidenza: twoCapitals,
      }),
    ),
    remittanceInformation: text140,
    transferCategory: text140,
    metadata: optional(metadata),
  },
  either('richiestaMarcaDaBollo'),
);
const transferOfReceiptV2 = sequence(
  {
    idTransfer,
    transferAmount: amountNotZero,
    fiscalCodePA,
    companyName: optional(text140),
    IBAN: optional(text35),
    MBDAttachment: optional(base64),
    remittanceInformation: text140,
    transferCategory: text140,
    metadata: optional(metadata),
  },
  either('MBDAttachment'),
);

const beginning = { idPA: text35, idBrokerPA: text35, idStation: text35 };
const qrCode = sequence({ fiscalCode: fiscalCodePA, noticeNumber });

const activation = sequence({
  ...beginning,
  qrCode,
  amount: optional(amountOrZero),
  paymentNote: optional(text210),
  transferType: optional(oneOf('POSTAL', 'PAGOPA')),
  dueDate: optional(date),
});

const paymentList = sequence({
  paymentOptionDescription: sequence({
    amount: amountNotZero,
    options: oneOf('EQ', 'LS', 'GT', 'ANY'),
    dueDate: optional(date),
    detailDescription: optional(text140),
    allCCP: truth,
  }),
});

const paymentUpToDescription = {
  creditorReferenceId: text35,
  paymentAmount: amountNotZero,
  dueDate: date,
  retentionDate: optional(dateTime),
  lastPayment: optional(truth),
  description: text140,
};
const paymentV1 = sequence({
  ...paymentUpToDescription,
  companyName: optional(text140),
  officeName: optional(text140),
  debtor: subject,
  transferList: sequence({ transfer: many(transferV1, 5) }),
  metadata: optional(metadata),
});
const paymentV2 = sequence({
  ...paymentUpToDescription,
  companyName: text140,
  officeName: optional(text140),
  debtor: subject,
  transferList: sequence({ transfer: many(transferV2, 5) }),
  metadata: optional(metadata),
});

const receiptUpToTransfers = {
  // The schema sets no bound; tokens of the Node have 32 characters, and this is far beyond.
  receiptId: text(1, 255),
  noticeNumber,
  fiscalCode: fiscalCodePA,
  outcome,
  creditorReferenceId: text35,
  paymentAmount: amountOrZero,
  description: text140,
  companyName: text140,
  officeName: optional(text140),
  debtor: subject,
};
const receiptUpToMethod = {
  idPSP: text35,
  pspFiscalCode: optional(text70),
  pspPartitaIVA: optional(text(1, 20)),
  PSPCompanyName: text70,
  idChannel: text35,
  channelDescription: text35,
  payer: optional(subject),
  paymentMethod: optional(text35),
};
const receiptEnd = {
  paymentDateTime: optional(dateTime),
  applicationDate: optional(date),
  transferDate: optional(date),
  metadata: optional(metadata),
  standIn: optional(truth),
};
const receiptV1 = sequence({
  ...receiptUpToTransfers,
  transferList: sequence({ transfer: many(transferV1, 5) }),
  ...receiptUpToMethod,
  fee: optional(amountOrZero),
  ...receiptEnd,
});
const receiptV2 = sequence({
  ...receiptUpToTransfers,
  transferList: sequence({ transfer: many(transferOfReceiptV2, 5) }),
  ...receiptUpToMethod,
  paymentNote: optional(text210),
  fee: optional(amountOrZero),
  primaryCiIncurredFee: optional(amountOrZero),
  idBundle: optional(text70),
  idCiBundle: optional(text70),
  ...receiptEnd,
});

const anyText = text(0, 10_000);
const fault = sequence({
  faultCode: anyText,
  faultString: anyText,
  id: anyText,
  description: optional(anyText),
  serial: optional(pattern(/^[+-]?\d{1,10}$/)),
  originalFaultCode: optional(anyText),
  originalFaultString: optional(anyText),
  originalDescription: optional(anyText),
});

/** Every response begins like this. The Node refuses a KO without its fault, and a fault beside an OK. */
const response = <F extends Fields>(fields: F) =>
  sequence({ outcome, fault: optional(fault), ...fields }, (value) => {
    const { outcome: said, fault: given } = value as { outcome: string; fault?: object };
    return (said === 'KO') === (given === undefined) ? 'a fault comes with KO, and with it alone' : undefined;
  });

const whatIsDue = {
  paymentList: optional(paymentList),
  paymentDescription: optional(text140),
  fiscalCodePA: optional(fiscalCodePA),
  companyName: optional(text140),
  officeName: optional(text140),
};

interface Operation {
  request: { root: string; shape: Sequence<Fields> };
  response: { root: string; shape: Sequence<Fields> };
}

/** What the Node asks, by its name in the SOAPAction. */
export const operations = {
  paVerifyPaymentNotice: {
    request: { root: 'paVerifyPaymentNoticeReq', shape: sequence({ ...beginning, qrCode }) },
    response: { root: 'paVerifyPaymentNoticeRes', shape: response(whatIsDue) },
  },
  paGetPayment: {
    request: { root: 'paGetPaymentReq', shape: activation },
    response: { root: 'paGetPaymentRes', shape: response({ data: optional(paymentV1) }) },
  },
  paGetPaymentV2: {
    request: { root: 'paGetPaymentV2Request', shape: activation },
    response: { root: 'paGetPaymentV2Response', shape: response({ data: optional(paymentV2) }) },
  },
  paSendRT: {
    request: { root: 'paSendRTReq', shape: sequence({ ...beginning, receipt: receiptV1 }) },
    response: { root: 'paSendRTRes', shape: response({}) },
  },
  paSendRTV2: {
    request: { root: 'paSendRTV2Request', shape: sequence({ ...beginning, receipt: receiptV2 }) },
    response: { root: 'paSendRTV2Response', shape: response({}) },
  },
  paDemandPaymentNotice: {
    request: {
      root: 'paDemandPaymentNoticeRequest',
      shape: sequence({
        ...beginning,
        idServizio: text(5, 5),
        idSoggettoServizio: text(5, 5),
        datiSpecificiServizioRequest: base64,
      }),
    },
    response: { root: 'paDemandPaymentNoticeResponse', shape: response({ qrCode: optional(qrCode), ...whatIsDue }) },
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
export type RequestOf<O extends OperationName> = ValueOf<(typeof operations)[O]['request']['shape']>;
export type ResponseOf<O extends OperationName> = ValueOf<(typeof operations)[O]['response']['shape']>;
export type Receipt = ValueOf<typeof receiptV2>;
