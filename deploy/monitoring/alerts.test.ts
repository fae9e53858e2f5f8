import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../paths.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const alerts = read('deploy/monitoring/alerts.yml');
const figuresIn = (text: string) => new Set(text.match(/sportello_\w+/g));

test('every figure that an alert looks at is told by a service and stands in the runbook, and every runbook is there', () => {
  const sources = ['libs/service/src/measures.ts', 'libs/service/src/metrics.ts', 'services/gateway/src/measures.ts'].map(read).join();
  const told = new Set([...sources.matchAll(/gauge\(\s*'(\w+)'/g)].map(([, name]) => `sportello_${name}`));
  const ofHistogram = /^(sportello_request_duration_seconds)_(count|sum|bucket)$/;
  const looked = [...figuresIn(alerts)].map((figure) => figure.replace(ofHistogram, '$1'));
  expect(looked.length).toBeGreaterThan(5);
  expect(looked.filter((figure) => !told.has(figure) && !sources.includes(`'${figure}'`))).toEqual([]);
  const page = read('docs/runbooks/monitoring.md').replaceAll('`…_', '`sportello_outbox_');
  expect([...told].filter((figure) => !page.includes(figure))).toEqual([]);
  const runbooks = [...alerts.matchAll(/runbook: (\S+)/g)].map(([, path]) => path as string);
  expect(runbooks.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
