import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const asModule = {
  isInternalModule: false,
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};
const names = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'jest', 'test'];
const shared = 'jest:globals';

let globals;
let transformer;
/** Where the map of each transformed file lies, by its address and by its path. */
export const sourceMaps = new Map();

/** What `@jest/globals` exports from now on. */
export const giveGlobals = (of) => {
  globals = of;
};

/** @param by Jest's transformer, which keeps what it has transformed from run to run */
export const transformBy = (by) => {
  transformer = by;
};

/** A module that many files import asks for the globals of the file that runs. */
globalThis[Symbol.for(shared)] = (name) =>
  new Proxy(() => undefined, {
    get: (_target, key) => globals[name][key],
    apply: (_target, _self, args) => globals[name](...args),
  });

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: shared, shortCircuit: true };
    const isOurs = context.parentURL?.startsWith('file:') && !context.parentURL.includes('/node_modules/');
    if (!isOurs) return next(specifier, context);
    if (/^\.{1,2}\/.*\.js$/.test(specifier)) {
      const source = ['.ts', '.tsx'].map((ending) => new URL(specifier.slice(0, -3) + ending, context.parentURL));
      const found = source.find((url) => existsSync(url));
      if (found) return { url: found.href, shortCircuit: true };
    }
    return next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
  },
  load(url, context, next) {
    if (url === shared) {
      const exports = names.map((name) => `export const ${name} = of('${name}');`);
      return { format: 'module', source: [`const of = globalThis[Symbol.for('${shared}')];`, ...exports].join('\n'), shortCircuit: true };
    }
    const [, kind] = /^file:(?!.*\/node_modules\/).*\.(tsx?|json)$/.exec(url) ?? [];
    if (!kind || (kind === 'json' && context.importAttributes.type)) return next(url, context);
    const path = fileURLToPath(url);
    // Pages import their dictionaries without an attribute, as their bundler reads them.
    if (kind === 'json') return { format: 'module', source: `export default ${readFileSync(path, 'utf8')};`, shortCircuit: true };
    const { code, sourceMapPath } = transformer.transform(path, asModule, readFileSync(path, 'utf8'));
    for (const name of [url, path]) sourceMaps.set(name, sourceMapPath);
    return { format: 'module', source: code, shortCircuit: true };
  },
});
