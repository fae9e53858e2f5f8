import { runLocally } from './local.ts';
import { watchSources } from './watch.ts';

await runLocally(watchSources);
