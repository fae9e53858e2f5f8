import { expect, test } from '@jest/globals';
import { stylesIn } from '../../styles-plugin.js';

test('the stylesheet keeps what the program names, whole or in two halves, and nothing else', async () => {
  const css =
    '@charset "UTF-8";:root{--used:red;--unused:blue;--font:Used}.btn{color:var(--used);font-family:var(--font)}.video-js .vjs-big{color:red}' +
    '@font-face{font-family:Used;src:url(used)}' +
    '@font-face{font-family:VideoJS;src:url(data:x)}.btn,.splide__arrow{margin:0}' +
    '@media (min-width:1px){.splide{margin:0}.card::before{content:"}"}}.bg-primary{color:red}.bg-danger{color:red}:focus{margin:0}dialog{margin:0}';
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a program that puts a name together
  const program = 'h("dialog",{className:"btn card"});`bg-${isGrave?"primary":""}`';
  expect(await stylesIn(css, program)).toBe(
    '@charset "UTF-8";:root{--used:red;--font:Used}.btn{color:var(--used);font-family:var(--font)}@font-face{font-family:Used;src:url(used)}.btn{margin:0}' +
      '@media (min-width:1px){.card::before{content:"}"}}.bg-primary{color:red}*:focus{margin:0}dialog{margin:0}',
  );
});
