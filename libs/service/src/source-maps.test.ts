import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

test('a stack names the line of the source, in our code', async () => {
  const script = `
    const { readConfig, BusConfig } = await import('@sportello/service/config');
    try { readConfig(BusConfig, {}); } catch ({ stack }) { console.log(stack); }`;
  const args = ['--import', '@sportello/service/source-maps', '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(import.meta.dirname, '..') });
  expect(stdout).toMatch(/at readConfig \(.*libs\/service\/src\/config\.ts:\d+/);
});
