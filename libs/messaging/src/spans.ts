import { continueTrace, currentContext, within } from './context.js';

/** A step of a trace. Names and figures of ours are told of it, and never a value that somebody typed. */
export interface Step {
  /** As OpenTelemetry has it: `server` answers what `client` asks, `consumer` takes what `producer` published. */
  kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  name: string;
  /** The traceparent of what caused it; without one the step begins a trace. */
  cause: string | undefined;
  attributes?: Attributes;
  /** Instant in milliseconds, when the step has begun already. */
  startedAt?: number;
}
export type Attributes = Record<string, string | number>;

export interface Outcome {
  hasFailed?: boolean;
  attributes?: Attributes;
}

export interface Span {
  /** Names this step: what it causes carries it on. */
  traceparent: string;
  end(outcome?: Outcome): void;
}

/** What became of a request, by the status of its answer: a refusal is no failure of ours. */
export const outcomeOf = (status = 200): Outcome => ({ hasFailed: status >= 500, attributes: { 'http.response.status_code': status } });

let recorder: ((step: Step) => Span) | undefined;

/** Has the steps of this process recorded from now on, or no more. */
export const recordSpans = (to: typeof recorder): void => {
  recorder = to;
};
export const areSpansRecorded = (): boolean => recorder !== undefined;

/** Begins a step. Where nobody records it only carries the trace on. */
export const beginSpan = (step: Step): Span => recorder?.(step) ?? { traceparent: continueTrace(step.cause), end: () => undefined };

/** Notes a step that is over, if it belongs to a trace: what a process does by itself, again and again, does not. */
export function noteSpan(step: Omit<Step, 'cause'>, hasFailed: boolean): void {
  const cause = currentContext()?.traceparent;
  if (recorder && cause) recorder({ ...step, cause }).end({ hasFailed });
}

/** Does work as a step, in whose trace everything is that it causes. */
export async function inSpan<T>(step: Step, work: (traceparent: string) => Promise<T>): Promise<T> {
  const { traceparent, end } = beginSpan(step);
  try {
    const result = await within({ traceparent }, () => work(traceparent));
    end();
    return result;
  } catch (error) {
    end({ hasFailed: true });
    throw error;
  }
}
