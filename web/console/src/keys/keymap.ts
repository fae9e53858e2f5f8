import { type SectionKey, sections } from '../sections.js';

/** What a key may ask for. Approving and rejecting are not here on purpose: no single key decides a practice. */
const commands = [
  'help',
  'palette',
  'search',
  'next',
  'previous',
  'open',
  'select',
  'next-in-view',
  'previous-in-view',
  'take',
  'reply',
  'note',
  'star',
  'copy-number',
  'close',
] as const;
export type Command = (typeof commands)[number] | `go-${SectionKey}`;

/** What of a keyboard event counts. `isTyping`: the focus is where letters write text or choose a value. */
export interface Press {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  isTyping: boolean;
  /** The focus is on a link, a button or the like, where Enter already means something. */
  isOnControl: boolean;
}

/** `g` waits for the letter of a place, for a moment. */
export type Waiting = 'none' | 'place';

export interface Meaning {
  command: Command | null;
  waiting: Waiting;
}

const letters: Readonly<Record<string, Command>> = {
  '?': 'help',
  '/': 'search',
  j: 'next',
  k: 'previous',
  '[': 'previous-in-view',
  ']': 'next-in-view',
  m: 'take',
  r: 'reply',
  n: 'note',
  x: 'select',
  s: 'star',
  '.': 'copy-number',
};
const places: Readonly<Record<string, Command>> = Object.fromEntries(sections.map(({ letter, key }) => [letter, `go-${key}`]));
const arrows: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous', Enter: 'open' };

const nothing: Meaning = { command: null, waiting: 'none' };
const meaning = (command: Command | undefined): Meaning => ({ command: command ?? null, waiting: 'none' });

/**
 * What a key means. Letters mean nothing while somebody types, nor when they were switched off (WCAG 2.1.4);
 * the palette and Esc always work.
 */
export function interpret(press: Press, waiting: Waiting, hasLetters: boolean): Meaning {
  const { key, ctrl, meta, alt, isTyping, isOnControl } = press;
  if ((ctrl || meta) && !alt && key.toLowerCase() === 'k') return meaning('palette');
  if (ctrl || meta || alt) return nothing;
  if (key === 'Escape') return meaning('close');
  if (isTyping) return nothing;
  if (key in arrows) return isOnControl && key === 'Enter' ? nothing : meaning(arrows[key]);
  if (!hasLetters) return nothing;
  if (waiting === 'place') return meaning(places[key]);
  return key === 'g' ? { command: null, waiting: 'place' } : meaning(letters[key]);
}

export type KeyGroup = 'everywhere' | 'list' | 'practice' | 'places';

/** What the help page lists: the same keys, in groups. `mod` is Ctrl or ⌘. */
export const keyList: readonly { group: KeyGroup; keys: readonly string[]; means: Command | 'send' }[] = [
  { group: 'everywhere', keys: ['?'], means: 'help' },
  { group: 'everywhere', keys: ['mod K'], means: 'palette' },
  { group: 'everywhere', keys: ['/'], means: 'search' },
  { group: 'everywhere', keys: ['Esc'], means: 'close' },
  { group: 'list', keys: ['j', '↓'], means: 'next' },
  { group: 'list', keys: ['k', '↑'], means: 'previous' },
  { group: 'list', keys: ['Enter'], means: 'open' },
  { group: 'list', keys: ['x'], means: 'select' },
  { group: 'practice', keys: [']'], means: 'next-in-view' },
  { group: 'practice', keys: ['['], means: 'previous-in-view' },
  { group: 'practice', keys: ['m'], means: 'take' },
  { group: 'practice', keys: ['r'], means: 'reply' },
  { group: 'practice', keys: ['n'], means: 'note' },
  { group: 'practice', keys: ['s'], means: 'star' },
  { group: 'practice', keys: ['.'], means: 'copy-number' },
  { group: 'practice', keys: ['mod Enter'], means: 'send' },
  ...sections.map(({ key, letter }) => ({ group: 'places' as const, keys: [`g ${letter}`], means: `go-${key}` as const })),
];

/** The keys of a command, as the help writes them. */
export const keysOf = (command: Command): readonly string[] => keyList.find(({ means }) => means === command)?.keys ?? [];
