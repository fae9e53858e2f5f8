import { readFileSync } from 'node:fs';

const { version: written } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

/** The product's version, shown in the footer of every page (XCT-07). An image is given its own when it is built. */
export const version: string = process.env['VERSION'] || written;

/** The commit that an image was built from; null outside images. */
export const revision: string | null = process.env['REVISION'] || null;
