import type { Plugin } from 'vite';

/** Fonts that every page needs in its first screen. */
const first = /^titillium-web-latin-(400|600|700)-/;

/** Asks for the fonts together with the stylesheet that names them: a page is drawn in them from the beginning, and nothing moves. */
export const preloadedFonts = (): Plugin => {
  let base = '/';
  return {
    name: 'sportello-preloaded-fonts',
    apply: 'build',
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => first.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: base + file },
            injectTo: 'head' as const,
          })),
    },
  };
};
