import { Worker } from 'node:worker_threads';
import type { AppointmentListInput } from './appointment-list.js';
import type { PaymentCertificateInput } from './payment-certificate.js';
import type { PaymentNoticeInput } from './payment-notice.js';
import type { PaymentReceiptInput } from './payment-receipt.js';
import type { DailyRegisterInput, ReceiptInput, RequestInput } from './pdf.js';

/** What is printed: one of the documents, with what stands in it. */
export type Print =
  | { kind: 'request'; input: RequestInput }
  | { kind: 'receipt'; input: ReceiptInput }
  | { kind: 'daily-register'; input: DailyRegisterInput }
  | { kind: 'payment-notice'; input: PaymentNoticeInput }
  | { kind: 'payment-receipt'; input: PaymentReceiptInput }
  | { kind: 'appointment-list'; input: AppointmentListInput }
  | { kind: 'payment-certificate'; input: PaymentCertificateInput };

/** What a thread answers. */
export type Printed = { bytes: Uint8Array } | { message: string };

interface Job {
  print: Print;
  give(bytes: Buffer): void;
  fail(error: Error): void;
}

export interface PrinterLimits {
  /** Documents printed at once, each in a thread of its own. */
  threads: number;
  /** Documents that wait; one more is refused. */
  waiting: number;
  /** For one document, from its turn on. */
  deadlineMs: number;
}

/** So many documents wait that one more was refused. */
export class PrinterFull extends Error {}

const usual: PrinterLimits = { threads: 1, waiting: 200, deadlineMs: 60_000 };

/** What a thread may keep, in megabytes: a form of the largest size takes a third of it. */
const MEMORY_MB = 384;

/**
 * Prints documents in threads of their own, so that nobody waits at the event loop while a long one is laid out. The bytes are those of
 * the functions of `pdf.ts`. A thread begins with the first document; one that breaks, or passes the deadline, is replaced.
 */
export class Printer {
  private readonly limits: PrinterLimits;
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private isClosed = false;

  constructor(limits: Partial<PrinterLimits> = {}) {
    this.limits = { ...usual, ...limits };
  }

  /**
   * @throws PrinterFull if too many documents wait
   * @throws Error if this one takes longer than the deadline, if its thread breaks, or after `close`; whoever
   * asks again later gets the same bytes
   */
  print(print: Print): Promise<Buffer> {
    if (this.isClosed) return Promise.reject(new Error('the printer is closed'));
    if (this.waiting.length >= this.limits.waiting) return Promise.reject(new PrinterFull('too many documents wait to be printed'));
    return new Promise((give, fail) => {
      this.waiting.push({ print, give, fail });
      this.next();
    });
  }

  /** Ends all threads; what was not printed fails. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { fail } of this.waiting.splice(0)) fail(new Error('the printer is closed'));
    await Promise.all([...this.idle.splice(0), ...this.busy.keys()].map((thread) => thread.terminate()));
  }

  private next(): void {
    const job = this.waiting[0];
    if (!job || this.busy.size >= this.limits.threads) return;
    this.waiting.shift();
    const thread = this.idle.pop() ?? new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    this.busy.set(thread, job);
    thread.ref();
    const deadline = setTimeout(() => end(new Error('the document took too long')), this.limits.deadlineMs);
    const onMessage = (printed: Printed) => {
      settle();
      // A thread that waits keeps no process from ending.
      thread.unref();
      this.idle.push(thread);
      if ('bytes' in printed) job.give(Buffer.from(printed.bytes.buffer, printed.bytes.byteOffset, printed.bytes.byteLength));
      else job.fail(new Error(printed.message));
      this.next();
    };
    const onError = (error: Error) => end(error);
    const onExit = () => end(new Error('the thread that prints ended'));
    const settle = () => {
      clearTimeout(deadline);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      this.busy.delete(thread);
    };
    const end = (error: Error) => {
      settle();
      // What a broken thread still says is nobody's.
      thread.on('error', () => undefined);
      void thread.terminate();
      job.fail(error);
      this.next();
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(job.print);
  }
}

/** A thread runs compiled code, also when this file is read as a source. */
const program = new URL('../dist/printer.worker.js', import.meta.url);
