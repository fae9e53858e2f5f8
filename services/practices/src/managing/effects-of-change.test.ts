import { expect, test } from '@jest/globals';
import { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { type Alike, effectsOf } from './effects-of-change.js';

const now = new Date('2026-11-29T10:00:00Z');
const settings = WorkflowSettings.parse({});
const rules: Parameters<typeof effectsOf>[0] = {
  code: 'NIDO',
  status: 'published',
  audience: ['citizen', 'mayor'],
  opensAt: null,
  closesAt: null,
  settings,
  limits: {},
  access: { methods: [], level: 1 },
};
const alike = (status: Alike['status'], count: number, more: Partial<Alike> = {}): Alike => ({
  status,
  count,
  profileKind: 'citizen',
  method: 'spid',
  level: 2,
  ...more,
});
const practices = [alike('draft', 2), alike('ready', 1, { profileKind: 'mayor' }), alike('submitted', 5), alike('under_review', 7)];
const told = (change: Partial<typeof rules>) => effectsOf(rules, { ...rules, ...change }, practices, now).map(({ effect }) => effect.it);

test('ADM-11: what a change does to open practices is counted and said', () => {
  expect(told({})).toEqual([]);
  expect(told({ status: 'suspended' })).toEqual([
    '3 bozze: non si possono più completare né inviare',
    '12 pratiche aperte in lavorazione: proseguono fino all’esito',
  ]);
  expect(told({ audience: ['citizen'] })).toEqual(['1 bozza di profili a cui il servizio non è più rivolto: non si possono inviare']);
  expect(told({ closesAt: now })).toEqual(['3 bozze: con il nuovo periodo di apertura ora non si possono inviare']);
  expect(told({ closesAt: new Date(now.getTime() + 1) })).toEqual([]);
  expect(told({ access: { methods: ['cie'], level: 1 } })).toEqual(['3 bozze: per inviarle occorrerà accedere in un altro modo']);
  expect(told({ access: { methods: ['spid'], level: 2 } })).toEqual([]);
  expect(told({ limits: { maxSubmissions: 1 } })).toEqual(['3 bozze: i nuovi limiti si applicano quando saranno inviate']);
  expect(told({ code: 'NIDO_2027' })).toEqual(['15 pratiche aperte: conservano il numero con il codice di prima']);
});

test('ADM-11: of the workflow it is said who can no longer go on, and what waits for what', () => {
  expect(told({ settings: { ...settings, workflow: 'forward' } })).toEqual([
    '12 pratiche aperte in lavorazione: gli operatori non potranno più prenderle in carico né decidere',
  ]);
  expect(told({ settings: { ...settings, registers: true } })).toEqual([
    '5 pratiche aperte da prendere in carico: aspettano prima il numero di protocollo',
  ]);
  expect(told({ settings: { ...settings, requiresConfirmation: true } })).toEqual([
    '15 pratiche aperte: seguono la nuova impostazione «Invio in due passi»',
  ]);
  expect(told({ settings: { ...settings, answerDays: 60 } })).toEqual([
    '3 bozze: seguono «Giorni entro cui si risponde» quando saranno inviate',
  ]);
});

test('every setting of a service says what it is called, in both languages', () => {
  for (const [key, schema] of Object.entries(WorkflowSettings.shape))
    expect([key, schema.meta()?.['x-label']]).toEqual([key, { it: expect.any(String), en: expect.any(String) }]);
});
