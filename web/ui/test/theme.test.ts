import { expect, test } from '@jest/globals';
import { themed } from '../../theme-plugin.js';

test('ADM-34: the blue of the library in its tones is what a body puts in its place, and pictures stay as they are', () => {
  const css =
    '.a{color:#06c;background:hsl(210, 100%, 35%)}.b{border-color:#036;fill:#06cf}.c{background:url("data:#06c")}.d{color:rgb(0,76.5,153)}';
  expect(themed(css)).toBe(
    '.a{color:var(--sp-primary,#06c);background:var(--sp-primary-deep,hsl(210, 100%, 35%))}.b{border-color:var(--sp-primary-dark,#036);fill:#06cf}' +
      '.c{background:url("data:#06c")}.d{color:var(--sp-primary-deep,rgb(0,76.5,153))}',
  );
});
