import { afterEach, expect, test } from '@jest/globals';
import { longRequest, receipt, request } from '../test/inputs.js';
import { receiptPdf, requestPdf } from './pdf.js';
import { Printer } from './printer.js';

const printers: Printer[] = [];
const printerOf = (limits = {}) => {
  const printer = new Printer(limits);
  printers.push(printer);
  return printer;
};
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close();
});

/** About 400 kB of what somebody filled in. */
const large = {
  ...request,
  pages: [
    {
      title: 'Testi',
      sections: Array.from({ length: 20 }, (_, index) => ({
        title: `Testo ${index + 1}`,
        rows: [{ label: 'Descrizione', value: 'La quercia più alta del bosco cade, perché così è. '.repeat(390) }],
      })),
    },
  ],
};

test('a thread prints the same bytes as the process itself, one document after the other', async () => {
  const printer = printerOf();
  const printed = await Promise.all([
    printer.print({ kind: 'request', input: longRequest }),
    printer.print({ kind: 'receipt', input: receipt }),
    printer.print({ kind: 'request', input: request }),
  ]);
  const expected = await Promise.all([requestPdf(longRequest), receiptPdf(receipt), requestPdf(request)]);
  expect(printed.map((bytes, index) => bytes.equals(expected[index] as Buffer))).toEqual([true, true, true]);
});

/** What this thread computes meanwhile, in microseconds of the processor, the least of three times: its memory is tidied up in between. */
async function spentIn(work: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const before = process.threadCpuUsage();
    await work();
    spent.push(process.threadCpuUsage(before).user);
  }
  return Math.min(...spent);
}

test('three documents of 400 kB that are printed cost the event loop less than printing one of them here', async () => {
  const printer = printerOf();
  await printer.print({ kind: 'receipt', input: receipt });
  const printed: Buffer[] = [];
  const elsewhere = await spentIn(async () => {
    printed.push(...(await Promise.all([large, large, large].map((input) => printer.print({ kind: 'request', input })))));
  });
  const here = await spentIn(async () => printed.push(await requestPdf(large)));
  expect(elsewhere).toBeLessThan(here);
  expect(printed.every((bytes) => bytes.equals(printed[0] as Buffer))).toBe(true);
});

test('a document that takes too long fails, and the next is printed by another thread', async () => {
  const printer = printerOf({ deadlineMs: 1 });
  await expect(printer.print({ kind: 'request', input: large })).rejects.toThrow('too long');
  const patient = printerOf();
  await expect(patient.print({ kind: 'receipt', input: receipt })).resolves.toBeInstanceOf(Buffer);
});

test('a thread that breaks is replaced, and only its own document fails', async () => {
  const printer = printerOf();
  // An instant that no calendar has: the layout throws, the thread lives on.
  const wrong = { ...receipt, submittedAt: new Date(Number.NaN) };
  await expect(printer.print({ kind: 'receipt', input: wrong })).rejects.toThrow('RangeError');
  const broken = printer.print({ kind: 'request', input: large });
  const [thread] = (printer as unknown as { busy: Map<{ terminate(): Promise<number> }, unknown> }).busy.keys();
  const next = printer.print({ kind: 'receipt', input: receipt });
  await thread?.terminate();
  await expect(broken).rejects.toThrow('ended');
  expect((await next).equals(await receiptPdf(receipt))).toBe(true);
});

test('no more documents wait than may, and none is printed after the end', async () => {
  const printer = printerOf({ waiting: 1 });
  const first = printer.print({ kind: 'receipt', input: receipt });
  const second = printer.print({ kind: 'receipt', input: receipt });
  await expect(printer.print({ kind: 'receipt', input: receipt })).rejects.toThrow('too many');
  await Promise.all([first, second]);
  await printer.close();
  await expect(printer.print({ kind: 'receipt', input: receipt })).rejects.toThrow('closed');
});
