import { build } from '../deploy/build.ts';

// What is measured runs from what was built, on a fresh clone too.
await build('all');
const { argv } = process;
await import(argv.includes('--web') ? './web.ts' : argv.includes('--data') ? './make-data.ts' : './measurements.ts');
