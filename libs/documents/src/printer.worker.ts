/** The thread of `Printer`: prints what it is told, one document after the other. */
import { parentPort } from 'node:worker_threads';
import { receiptPdf, requestPdf } from './pdf.js';
import type { Print, Printed } from './printer.js';

parentPort?.on('message', async ({ kind, input }: Print) => {
  try {
    const bytes = new Uint8Array(await (kind === 'request' ? requestPdf(input) : receiptPdf(input)));
    parentPort?.postMessage({ bytes } satisfies Printed, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } satisfies Printed);
  }
});
