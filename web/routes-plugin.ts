import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Routes {
  openRoutes: readonly string[];
  personalRoutes: readonly string[];
}

/** Puts the list of the pages beside them, for the gateway: what is not in it is not there. */
export const routes = ({ openRoutes, personalRoutes }: Routes): Plugin => ({
  name: 'sportello-routes',
  apply: 'build',
  writeBundle: ({ dir }) => {
    if (dir) writeFileSync(join(dir, 'routes.json'), JSON.stringify({ open: openRoutes, personal: personalRoutes }));
  },
});
