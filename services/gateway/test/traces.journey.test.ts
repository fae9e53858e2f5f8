import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { areSpansRecorded, inSpan } from '@sportello/messaging/spans';
import { Log } from '@sportello/service/logger';
import { startTracing } from '@sportello/service/tracing';
import { eventually } from '@sportello/testing/servers';
import { root } from '../../../deploy/paths.ts';
import { run } from '../../../deploy/program.ts';
import { type CollectedSpan, type Collector, startCollector } from '../../../deploy/simulators/collector.ts';
import { procedures } from '../../../deploy/world/ids.ts';
import { openTestWorld, type TestWorld, wholeForm } from './test-world.js';

let collector: Collector;

describe('an installation whose traces go to a collector', () => {
  let world: TestWorld;

  beforeAll(async () => {
    collector = await startCollector();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
    world = await openTestWorld();
  });

  afterAll(async () => {
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    await world?.close();
    await collector?.stop();
  });

  test('a request that is sent is one trace, from the door over rows and events to the receipt and the mail, and holds nothing of the form', async () => {
    const mayor = await world.enter('federica');
    const id = randomUUID();
    await mayor.ask('rpc.practices.open.v1', { id, procedureId: procedures.utentiServizi06, content: wholeForm });
    await mayor.move('rpc.practices.complete.v1', { id });
    await mayor.move('rpc.practices.submit.v1', { id });

    const door = 'POST /api/v1/practices/:id/submission';
    const spans = await eventually(() => {
      const root = collector.spans().find(({ name }) => name === door);
      const trace = collector.spans().filter(({ traceId }) => traceId === root?.traceId);
      const steps = trace.map(({ service, name }) => `${service}: ${name}`);
      for (const step of [
        `gateway: ${door}`,
        'gateway: rpc.practices.submit.v1',
        'practices: rpc.practices.submit.v1',
        'practices: insert outbox',
        'practices: commit',
        'practices: events.practices.submitted.v1',
        'practices: job receipts',
        'practices: events.practices.receipt-issued.v1',
        'practices: events.notifications.announced.v1',
        'notifications: notifications-events-notifications-announced-v1',
        'notifications: insert inbox',
        'notifications: job announcements',
      ])
        expect(steps).toContain(step);
      // Every step but the first was caused by another that is there too.
      const known = new Set(trace.map(({ spanId }) => spanId));
      expect(trace.filter(({ parentSpanId }) => !known.has(parentSpanId ?? '')).map(({ name }) => name)).toEqual([door]);
      return trace;
    }, 60);

    const isBelow = ({ parentSpanId }: CollectedSpan, above: string): boolean => {
      const parent = spans.find(({ spanId }) => spanId === parentSpanId);
      return parent !== undefined && (parent.name === above || isBelow(parent, above));
    };
    const of = (service: string, name: string) => spans.find((span) => span.service === service && span.name === name) as CollectedSpan;
    expect(isBelow(of('practices', 'insert outbox'), 'rpc.practices.submit.v1')).toBe(true);
    expect(isBelow(of('notifications', 'insert inbox'), 'events.notifications.announced.v1')).toBe(true);
    expect(spans.filter(({ hasFailed }) => hasFailed)).toEqual([]);

    const { users, ...fields } = wholeForm;
    const typed = [...Object.values(fields), ...users.flatMap((user) => Object.values(user)), 'federica', 'Federica', 'Neri', id];
    // Digits of an instant or of an id say nothing of anybody.
    const said = collector.said().replace(/\b[0-9a-f]{16,}\b/g, '');
    expect(typed.filter((value) => typeof value === 'string' && value.length > 3 && said.includes(value))).toEqual([]);
  });

  test('what processes do by themselves, again and again, is no trace', async () => {
    await eventually(() => expect(collector.spans().some(({ service }) => service === 'identity')).toBe(true));
    const begun = collector.spans().filter(({ parentSpanId }) => !parentSpanId);
    // A job whose hour came while nobody asked for it is work, done once.
    expect(begun.filter(({ kind, name }) => kind !== 2 && !name.startsWith('job '))).toEqual([]);
  });
});

describe('a collector', () => {
  const lines: string[] = [];
  const log = new Log('tests', 'warn', { write: (line) => void lines.push(line) });
  const steps = async (count: number) => {
    for (let at = 0; at < count; at += 1) await inSpan({ kind: 'internal', name: `step ${at}`, cause: undefined }, async () => undefined);
  };

  beforeEach(async () => {
    lines.length = 0;
    collector = await startCollector();
  });

  afterEach(() => collector.stop());

  test('that does not answer keeps nobody waiting, and what is kept for it has a bound', async () => {
    collector.behave('hold');
    const stop = await startTracing('tests', collector.url, log);
    await steps(10_000);
    collector.behave('ok');
    await stop();
    const { length } = collector.spans();
    expect(length).toBeGreaterThanOrEqual(2_048);
    expect(length).toBeLessThanOrEqual(2_048 + 512);
    expect(areSpansRecorded()).toBe(false);
  });

  test('that refuses is in the log once', async () => {
    collector.behave('refuse');
    const stop = await startTracing('tests', collector.url, log);
    await steps(2_000);
    await stop();
    expect(collector.spans()).toEqual([]);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['traces are not taken, and are dropped']);
  });

  test('without whose address nothing of OpenTelemetry’s is loaded that sends', async () => {
    const compiled = (name: string) => JSON.stringify(pathToFileURL(join(root, `libs/service/dist/${name}.js`)).href);
    const script = `
      import { registerHooks } from 'node:module';
      let loaded = 0;
      registerHooks({ load: (url, context, next) => { loaded += /@opentelemetry.(sdk|exporter|otlp|resources)/.test(url); return next(url, context); } });
      await import(${compiled('start')});
      const { startTracing } = await import(${compiled('tracing')});
      for (const address of [undefined, 'http://127.0.0.1:9']) {
        await startTracing('tests', address, {});
        console.log(loaded > 0);
      }
      process.exit(0);`;
    const environment = { PATH: process.env['PATH'] };
    const loaded = await run([process.execPath, '--input-type=module', '--eval', script], { cwd: root, environment });
    expect(loaded.trim().split('\n')).toEqual(['false', 'true']);
  });
});
