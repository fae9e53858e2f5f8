import { expect, test } from '@jest/globals';
import { Log } from './logger.js';

function logged(say: (log: Log) => void): Record<string, unknown> {
  const lines: string[] = [];
  say(new Log('tests', 'info', { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines.join('')) as Record<string, unknown>;
}

test('an error is told with its frames one by one, and with the reasons behind it', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const line = logged((log) => log.warn({ msg: 'the issuer is away', err: new TypeError('fetch failed', { cause: refused }) }));
  expect(line).toMatchObject({
    service: 'tests',
    msg: 'the issuer is away',
    err: {
      type: 'TypeError',
      message: 'fetch failed',
      stack: expect.arrayContaining([expect.stringMatching(/:\d+:\d+/)]),
      cause: { type: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
    },
  });
  expect(JSON.stringify(line)).not.toContain('\\n');
});

test('of several attempts that failed the first is the reason', () => {
  const line = logged((log) => log.error(new AggregateError([new Error('connect ::1'), new Error('connect 127.0.0.1')], 'all failed')));
  expect(line).toMatchObject({ err: { message: 'all failed', cause: { message: 'connect ::1' } } });
});

test('what PostgreSQL says of a value does not reach the log, wherever in the chain it stands', () => {
  const data = Object.assign(new Error('invalid input syntax: "RSSMRA80A01H501U"'), { code: '22P02' });
  const line = logged((log) => log.error({ err: new Error('the query failed', { cause: data }) }));
  expect(JSON.stringify(line)).not.toContain('RSSMRA80A01H501U');
  expect(line).toMatchObject({ err: { cause: { code: '22P02' } } });
});

test('a value that PostgreSQL quotes reaches the log neither as the line’s message nor as a line of the stack', () => {
  const data = Object.assign(new Error('invalid input syntax: "Federica\n    at Neri (secret.js:1:2)"'), { code: '22P02' });
  for (const say of [
    (log: Log) => log.error({ err: data }),
    (log: Log) => log.error(data),
    (log: Log) => log.error({ msg: 'x', err: data }),
  ])
    expect(JSON.stringify(logged(say))).not.toMatch(/Federica|secret/);
});
