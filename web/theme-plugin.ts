import type { Plugin } from 'vite';

/** The blue of the design system in its tones, as its stylesheet writes them, and the variable by which a body has its own. */
const tones: [variable: string, written: RegExp][] = [
  ['--sp-primary', /#06c\b|#0066cc\b|hsl\(210,\s*100%,\s*40%\)/gi],
  ['--sp-primary-deep', /hsl\(210,\s*100%,\s*(?:35|30|25)%\)|rgb\(0,\s*(?:96\.9|91\.8|86\.7|81\.6|76\.5|71\.4|61\.2),\s*[\d.]+\)/gi],
  ['--sp-primary-dark', /#036\b|#003366\b|hsl\(210,\s*100%,\s*20%\)|rgb\(0,\s*(?:38\.25|25\.5),\s*[\d.]+\)/gi],
];

/** A stylesheet that takes the colours of a body where there are any, and is else as it was. Pictures inside it stay as they are. */
export const themed = (css: string): string =>
  css
    .split(/(url\("[^"]*"\))/)
    .map((part, index) =>
      index % 2 === 1 ? part : tones.reduce((text, [name, written]) => text.replace(written, (tone) => `var(${name},${tone})`), part),
    )
    .join('');

/** Lets the library's stylesheet be drawn in the colours of a body (ADM-34). */
export const themedLibrary = (): Plugin => ({
  name: 'sportello-themed-library',
  enforce: 'pre',
  transform: (code, id) => (/bootstrap-italia\.min\.css$/.test(id) ? { code: themed(code), map: null } : undefined),
});
