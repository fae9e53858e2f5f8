import type { Plugin } from 'vite';

const id = 'virtual:operations';

interface Registry {
  contracts: readonly { subject: string; http?: string }[];
}

/**
 * Gives the pages the table "subject → METHOD /path" of every contract that the outside may ask,
 * and nothing else of the contracts: no schema travels to the browser.
 */
export const operations = (): Plugin => ({
  name: 'sportello-operations',
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  async load(module) {
    if (module !== `\0${id}`) return undefined;
    const { contracts }: Registry = await import(new URL('../libs/contracts/dist/registry.js', import.meta.url).href);
    const table = Object.fromEntries(contracts.flatMap(({ subject, http }) => (http ? [[subject, http]] : [])));
    return `export const operations = ${JSON.stringify(table)};`;
  },
});
