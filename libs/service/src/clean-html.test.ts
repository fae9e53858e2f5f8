import { expect, test } from '@jest/globals';
import { cleanHtml, cleanNote, linesOf, textOf } from './clean-html.js';

test.each([
  ['<script>alert(1)</script>a', 'a'],
  ['<style>p{}</style><p>a</p>', '<p>a</p>'],
  ['<p style="position:fixed" class="x" onclick="x()">a</p>', '<p>a</p>'],
  ['<a href="javascript:alert(1)">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href="JaVaScRiPt&#58;alert(1)">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href="//example.org">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href="https://example.org" target="_blank">a</a>', '<a href="https://example.org" rel="noopener noreferrer nofollow">a</a>'],
  ['<svg><a xlink:href="javascript:x">a</a></svg>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<form action="/x"><input name="a"><button>a</button></form>', 'a'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<h1>a</h1><b>b</b><i>c</i>', '<h2>a</h2><strong>b</strong><em>c</em>'],
  ['<span class="sp-ink-red x" style="color:red">a</span>', '<span class="sp-ink-red">a</span>'],
  ['<p class="sp-ink-red"><span class="sp-ink-none sp-paper-yellow">a</span></p>', '<p><span class="sp-paper-yellow">a</span></p>'],
  ['<p>a &lt;script&gt; b</p>', '<p>a &lt;script&gt; b</p>'],
])('%j is kept as %j', (written, kept) => {
  expect(cleanHtml(written)).toBe(kept);
  expect(cleanHtml(cleanHtml(written))).toBe(cleanHtml(written));
});

test('a message has no headings, tables and links', () => {
  expect(
    cleanNote(
      '<h2>Avviso</h2><p><a href="https://example.org">qui</a> <b>ora</b></p><table><tr><td>a</td></tr></table><span class="sp-ink-red">b</span>',
    ),
  ).toBe('Avviso<p>qui <strong>ora</strong></p>a<span class="sp-ink-red">b</span>');
});

test('endless nesting ends', () => {
  const deep = `${'<blockquote>'.repeat(5_000)}a`;
  expect(cleanHtml(deep).split('<blockquote>').length).toBeLessThan(25);
});

test('the words of a text have one space between blocks, and none within a word', () => {
  expect(textOf('<p>Il&nbsp;<strong>p</strong>rimo</p><ul><li>uno</li><li>due</li></ul>a<br>b &lt; c &amp; d')).toBe(
    'Il primo uno due a b < c & d',
  );
});

test('where there is no layout each block is a line, and each item of a list begins with a dash', () => {
  expect(
    linesOf(
      '<p>Prima&nbsp;di <strong>tut</strong>to:</p><ul><li><p>uno</p><ol><li><p>a</p></li></ol></li><li>due<br>righe</li></ul>\n<p></p><p>x &lt; y</p>',
    ),
  ).toBe('Prima di tutto:\n- uno\n- a\n- due\nrighe\nx < y');
  expect(linesOf('<p> </p><ul><li><p></p></li></ul>')).toBe('-');
});
