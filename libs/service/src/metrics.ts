import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One figure of a gauge, with what it is of. */
export type Reading = [labels: Record<string, string>, value: number];

/** A figure that is read when somebody looks. Labels name doors, queues and events, and never a person or a body. */
export interface Figure<From> {
  name: string;
  help: string;
  labels: string[];
  read(from: From): Promise<Reading[]>;
}

/** From a read that finds everything at hand to one that is given up, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** A figure that does not come in this time is left out: whoever looks learns of it by its absence. Milliseconds. */
const PATIENCE_MS = 1_000;

/**
 * What one process tells about itself in figures, for Prometheus: a registry of its own, as several services may live in one process. Labels
 * name doors, queues and events, and never a person or a body.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'sportello_request_duration_seconds',
      help: 'Time from a request to its answer, by door and status',
      labelNames: ['door', 'status'],
      buckets,
      registers: [this.registry],
    });
  }

  /** @param door the subject on the bus, or method and route at the gateway */
  answered(door: string, status: number, seconds: number): void {
    this.requests.observe({ door, status }, seconds);
  }

  /** A figure that is read when somebody looks. */
  gauge(name: string, help: string, labelNames: string[], read: () => Promise<Reading[]>): void {
    const gauge = new Gauge({
      name: `sportello_${name}`,
      help,
      labelNames,
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        if (labelNames.length === 0) gauge.remove();
        for (const [labels, value] of await inTime(read)) gauge.set(labels, value);
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}

async function inTime(read: () => Promise<Reading[]>): Promise<Reading[]> {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<Reading[]>((give) => {
    patience = setTimeout(give, PATIENCE_MS, []);
  });
  // What is away is told by `/ready`.
  const readings = await Promise.race([read().catch((): Reading[] => []), late]);
  clearTimeout(patience);
  return readings;
}
