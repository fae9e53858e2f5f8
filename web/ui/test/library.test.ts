import { expect, test } from '@jest/globals';
import { lighter } from '../../library-plugin.js';

test('only the rules of parts that no page has are left out of the stylesheet', () => {
  const css =
    '@charset "UTF-8";.btn{color:red}.video-js .vjs-big{a:b}@font-face{font-family:VideoJS;src:url(data:x)}' +
    '.btn,.splide__arrow{b:c}@media (min-width:1px){.splide{a:b}.card::before{content:"}"}}@media print{.vjs-x{a:b}}' +
    ':is(.a,.b) .c{d:e}@keyframes spin{0%{a:b}}';
  expect(lighter(css)).toBe(
    '@charset "UTF-8";.btn{color:red}.btn{b:c}@media (min-width:1px){.card::before{content:"}"}}:is(.a,.b) .c{d:e}@keyframes spin{0%{a:b}}',
  );
});
