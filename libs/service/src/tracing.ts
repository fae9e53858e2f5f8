import type { SpanKind } from '@opentelemetry/api';
import { recordSpans, type Step } from '@sportello/messaging/spans';
import type { Log } from './logger.js';

/** Steps that wait to be sent, and how many go together: a collector that is away costs this much memory, and what comes on top is dropped. */
const MAX_WAITING = 2_048;
const BATCH = 512;
/** How long a collector may take for one batch, in milliseconds. */
const EXPORT_MS = 10_000;

const parts = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/**
 * Sends the steps of this process to a collector by OTLP over HTTP. Nobody waits for it. Without an address nothing of it is loaded.
 * @param address of the collector, without `/v1/traces`
 * @returns how to send what is left, and end
 */
export async function startTracing(service: string, address: string | undefined, log: Log): Promise<() => Promise<void>> {
  if (address === undefined) return () => Promise.resolve();
  const [
    { ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace },
    { BatchSpanProcessor, TracerProvider },
    { resourceFromAttributes },
    { OTLPTraceExporter },
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const otlp = new OTLPTraceExporter({ url: `${address}/v1/traces`, timeoutMillis: EXPORT_MS });
  let isAway = false;
  const exporter: ConstructorParameters<typeof BatchSpanProcessor>[0]['exporter'] = {
    export: (spans, done) =>
      otlp.export(spans, (result) => {
        // The first time only: it would be said every five seconds otherwise.
        if (result.error && !isAway) log.warn({ err: result.error, msg: 'traces are not taken, and are dropped' });
        isAway = result.error !== undefined;
        // What is lost is lost: the processor would only end without waiting for the rest.
        done({ code: 0 });
      }),
    shutdown: () => otlp.shutdown(),
  };
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'sportello' }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter, maxQueueSize: MAX_WAITING, maxExportBatchSize: BATCH, exportTimeoutMillis: EXPORT_MS }),
    ],
  });
  const tracer = provider.getTracer('sportello');
  const record = ({ kind, name, cause, attributes = {}, startedAt }: Step) => {
    const [, traceId, spanId] = (cause && parts.exec(cause)) || [];
    const parent =
      traceId && spanId
        ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true })
        : ROOT_CONTEXT;
    const span = tracer.startSpan(
      name,
      { kind: kinds[kind], attributes, ...(startedAt !== undefined && { startTime: startedAt }) },
      parent,
    );
    const own = span.spanContext();
    return {
      traceparent: `00-${own.traceId}-${own.spanId}-01`,
      end: ({ hasFailed = false, attributes: outcome = {} } = {}) => {
        span.setAttributes(outcome);
        if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end(startedAt === undefined ? undefined : Date.now());
      },
    };
  };
  recordSpans(record);
  return async () => {
    recordSpans(undefined);
    await provider.shutdown();
  };
}

/** The numbers of `SpanKind`, which is not loaded before it is needed. */
const kinds: Record<Step['kind'], SpanKind> = { internal: 0, server: 1, client: 2, producer: 3, consumer: 4 };
