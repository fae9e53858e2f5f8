import type { Plugin } from 'vite';

/** Parts of the design system's stylesheet that no page of ours has: the video player, with its font inside, and the carousel. */
const unwanted = /\.(video-js|vjs-|splide|vjs\b)|VideoJS/;

/** A rule of a stylesheet: what stands before its braces, and what is in them. */
interface Rule {
  head: string;
  body: string;
}

/** Cuts a minified stylesheet at its outermost braces; statements without braces, as `@charset`, go with the rule after them. */
const rulesOf = (css: string): Rule[] => {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  let quote = '';
  for (let place = 0; place < css.length; place += 1) {
    const letter = css[place] ?? '';
    if (quote) {
      if (letter === '\\') place += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{') {
      if (depth === 0) open = place;
      depth += 1;
    } else if (letter === '}') {
      depth -= 1;
      if (depth === 0) {
        rules.push({ head: css.slice(start, open), body: css.slice(open + 1, place) });
        start = place + 1;
      }
    }
  }
  return rules;
};

/** The stylesheet without the rules that only unwanted parts need. */
export const lighter = (css: string): string =>
  rulesOf(css)
    .map(({ head, body }) => {
      if (/^@(media|supports)/.test(head.trim())) {
        const left = lighter(body);
        return left ? `${head}{${left}}` : '';
      }
      if (/^@font-face/.test(head.trim())) return unwanted.test(body) ? '' : `${head}{${body}}`;
      if (head.trim().startsWith('@')) return unwanted.test(head) ? '' : `${head}{${body}}`;
      const left = head.split(/,(?![^(]*\))/).filter((selector) => !unwanted.test(selector));
      return left.length > 0 ? `${left.join(',')}{${body}}` : '';
    })
    .join('');

/** Lightens the library's stylesheet. Its font as a `data:` address would break the content security policy, too. */
export const lighterLibrary = (): Plugin => ({
  name: 'sportello-lighter-library',
  enforce: 'pre',
  transform: (code, id) => (/bootstrap-italia\.min\.css$/.test(id) ? { code: lighter(code), map: null } : undefined),
});
