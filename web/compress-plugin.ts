import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Formats that are text; fonts and pictures are compressed already. */
const texts = /\.(js|css|svg)$/;

/** Puts a Brotli and a gzip copy beside every text of a folder, so that the gateway compresses nothing while people wait. */
export function compressFolder(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => texts.test(name))) {
    const bytes = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

export const compress = (): Plugin => ({
  name: 'sportello-compress',
  apply: 'build',
  writeBundle: ({ dir }) => {
    if (dir) compressFolder(dir);
  },
});
