import { expect, test } from '@jest/globals';
import english from './en.json';
import italian from './it.json';
import { keyList } from './keys/keymap.js';
import { placesOf } from './places.js';
import { actions } from './practice/actions.js';
import { periods, queues } from './queue/filters.js';

const it: Record<string, string> = italian;
const en: Record<string, string> = english;

const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/\{([a-z]\w*)[,}]/g)].map(([, name]) => name).sort();

test('every text is said in both languages, with the same values in it', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(it).sort());
  for (const key of Object.keys(it)) {
    const names = (text: string | undefined) => new Set(placeholders(text));
    expect([key, names(en[key])]).toEqual([key, names(it[key])]);
  }
});

test('what is said of a list of things is there for each of them', () => {
  const keys = [
    ...keyList.map(({ means }) => `keys.${means}`),
    ...keyList.map(({ group }) => `keys.group.${group}`),
    ...periods.map((period) => `queue.period.${period}`),
    ...queues.map((queue) => `queue.work.${queue}`),
    ...actions.flatMap((action) => [`action.${action}`, `action.done.${action}`]),
    ...(['administrator', 'manager'] as const).flatMap((role) => placesOf(role).map(({ key }) => `place.${key}`)),
  ];
  expect(keys.filter((key) => !(key in it))).toEqual([]);
});

test('the actions are called with the words of the service, letter by letter', () => {
  expect(it).toMatchObject({
    'action.take': 'Prendi in carico',
    'action.request-amendment': 'Richiedi integrazioni',
    'dialog.amendment.send': 'Invia richiesta di integrazione',
    'action.accept-amendment': 'Accetta integrazioni',
    'action.approve': 'Approva',
    'action.reject': 'Rigetta',
    'dialog.send': 'Invia',
    'messages.note': 'Aggiungi nota privata',
    'messages.send': 'Invia messaggio',
    'messages.text': 'Testo del messaggio',
    'general.number': 'Numero richiesta',
    'general.submitted': 'Richiesta presentata il',
    'general.protocol': 'Protocollo',
    'entry.title': 'Gestisci i servizi digitali',
  });
});
