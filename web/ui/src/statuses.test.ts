import { expect, test } from '@jest/globals';
import { profileLabels } from '@sportello/contracts/identity/people';
import { statusLabels } from '@sportello/contracts/practices/states';
import { profileName } from './profile-name.js';
import { statuses, statusLabel } from './statuses.js';

test('the states that a page shows are those of the contracts, in their order', () => {
  expect(statuses).toEqual(Object.keys(statusLabels));
  for (const status of statuses) {
    expect(statusLabel(status, 'it')).toBe(statusLabels[status].it);
    expect(statusLabel(status, 'en')).toBe(statusLabels[status].en);
  }
});

test('IDE-19: profiles are called as the contracts call them', () => {
  for (const [kind, label] of Object.entries(profileLabels)) {
    expect(profileName({ kind: kind as keyof typeof profileLabels, onBehalfOf: null }, 'it')).toBe(label.it);
  }
  expect(profileName({ kind: 'mayor', onBehalfOf: 'Comune di Ascalea' }, 'en')).toBe('Mayor or legal representative - Comune di Ascalea');
});
