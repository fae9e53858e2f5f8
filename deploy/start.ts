import { runLocally } from './local.ts';

await runLocally();
