import { expect, test } from '@jest/globals';
import { appointmentStatusLabels } from '@sportello/contracts/appointments/appointments';
import english from './calendars/en.json';
import ofCalendars from './calendars/it.json';
import italian from './it.json';
import { keyList } from './keys/keymap.js';
import ofPractices from './practices/it.json';
import { actions } from './practices/practice/actions.js';
import { periods, queues } from './practices/queue/filters.js';
import { sections } from './sections.js';

const it: Record<string, string> = { ...italian, ...ofPractices };

test('what is said of a list of things is there for each of them', () => {
  const keys = [
    ...keyList.filter(({ group }) => group !== 'places').map(({ means }) => `keys.${means}`),
    ...keyList.map(({ group }) => `keys.group.${group}`),
    ...periods.map((period) => `queue.period.${period}`),
    ...queues.map((queue) => `queue.work.${queue}`),
    ...actions.flatMap((action) => [`action.${action}`, `action.done.${action}`]),
    ...sections.map(({ key }) => `section.${key}`),
  ];
  expect(keys.filter((key) => !(key in it))).toEqual([]);
});

test('APP-13: the states of an appointment are called as the contracts call them', () => {
  for (const [status, { it: inItalian, en }] of Object.entries(appointmentStatusLabels)) {
    expect(ofCalendars).toHaveProperty([`calendars.state.${status}`], inItalian);
    expect(english).toHaveProperty([`calendars.state.${status}`], en);
    expect(it[`appointments.state.${status}`]).toBe(inItalian.toLowerCase());
  }
});

test('the actions are called with the words of the service, letter by letter', () => {
  expect(it).toMatchObject({
    'action.take': 'Prendi in carico',
    'action.request-amendment': 'Richiedi integrazioni',
    'dialog.amendment.send': 'Invia richiesta di integrazione',
    'action.accept-amendment': 'Accetta integrazioni',
    'action.approve': 'Approva',
    'action.reject': 'Rigetta',
    'dialog.send.approve': "Invia l'approvazione",
    'dialog.send.reject': 'Invia il rigetto',
    'action.take-over': 'Subentra a {name}',
    'messages.note': 'Aggiungi nota privata',
    'messages.send': 'Invia messaggio',
    'messages.text': 'Testo del messaggio',
    'general.number': 'Numero richiesta',
    'general.submitted': 'Richiesta presentata il',
    'general.protocol': 'Protocollo',
    'entry.title': 'Gestisci i servizi digitali',
  });
});
