import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { logoLimits } from '@sportello/contracts/identity/themes';
import { pictureOf } from '@sportello/testing/pictures';
import { rewrittenPng } from './png.js';

test('ADM-34: a logo keeps what draws it and loses all else: notes, places, and what hides behind its end', async () => {
  const plain = await rewrittenPng(pictureOf());
  const loaded = pictureOf({
    before: [
      ['tEXt', Buffer.from('Author\0Giulia Bianco')],
      ['eXIf', Buffer.from('45.07,7.68')],
    ],
  });
  const rewritten = await rewrittenPng(Buffer.concat([loaded, Buffer.from('<script>alert(1)</script>')]));
  expect(rewritten).toEqual(plain);
  expect(await rewrittenPng(rewritten)).toEqual(rewritten);
});

test('a logo with a palette, with transparent parts or interlaced is one too', async () => {
  const palette = pictureOf({
    kind: [1, 3, 0, 0, 0],
    before: [
      ['PLTE', Buffer.from([0, 0, 0, 255, 255, 255])],
      ['tRNS', Buffer.from([0])],
    ],
    rows: Buffer.from([0, 0xff, 0, 0xff]),
  });
  expect((await rewrittenPng(palette)).includes('tRNS')).toBe(true);
  // The first pass has one pixel, the last one row of two, and the one before it a single one.
  const interlaced = pictureOf({ kind: [8, 0, 0, 0, 1], rows: Buffer.from([0, 9, 0, 9, 0, 9, 9]) });
  expect(await rewrittenPng(interlaced)).toHaveLength(interlaced.length);
});

const whole = pictureOf();
const flipped = Buffer.from(whole);
flipped.writeUInt8(whole.readUInt8(20) ^ 1, 20);
const noise = 400 * 401;

test.each([
  ['nothing', Buffer.alloc(0), 'not a PNG'],
  ['a picture of another kind', Buffer.from('ffd8ffe000104a464946', 'hex'), 'not a PNG'],
  ['a drawing that could run a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'not a PNG'],
  ['a page behind the mark of a PNG', Buffer.concat([whole.subarray(0, 8), Buffer.from('<html>'.repeat(20))]), 'damaged'],
  ['half a file', whole.subarray(0, 40), 'damaged'],
  ['a file in which one bit is wrong', flipped, 'damaged'],
  ['no rows', pictureOf({ rows: Buffer.alloc(0) }), 'damaged'],
  ['more rows than it says, up to a million times', pictureOf({ rows: Buffer.alloc(20_000_000) }), 'damaged'],
  ['a filter that there is not', pictureOf({ rows: Buffer.from([9, 1, 1, 0, 1, 1]) }), 'damaged'],
  ['no pixels', pictureOf({ width: 0 }), 'damaged'],
  ['a kind of colour that there is not', pictureOf({ kind: [8, 5, 0, 0, 0] }), 'damaged'],
  ['a palette that is not there', pictureOf({ kind: [8, 3, 0, 0, 0] }), 'damaged'],
  ['16 bits a colour', pictureOf({ kind: [16, 0, 0, 0, 0] }), '16 bits'],
  ['an animation', pictureOf({ before: [['acTL', Buffer.alloc(8)]] }), 'animated'],
  ['more pixels than a logo has', pictureOf({ width: logoLimits.pixels + 1, rows: Buffer.alloc(0) }), '1000 a side'],
  ['a side of two thousand million', pictureOf({ width: 2_147_483_647, height: 1, rows: Buffer.alloc(0) }), '1000 a side'],
  ['more bytes than a logo has', pictureOf({ width: 400, height: 400, rows: randomBytes(noise) }), 'larger than 64 KB'],
])('ADM-34: %s is no logo', async (_what, bytes, reason) => {
  await expect(rewrittenPng(bytes)).rejects.toThrow(reason);
});
