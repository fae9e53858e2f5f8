import { expect, test } from '@jest/globals';
import { base32, codeOf, keyUri, stepAt, stepOf } from './totp.js';

const secret = Buffer.from('12345678901234567890');

test('IDE-50: codes are those of RFC 6238, appendix B, cut to six digits', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const)
    expect(codeOf(secret, stepAt(new Date(seconds * 1_000)))).toBe(code);
});

test('IDE-50: a code is taken one step early and one step late, and no further', () => {
  const now = new Date(1_234_567_890_000);
  const at = (step: number) => stepOf(secret, codeOf(secret, stepAt(now) + step), now);
  expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, null]);
  expect(stepOf(secret, '005 924', now)).toBe(stepAt(now));
  for (const typed of ['', '5924', '0059245', 'abcdef', '٠٠٥٩٢٤']) expect(stepOf(secret, typed, now)).toBeNull();
});

test('IDE-50: the secret is shown as apps read it', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(keyUri(secret, 'laura.galli', 'Sportello')).toBe(
    'otpauth://totp/Sportello%3Alaura.galli?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sportello',
  );
});
