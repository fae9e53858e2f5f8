import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { type PaymentCertificateInput, paymentCertificatePdf } from './payment-certificate.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const itWithPoppler = hasPoppler ? test : test.skip;

const payment = { paidOn: '2026-03-01', reason: 'Mensa scolastica', beneficiary: 'Luca Conti', noticeNumber: '301000000000004285' };
const certificate: PaymentCertificateInput = {
  creditor: { fiscalCode: '77777777777', name: 'Comune di Esempio' },
  payer: { fiscalCode: 'CNTGLI90A41L219K', name: 'Giulia Conti' },
  year: 2026,
  payments: [
    { ...payment, amountCents: 123_456 },
    { ...payment, paidOn: '2026-12-31', beneficiary: null, amountCents: 5 },
  ],
  at: new Date('2026-12-31T10:00:00Z'),
};

itWithPoppler('PAY-55: the certificate says who paid, to whom, what for, for whom, and all of it together', async () => {
  const bytes = await paymentCertificatePdf(certificate);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();
  for (const words of [
    'Attestazione dei pagamenti del 2026',
    'CNTGLI90A41L219K',
    'Per Luca Conti',
    '01/03/2026',
    '31/12/2026',
    '1.234,56 Euro',
    'Totale: 1.234,61 Euro',
  ])
    expect(text).toContain(words);
  expect(await paymentCertificatePdf(certificate)).toEqual(bytes);
});
