import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon, { type Options, type Result } from 'autocannon';

export interface Load {
  url: string;
  method: 'GET' | 'POST';
  /** What to ask, each once for each time it stands here. */
  asked: { path: string; headers?: Record<string, string>; body?: string }[];
  connections: number;
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
export async function measure({ url, method, asked, connections }: Load): Promise<Measured> {
  let next = 0;
  const times: number[] = [];
  const options: Options = {
    url,
    method,
    connections,
    amount: asked.length,
    timeout: 20,
    sampleInt: 20, // milliseconds between two looks whether all are answered: the grain of the duration
    requests: [{ setupRequest: (request) => ({ ...request, ...asked[next++ % asked.length] }) }],
  };
  const result = await new Promise<Result>((done, fail) => {
    const running = autocannon(options, (error, all) => (error ? fail(error) : done(all)));
    running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  const at = quantilesOf(times);
  return {
    requestsPerSecond: Math.round(result.requests.total / result.duration),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failures: result.non2xx + result.errors + result.timeouts,
  };
}

function quantilesOf(times: number[]): (share: number) => number {
  const sorted = times.toSorted((a, b) => a - b);
  return (share) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2));
}

/**
 * Asks every path once, evenly: each at its moment, whether or not those before it were answered. What one waits for is counted from that moment on.
 * @param rate requests a second
 * @returns the p99 in milliseconds
 */
export async function pace({ url, method, asked, connections }: Load, rate: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const began = performance.now();
  const answers = asked.map(async ({ path, headers, body }, at) => {
    const moment = began + (at * 1_000) / rate;
    await pause(moment - performance.now());
    const status = await new Promise<number | undefined>((done, fail) => {
      const sent = request(`${url}${path}`, { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body ?? '') } });
      sent.once('error', fail).once('response', (response) => response.resume().once('end', () => done(response.statusCode)));
      sent.end(body);
    });
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    times.push(performance.now() - moment);
  });
  await Promise.all(answers);
  agent.destroy();
  return quantilesOf(times)(0.99);
}
