const started = Date.now();

/** Says what was just done, with the seconds since the command began. */
export function say(what: string): void {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  console.log(`[${seconds} s] ${what}`);
}

/** What went wrong, with the reasons behind it, and without the lines of code that lead there. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${explain(error.cause)}`;
}
