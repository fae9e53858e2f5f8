import { build } from '../deploy/build.ts';

// What is measured runs from what was built, on a fresh clone too.
await build('all');
await import('./measurements.ts');
