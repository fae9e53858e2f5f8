/** The thread of `Printer`: prints what it is told, one document after the other. */
import { parentPort } from 'node:worker_threads';
import { appointmentListPdf } from './appointment-list.js';
import { paymentCertificatePdf } from './payment-certificate.js';
import { paymentNoticePdf } from './payment-notice.js';
import { paymentReceiptPdf } from './payment-receipt.js';
import { dailyRegisterPdf, receiptPdf, requestPdf } from './pdf.js';
import type { Print, Printed } from './printer.js';

parentPort?.on('message', async (print: Print) => {
  try {
    const bytes = new Uint8Array(await printed(print));
    parentPort?.postMessage({ bytes } satisfies Printed, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } satisfies Printed);
  }
});

function printed({ kind, input }: Print): Promise<Buffer> {
  switch (kind) {
    case 'request':
      return requestPdf(input);
    case 'receipt':
      return receiptPdf(input);
    case 'daily-register':
      return dailyRegisterPdf(input);
    case 'payment-notice':
      return paymentNoticePdf(input);
    case 'payment-certificate':
      return paymentCertificatePdf(input);
    case 'payment-receipt':
      return paymentReceiptPdf(input);
    case 'appointment-list':
      return appointmentListPdf(input);
  }
}
