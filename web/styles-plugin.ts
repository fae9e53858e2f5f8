import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import type { Plugin } from 'vite';

/**
 * A stylesheet without what no page of a program can have: rules, variables, key frames and fonts of the design system's parts that the
 * program never names. A name that is put together (`bg-${colour}`) counts when both of its halves are in the program.
 */
export async function stylesIn(css: string, program: string): Promise<string> {
  const words = new Set(program.match(/[\w-]+/g));
  const beginnings = new Set(program.match(/[A-Za-z][\w-]*-(?=["'`$])/g));
  const isComposed = (name: string) =>
    [...name.matchAll(/-/g)].some(({ index }) => beginnings.has(name.slice(0, index + 1)) && words.has(name.slice(index + 1))) ||
    // The kit makes the names of buttons of three pieces.
    (name.startsWith('btn-') && name.split('-').every((piece) => words.has(piece)));
  for (const [, name = ''] of css.matchAll(/\.([A-Za-z][\w-]*)/g)) if (isComposed(name)) words.add(name);
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: [...words].join(' '), extension: 'txt' }],
    // PurgeCSS takes a selector that begins with a state, as `:focus`, for one of nothing.
    css: [{ raw: css.replace(/(?<=^|[{},])(?=:(focus|hover|active|not|is|where)\b)/g, '*') }],
    variables: true,
    keyframes: true,
    // Set under other names: `tabIndex`, and `dataset.focusMouse` by the kit, which tells the mouse's focus from the keyboard's.
    dynamicAttributes: ['tabindex', 'data-focus-mouse'],
  });
  if (!purged) throw new Error('No stylesheet was left');
  return withoutUnusedFonts(purged.css);
}

/** Leaves out the fonts that no rule and no variable names. */
function withoutUnusedFonts(css: string): string {
  const faces = /@font-face\s*\{[^}]*\}/g;
  const rest = css.replace(faces, '');
  return css.replace(faces, (face) => {
    const family = /font-family:\s*["']?([^;"']+)/.exec(face)?.[1];
    return family && rest.includes(family) ? face : '';
  });
}

/** Lightens the stylesheet that the page of a folder links, whose name follows from what is in it. */
async function lightenFolder(folder: string): Promise<void> {
  const all = readdirSync(folder);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const pages = all.filter((file) => file.endsWith('.html'));
  const program = all.filter((file) => /\.(js|html)$/.test(file)).map(read);
  for (const file of all.filter((name) => name.endsWith('.css') && pages.some((page) => read(page).includes(name)))) {
    const css = await stylesIn(read(file), program.join('\n'));
    const name = file.replace(/-[\w-]{8}\.css$/, `-${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`);
    rmSync(join(folder, file));
    writeFileSync(join(folder, name), css);
    for (const page of pages) writeFileSync(join(folder, page), read(page).replaceAll(file, name));
  }
}

/** Sends of the design system's stylesheet only what the pages use. */
export const usedStyles = (): Plugin => ({
  name: 'sportello-used-styles',
  apply: 'build',
  writeBundle: {
    order: 'pre',
    sequential: true,
    handler: async ({ dir }) => {
      if (dir) await lightenFolder(dir);
    },
  },
});
