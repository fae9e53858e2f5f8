import { readFileSync } from 'node:fs';

const { version: written } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

/** The product's version, shown in the footer of every page (XCT-07). */
export const version: string = written;
