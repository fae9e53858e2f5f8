import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { root } from '../paths.ts';
import { services } from '../services.ts';

const read = (path: string) => readFileSync(join(root, 'deploy/monitoring', path), 'utf8');

test('every alert names a runbook that is there', () => {
  const alerts = read('alerts.yml');
  const runbooks = [...alerts.matchAll(/runbook: (\S+)/g)].map(([, path]) => path as string);
  expect(runbooks).toHaveLength([...alerts.matchAll(/- alert: /g)].length);
  expect(runbooks.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('Prometheus reads the figures of every service of the table', () => {
  const [, names = ''] = /names: \[(.*)\]/.exec(read('prometheus.yml')) ?? [];
  expect(names.split(', ').toSorted()).toEqual([...services].toSorted());
});

const Source = z.object({ uid: z.literal('prometheus') });
const Panel = z.object({
  id: z.int(),
  type: z.enum(['row', 'timeseries']),
  title: z.string().min(1),
  targets: z.array(z.object({ datasource: Source, expr: z.string().min(1), legendFormat: z.string() })).default([]),
});

test('the dashboard asks the source that is set up beside it, and each panel has an id of its own', () => {
  const { panels } = z.object({ panels: z.array(Panel) }).parse(JSON.parse(read('grafana/sportello.json')));
  expect(read('grafana/datasource.yml')).toContain('uid: prometheus\n');
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(panels.filter(({ type, targets }) => (type === 'row') !== (targets.length === 0))).toEqual([]);
});
