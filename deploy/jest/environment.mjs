import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** Where jest-circus keeps what it was told by a test file. */
const ofOneFile = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'];

/** Tests run in the worker's own realm: what a file loads is loaded for the next one too. What a file sets on the process ends with it. */
// biome-ignore lint/style/noDefaultExport: jest takes an environment from the default export only
export default class WorkerEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #variables = {};
  #exit = process.exit;

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {
    this.#variables = { ...process.env };
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    process.exit = this.#exit;
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (ofOneFile.includes(Symbol.keyFor(symbol)) || symbol.description === 'JEST_STATE_SYMBOL') delete globalThis[symbol];
  }

  /** Jest asks for it, and nothing runs in it. */
  getVmContext() {
    return null;
  }
}
