import { describe, expect, test } from '@jest/globals';
import { judge, whyNotJudged } from '@sportello/testing/pagopa-schemas';
import fc from 'fast-check';
import { arbitraryMessage } from '../test/arbitrary-message.js';
import { type OperationName, operations } from './pa-for-node.js';
import type { Fields, Sequence } from './shapes.js';
import { readMessage, SoapError, writeRequest, writeResponse } from './soap.js';

const names = Object.keys(operations) as OperationName[];
const sides = ['request', 'response'] as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const write = { request: writeRequest, response: writeResponse } as Record<
  'request' | 'response',
  (name: OperationName, value: never) => string
>;
const shapeOf = (name: OperationName, side: 'request' | 'response'): Sequence<Fields> => operations[name][side].shape;

const refusal = (text: string | Uint8Array, soapAction = ''): SoapError => {
  try {
    readMessage('request', typeof text === 'string' ? bytes(text) : text, soapAction);
  } catch (error) {
    if (error instanceof SoapError) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

const qrCode = { fiscalCode: '00085240950', noticeNumber: '301000000000004285' };
const asked = { idPA: '00085240950', idBrokerPA: '77777777777', idStation: '77777777777_01' };
const person = {
  uniqueIdentifier: { entityUniqueIdentifierType: 'F' as const, entityUniqueIdentifierValue: 'RSSMRA80A01H501U' },
  fullName: 'Mario Rossi',
};
const receipt = {
  receiptId: '0e681234567890123456789012345678',
  noticeNumber: qrCode.noticeNumber,
  fiscalCode: qrCode.fiscalCode,
  outcome: 'OK' as const,
  creditorReferenceId: '01000000000004285',
  paymentAmount: 12_000,
  description: 'TARI 2026',
  companyName: 'Comune di Esempio',
  debtor: person,
  transferList: {
    transfer: [
      {
        idTransfer: 1,
        transferAmount: 12_000,
        fiscalCodePA: '00085240950',
        IBAN: 'IT25O0306909606100000012345',
        remittanceInformation: '/RFB/01000000000004285/120.00',
        transferCategory: '9/0101101IM/',
      },
    ],
  },
  idPSP: '60000000001',
  PSPCompanyName: 'PSP di Esempio',
  idChannel: '60000000001_01',
  channelDescription: 'app',
};
const sentReceipt = writeRequest('paSendRTV2', { ...asked, receipt });
const verify = writeRequest('paVerifyPaymentNotice', { ...asked, qrCode });

describe.each(names)('%s', (name) => {
  test.each(sides)('PAY-08: what is written as a %s is read as it was, whatever it says', (side) => {
    fc.assert(
      fc.property(arbitraryMessage(shapeOf(name, side)), (value) => {
        expect(readMessage(side, bytes(write[side](name, value as never)))).toEqual({ operation: name, value });
      }),
      { numRuns: 60 },
    );
  });
});

const why = whyNotJudged();
(why ? test.skip : test)(`PAY-08: whatever we write is valid by the schema of pagoPA${why ? `: left out, ${why}` : ''}`, () => {
  const written = names.flatMap((name) =>
    sides.flatMap((side) =>
      fc.sample(arbitraryMessage(shapeOf(name, side)), { numRuns: 40, seed: 7 }).map((value) => write[side](name, value as never)),
    ),
  );
  expect(judge(written)).toEqual([]);
});

test('PAY-08: no text is taken for a number', () => {
  const texts = ['0e681234567890123456789012345678', '0e991234567890123456789012345678', '12345678901234567890123456789e12'];
  for (const receiptId of texts) {
    const { value } = readMessage('request', bytes(writeRequest('paSendRTV2', { ...asked, receipt: { ...receipt, receiptId } })));
    expect(value).toMatchObject({
      idPA: '00085240950',
      receipt: { receiptId, creditorReferenceId: '01000000000004285', paymentAmount: 12_000 },
    });
  }
});

test.each([
  ['120.00', 12_000],
  ['0.01', 1],
  ['999999999.99', 99_999_999_999],
  ['00120.00', 12_000],
  [' 120.00 ', 12_000],
])('PAY-08: the amount "%s" is %d cents', (text, cents) => {
  const message = readMessage('request', bytes(sentReceipt.replaceAll('>120.00</paymentAmount', `>${text}</paymentAmount`)));
  expect(message.value).toMatchObject({ receipt: { paymentAmount: cents } });
});

test.each(['120', '120.0', '120,00', '12000', '-120.00', '1.2e2', '1000000000.00', '', 'NaN', '٣.00', '120.000'])(
  'PAY-08: "%s" is no amount',
  (text) => {
    expect(refusal(sentReceipt.replace('>120.00</paymentAmount', `>${text}</paymentAmount`))).toMatchObject({
      kind: 'invalid',
      operation: 'paSendRTV2',
    });
  },
);

test('PAY-08: a receipt has its hour in Rome where no zone says otherwise', () => {
  const at = (text: string) =>
    readMessage('request', bytes(sentReceipt.replace('</receipt>', `<paymentDateTime>${text}</paymentDateTime></receipt>`))).value;
  const hour = (text: string) => expect(at(text)).toMatchObject({ receipt: { paymentDateTime: new Date('2026-10-12T08:15:30Z') } });
  hour('2026-10-12T10:15:30');
  hour('2026-10-12T08:15:30Z');
  hour('2026-10-12T10:15:30+02:00');
});

describe('PAY-08: what the schema does not allow is invalid, and names its operation', () => {
  test.each([
    [
      'an element of another version',
      sentReceipt.replaceAll('paSendRTV2Request', 'paSendRTReq').replace('</receipt>', '<paymentNote>x</paymentNote></receipt>'),
    ],
    ['an element that is missing', verify.replace(/<idStation>.*<\/idStation>/, '')],
    ['another order', verify.replace(/(<idPA>.*<\/idPA>)(<idBrokerPA>.*<\/idBrokerPA>)/, '$2$1')],
    ['an element twice', verify.replace(/(<qrCode>.*<\/qrCode>)/, '$1$1')],
    ['an empty element', verify.replace('77777777777_01', '')],
    [
      'children in the namespace',
      verify.replace('<paf:paVerifyPaymentNoticeReq xmlns:paf=', '<paVerifyPaymentNoticeReq xmlns=').replace('/paf:', '/'),
    ],
    ['a notice number with a blank', verify.replace('301000000000004285', ' 301000000000004285')],
    ['six transfers', sentReceipt.replace(/(<transfer>.*<\/transfer>)/, '$1$1$1$1$1$1')],
    ['neither account nor stamp', sentReceipt.replace(/<IBAN>.*<\/IBAN>/, '')],
  ])('%s', (_, message) => {
    const { kind, operation, message: words } = refusal(message);
    expect({ kind, operation }).toMatchObject({ kind: 'invalid', operation: expect.stringMatching(/^pa/) });
    // The log may have it: it names places and no values.
    expect(words).not.toMatch(/RSSMRA80A01H501U|Mario|\d{11}/);
  });
});

describe('PAY-08: hostile and broken documents are unreadable, and harmless', () => {
  const envelope = (body: string, start = '') =>
    verify.replace('<?xml version="1.0" encoding="UTF-8"?>', start).replace(/<paf:.*<\/paf:\w+>/, body);
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at} "${`&lol${at - 1 || ''};`.repeat(10)}">`).join('')}]>`;
  test.each([
    ['nothing', ''],
    ['no XML', '{"idPA":"1"}'],
    ['a document type', verify.replace('?>', '?><!DOCTYPE x>')],
    ['entities that expand', envelope('<a>&lol8;</a>', laughs)],
    ['an entity of the outside', envelope('<a>&x;</a>', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ['an entity of HTML', verify.replace('77777777777_01', '&egrave;')],
    ['another encoding', verify.replace('UTF-8', 'ISO-8859-1')],
    ['a processing instruction', verify.replace('?>', '?><?xml-stylesheet href="x"?>')],
    ['an end too early', verify.slice(0, -40)],
    ['a prefix that nobody bound', verify.replace('<idPA>', '<x:idPA>').replace('</idPA>', '</x:idPA>')],
    ['two messages', verify.replace(/(<paf:.*<\/paf:\w+>)/, '$1$1')],
    ['SOAP 1.2', verify.replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope')],
    ['a character that XML does not allow', verify.replace('77777777777_01', '&#1;')],
    ['a lone surrogate', verify.replace('77777777777_01', '&#xD800;')],
    ['a million elements', verify.replace('<idPA>', `${'<x/>'.repeat(1_000_000)}<idPA>`)],
    ['a deep hole', `${'<x>'.repeat(100_000)}`],
    ['many attributes', verify.replace('<idPA>', `<idPA ${Array.from({ length: 10_000 }, (_, at) => `a${at}=""`).join(' ')}>`)],
    ['an unknown operation', verify.replaceAll('paVerifyPaymentNoticeReq', 'paVerifyPaymentNoticeRequest')],
    ['another namespace', verify.replace('pa/paForNode.xsd', 'pa/other.xsd')],
  ])('%s', (_, message) => {
    expect(refusal(message).kind).toBe('unreadable');
  });

  test('bytes that are no UTF-8', () => {
    expect(refusal(Uint8Array.from([...bytes('<a>'), 0xff, 0xfe])).kind).toBe('unreadable');
  });

  test('any bytes at all end in a refusal or in a message', () => {
    fc.assert(
      fc.property(fc.nat(verify.length), fc.uint8Array({ maxLength: 12 }), fc.nat(30), (at, put, cut) => {
        const whole = bytes(verify);
        const changed = Uint8Array.from([...whole.slice(0, at), ...put, ...whole.slice(at + cut)]);
        try {
          readMessage('request', changed);
        } catch (error) {
          expect(error).toBeInstanceOf(SoapError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('PAY-08: a broken message still says whose response is to refuse it', () => {
  expect(refusal(verify.slice(0, -40)).operation).toBe('paVerifyPaymentNotice');
  expect(refusal('<a', '"paSendRT"').operation).toBe('paSendRT');
  expect(refusal('<a', 'somethingElse').operation).toBeUndefined();
});

test('PAY-08: texts of people travel whole', () => {
  const description = `D'Angelo & figli <"perché"> ]]> 😀\r\n`;
  const { value } = readMessage('request', bytes(writeRequest('paSendRTV2', { ...asked, receipt: { ...receipt, description } })));
  expect(value).toMatchObject({ receipt: { description } });
});

test('PAY-08: what would not be valid is not written', () => {
  const fault = { faultCode: 'PAA_SEMANTICA', faultString: 'errore semantico', id: '77777777777' };
  expect(() => writeResponse('paSendRT', { outcome: 'KO' })).toThrow('a fault comes with KO');
  expect(() => writeResponse('paSendRT', { outcome: 'OK', fault })).toThrow('a fault comes with KO');
  expect(() => writeRequest('paVerifyPaymentNotice', { ...asked, idStation: '', qrCode })).toThrow('idStation: not a valid value');
  const long = { ...receipt, description: 'x'.repeat(141) };
  expect(() => writeRequest('paSendRTV2', { ...asked, receipt: long })).toThrow('receipt/description: not a valid value');
});
