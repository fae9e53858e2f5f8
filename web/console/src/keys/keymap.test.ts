import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Command, interpret, keyList, type Press } from './keymap.js';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  meta: false,
  alt: false,
  isTyping: false,
  isOnControl: false,
  ...more,
});
const means = (key: string, more: Partial<Press> = {}, hasLetters = true) => interpret(press(key, more), 'none', hasLetters).command;

test('the keys of the list and of the practice', () => {
  const expected: [string, Command][] = [
    ['j', 'next'],
    ['k', 'previous'],
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['Enter', 'open'],
    ['x', 'select'],
    [']', 'next-in-view'],
    ['[', 'previous-in-view'],
    ['m', 'take'],
    ['r', 'reply'],
    ['n', 'note'],
    ['s', 'star'],
    ['.', 'copy-number'],
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'close'],
  ];
  for (const [key, command] of expected) expect(means(key)).toBe(command);
});

test('letters write text and do nothing else while somebody types', () => {
  for (const key of ['j', 'm', 'r', 'n', '/', '?', '.', 'Enter', 'ArrowDown']) expect(means(key, { isTyping: true })).toBeNull();
  expect(means('Escape', { isTyping: true })).toBe('close');
});

test('letters can be switched off; palette, Esc and arrows stay', () => {
  expect(means('m', {}, false)).toBeNull();
  expect(interpret(press('g'), 'none', false)).toEqual({ command: null, waiting: 'none' });
  expect(means('k', { ctrl: true }, false)).toBe('palette');
  expect(means('K', { meta: true, isTyping: true }, false)).toBe('palette');
  expect(means('ArrowDown', {}, false)).toBe('next');
});

test('Enter on a link or a button keeps its own meaning', () => {
  expect(means('Enter', { isOnControl: true })).toBeNull();
});

test('g and the letter of a place go there; any other letter forgets it', () => {
  expect(interpret(press('g'), 'none', true)).toEqual({ command: null, waiting: 'place' });
  expect(interpret(press('p'), 'place', true)).toEqual({ command: 'go-practices', waiting: 'none' });
  expect(interpret(press('z'), 'place', true)).toEqual({ command: null, waiting: 'none' });
});

test('the browser’s own combinations are left alone', () => {
  for (const key of ['r', 'n', 'm', 'j', '[']) {
    expect(means(key, { ctrl: true })).toBeNull();
    expect(means(key, { meta: true })).toBeNull();
    expect(means(key, { alt: true })).toBeNull();
  }
});

test('no single key approves or rejects', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('none' as const, 'place' as const),
      (key, ctrl, meta, waiting) => {
        const { command } = interpret(press(key, { ctrl, meta }), waiting, true);
        expect(command ?? '').not.toMatch(/approve|reject|amend/);
      },
    ),
  );
});

test('the help lists every key once', () => {
  const listed = keyList.flatMap(({ keys }) => keys);
  expect(new Set(listed).size).toBe(listed.length);
});
