import { fileURLToPath } from 'node:url';

const react = fileURLToPath(new URL('./react.js', import.meta.url));

/** The pages are written for React, and run on Preact's compatible copy of it: a seventh of the bytes (ADR 0031). */
export const preact = [
  { find: /^react(-dom)?$/, replacement: react },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/server$/, replacement: 'preact/compat/server' },
  { find: /^react\/(jsx-runtime|jsx-dev-runtime)$/, replacement: 'preact/$1' },
];
