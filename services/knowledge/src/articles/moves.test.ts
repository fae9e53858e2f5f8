import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { articleStatusLabels } from '@sportello/contracts/knowledge/states';
import { lineOf, moves, movesOf, type Situation } from './moves.js';

const now = new Date('2026-11-30T10:00:00Z');
const editor = { side: 'officer', id: 'e', name: 'Elena Bianchi', isManager: false } as const;
const librarian = { ...editor, id: 'm', isManager: true } as const;
const service = { side: 'system' } as const;
const situation = (changes: Partial<Situation>): Situation => ({ status: 'draft', publishedRevision: null, publishAt: null, ...changes });
const may = (changes: Partial<Situation>, mover: Parameters<typeof movesOf>[1]) => movesOf(situation(changes), mover, now);

test('KNB-21: whoever writes proposes, and the library manager publishes', () => {
  expect(may({ status: 'draft' }, editor)).toEqual(['save', 'propose', 'restore']);
  expect(may({ status: 'in_review' }, editor)).toEqual(['return']);
  expect(may({ status: 'in_review' }, librarian)).toEqual(['return', 'schedule', 'publish']);
  expect(may({ status: 'published', publishedRevision: 1 }, editor)).toEqual(['save', 'restore']);
  expect(may({ status: 'published', publishedRevision: 1 }, librarian)).toEqual(['save', 'archive', 'restore']);
  expect(may({ status: 'archived' }, editor)).toEqual([]);
  expect(may({ status: 'archived' }, librarian)).toEqual(['restore']);
});

test('KNB-21: changes of what readers see can be dropped, those of what was never published cannot', () => {
  expect(may({ publishedRevision: 1 }, editor)).toContain('discard');
  expect(() => lineOf('discard', situation({}), editor, now)).toThrow('never published');
});

test('KNB-21: the service publishes at the hour that was set, not a moment before', () => {
  expect(may({ status: 'in_review', publishAt: now }, service)).toEqual(['publish']);
  expect(may({ status: 'in_review', publishAt: new Date(now.getTime() + 1) }, service)).toEqual([]);
  expect(may({ status: 'in_review' }, service)).toEqual([]);
});

test('whoever may not is told the state', () => {
  expect(() => lineOf('publish', situation({}), librarian, now)).toThrow('Draft');
  expect(() => lineOf('publish', situation({ status: 'in_review' }), editor, now)).toThrow('In review');
});

test('the page of the library tells the states and the table of moves as they are', () => {
  const page = readFileSync(new URL('../../../../docs/knowledge.md', import.meta.url), 'utf8');
  const rowsAfter = (heading: string) =>
    (page.split(heading)[1]?.split(/\n## /)[0] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll('`', '')),
      );
  expect(rowsAfter('\n## States')).toEqual(Object.entries(articleStatusLabels).map(([status, { it, en }]) => [status, it, en]));
  expect(rowsAfter('\n## Moves')).toEqual(moves.map(({ move, from, to, who, guards = [] }) => [move, from, to, who, guards.join(', ')]));
});
