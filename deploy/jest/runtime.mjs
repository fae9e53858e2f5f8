import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import JestRuntime from 'jest-runtime';
import { giveGlobals, sourceMaps, transformBy } from './modules.mjs';

/**
 * Imports test files by Node itself. Jest's own loader evaluates every module anew for each file, in a context of its own: for a file that starts
 * a service that took longer than its tests.
 */
// biome-ignore lint/style/noDefaultExport: jest takes a runtime from the default export only
export default class WorkerRuntime extends JestRuntime {
  #transformer;
  #testPath;

  constructor(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig) {
    super(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig);
    this.#transformer = transformer;
    this.#testPath = testPath;
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    giveGlobals({ ...globals, jest: this.jestGlobals.jestObjectFor(this.#testPath) });
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    transformBy(this.#transformer);
    return import(pathToFileURL(path).href);
  }

  /** jest-circus keeps the tests of one file in its modules, so that they are loaded for each. */
  requireInternalModule(from, to = from) {
    const require = createRequire(from);
    delete require.cache[require.resolve(to)];
    return require(to);
  }

  getSourceMaps() {
    return sourceMaps;
  }
}
