import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { root } from './paths.ts';
import { type MarkKeys, signedText, type WrittenMark } from './verify-mark.ts';

/** The blocks of the page, in their order: keys, mark, text, command, what it prints. */
const blocks = [...readFileSync(join(root, 'docs/arrival-marks.md'), 'utf8').matchAll(/```\w+\n(.*?)```/gs)].map(([, block = '']) => block);
const [keys, mark] = blocks.slice(0, 2).map((block) => JSON.parse(block)) as [MarkKeys, WrittenMark];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marks-'));
  // Alone in a folder, where nothing of ours can be imported.
  writeFileSync(join(folder, 'verify-mark.ts'), readFileSync(join(root, 'deploy/verify-mark.ts')));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});

function verified(given: unknown, published: unknown) {
  writeFileSync(join(folder, 'mark.json'), JSON.stringify(given));
  writeFileSync(join(folder, 'mark-keys.json'), JSON.stringify(published));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify-mark.ts', 'mark.json', 'mark-keys.json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the example of the page is genuine, with the text and the words that the page shows', () => {
  expect(signedText(mark)).toBe(blocks[2]?.trim());
  expect(verified(mark, keys)).toMatchObject({ status: 0, stdout: blocks[4] });
  expect(verified({ id: mark.practiceId, mark }, keys)).toMatchObject({ status: 0 });
});

const other = { kid: 'another', publicKey: 'MCowBQYDK2VwAyEAjVZ0BLGr/f50WQiWtm5OrJ7LfyPx3O/S39HZ0pZS1qE=' };

test('a mark finds its key among several, and one from before keys had names is tried with each', () => {
  const several = { items: [other, ...keys.items] };
  expect(verified(mark, several)).toMatchObject({ status: 0 });
  expect(verified({ ...mark, kid: null }, several)).toMatchObject({ status: 0, stdout: blocks[4] });
});

test.each(['practiceId', 'number', 'submittedAt', 'position', 'contentSha256'] as const)(
  'a mark whose %s was altered is not genuine',
  (key) => {
    expect(verified({ ...mark, [key]: `${mark[key]}1` }, keys)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('NOT GENUINE'),
    });
  },
);

test('a mark of another key is not verified, nor is one that names a key which did not sign it', () => {
  expect(verified({ ...mark, kid: 'a third' }, keys)).toMatchObject({ status: 1, stderr: expect.stringContaining('NOT VERIFIED') });
  expect(verified({ ...mark, kid: other.kid }, { items: [other, ...keys.items] })).toMatchObject({ status: 1 });
});

test('files that are something else are not called false marks', () => {
  for (const [given, published] of [
    [{ id: 1 }, keys],
    [mark, {}],
    [null, keys],
  ])
    expect(verified(given, published)).toMatchObject({ status: 2 });
});
