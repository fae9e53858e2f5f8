import { Log } from './logger.js';

/** Longer than all parts may take to end together, shorter than the thirty seconds after which Compose kills. Milliseconds. */
const LAST_MS = 28_000;

/** By then the start and what waited for it are over. Milliseconds. */
const SETTLED_MS = 30_000;

/** Runs one service as this process: says why it does not start or cannot go on, and stops in order when it is told to. */
export async function runProcess(name: string, begin: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  const log = new Log(name, 'fatal');
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(fault, (error: unknown) => {
      log.fatal({ err: error, msg: 'a fault that nobody caught: the process ends' });
      process.exit(1);
    });
  try {
    const running = await begin();
    // What the start read and needs no more, 35 MB of each process, goes back to the system once, in 0.2 s. There is no `gc` without `--expose-gc`.
    setTimeout(() => globalThis.gc?.({ type: 'major', flavor: 'last-resort' }), SETTLED_MS).unref();
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        setTimeout(() => process.exit(1), LAST_MS).unref();
        void running.stop().finally(() => process.exit(0));
      });
  } catch (error) {
    log.fatal({ err: error, msg: `${name} did not start` });
    // In lines for whoever reads it on a screen: settings that are missing or contradict each other are named here.
    process.stderr.write(`${name} did not start. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
