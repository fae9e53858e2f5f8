import { join } from 'node:path';

/** The root of the repository. */
export const root = join(import.meta.dirname, '..');

/** Where the local stack keeps everything of its own: data, secrets, logs, downloaded programs. */
export const localFolder = join(root, '.sportello');
