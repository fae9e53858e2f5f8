import { mkdirSync } from 'node:fs';
import { runLocally } from './local.ts';
import { catalogueFolder, compileCatalogue, watchSources } from './watch.ts';

mkdirSync(catalogueFolder, { recursive: true });
process.env['CATALOGUE_ROOT'] = catalogueFolder;
await runLocally(async (stack) => {
  await compileCatalogue();
  watchSources(stack);
});
