import { expect, test } from '@jest/globals';
import { profileLabels } from '@sportello/contracts/identity/people';
import { statusLabels } from '@sportello/contracts/practices/states';
import { ticketPriorityLabels } from '@sportello/contracts/ticketing/fields';
import { ticketStatusLabels } from '@sportello/contracts/ticketing/states';
import { profileName } from './profile-name.js';
import { statuses, statusLabel } from './statuses.js';
import { ticketPriority, ticketStatusTable } from './ticket-statuses.js';

test('the states that a page shows are those of the contracts, in their order', () => {
  expect(statuses).toEqual(Object.keys(statusLabels));
  for (const status of statuses) {
    expect(statusLabel(status, 'it')).toBe(statusLabels[status].it);
    expect(statusLabel(status, 'en')).toBe(statusLabels[status].en);
  }
});

test('TIC-06, TIC-11: the states and priorities of tickets are called as the contracts call them', () => {
  const labels = Object.fromEntries(Object.entries(ticketStatusTable).map(([status, { label }]) => [status, label]));
  expect(labels).toEqual(ticketStatusLabels);
  for (const [priority, label] of Object.entries(ticketPriorityLabels)) expect(ticketPriority(Number(priority))).toBe(label);
});

test('IDE-19: profiles are called as the contracts call them', () => {
  for (const [kind, label] of Object.entries(profileLabels)) {
    expect(profileName({ kind: kind as keyof typeof profileLabels, onBehalfOf: null }, 'it')).toBe(label.it);
  }
  expect(profileName({ kind: 'mayor', onBehalfOf: 'Comune di Ascalea' }, 'en')).toBe('Mayor or legal representative - Comune di Ascalea');
});
