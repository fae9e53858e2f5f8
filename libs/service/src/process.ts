/** Runs one service as this process: says why it does not start, and stops in order when it is told to. */
export async function runProcess(name: string, begin: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  try {
    const running = await begin();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void running.stop().finally(() => process.exit(0)));
  } catch (error) {
    process.stderr.write(`${name} did not start. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}
