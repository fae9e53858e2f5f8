import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** What belongs to the request, event or job at hand and travels on with everything it causes. */
export interface Context {
  /** W3C trace context: `00-<32 hex>-<16 hex>-01`. */
  traceparent: string;
  /** Instant in milliseconds after which nobody waits for the answer any more. */
  deadline?: number;
  /** Aborts at the deadline, or when the caller has gone. */
  signal?: AbortSignal;
}

const storage = new AsyncLocalStorage<Context>();

// `randomUUID` draws its randomness for many at once: half a microsecond instead of three for each request.
const newSpan = () => randomUUID().slice(0, 8) + randomUUID().slice(28);

export const newTraceparent = () => `00-${randomUUID().replaceAll('-', '')}-${newSpan()}-01`;

const wellFormed = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Keeps the trace and gives this step a span of its own; a header that is not one begins a new trace. */
export const continueTrace = (traceparent: string | undefined): string =>
  traceparent && wellFormed.test(traceparent) ? `${traceparent.slice(0, 36)}${newSpan()}-01` : newTraceparent();

export const traceIdOf = (traceparent: string) => traceparent.slice(3, 35);

export const within = <T>(context: Context, work: () => T): T => storage.run(context, work);
export const currentContext = (): Context | undefined => storage.getStore();
export const currentTraceparent = (): string => storage.getStore()?.traceparent ?? newTraceparent();
