import type { Command } from './keymap.js';

export interface PaletteAction {
  name: string;
  run: () => void;
  /** The command that does the same by key, so that its key is shown. */
  command?: Command;
}
