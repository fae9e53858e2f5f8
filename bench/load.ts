import autocannon, { type Options, type Result } from 'autocannon';

export interface Load {
  url: string;
  method: 'GET' | 'POST';
  /** What to ask, each once for each time it stands here. */
  asked: { path: string; headers?: Record<string, string>; body?: string }[];
  connections: number;
  /** Requests a second; without it as many as are answered. */
  rate?: number;
}

export interface Measured {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Answers other than 2xx, and connections that broke: a measurement with any is not worth its figure. */
  failures: number;
}

/** Asks every path once, from a fixed number of connections, and counts. */
export async function measure({ url, method, asked, connections, rate }: Load): Promise<Measured> {
  let next = 0;
  const times: number[] = [];
  const options: Options = {
    url,
    method,
    connections,
    amount: asked.length,
    ...(rate && { overallRate: rate }),
    timeout: 20,
    sampleInt: 20, // milliseconds between two looks whether all are answered: the grain of the duration
    requests: [{ setupRequest: (request) => ({ ...request, ...asked[next++ % asked.length] }) }],
  };
  const result = await new Promise<Result>((done, fail) => {
    const running = autocannon(options, (error, all) => (error ? fail(error) : done(all)));
    running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(2));
  return {
    requestsPerSecond: Math.round(result.requests.total / result.duration),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failures: result.non2xx + result.errors + result.timeouts,
  };
}
