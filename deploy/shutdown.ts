import process from 'node:process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Resolves when this process is asked to end: by Ctrl-C, by a signal, or because `deploy/run.mjs`, which holds the other end of the ipc
 * channel, is gone. Asking again changes nothing, since Ctrl-C reaches us twice: from the terminal and from npm.
 */
export function whenAskedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(signal));
    if (process.channel) {
      process.once('disconnect', () => resolve('disconnect'));
      process.channel.unref();
    }
  });
}
