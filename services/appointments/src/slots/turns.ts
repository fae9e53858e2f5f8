/**
 * Has those who want the same thing take turns in this process. Who waits for her turn holds no connection to the database, which others need, and
 * finds what those before her have left. Other processes have turns of their own: that no place is given twice the database sees to.
 */
export class Turns {
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly working = new Map<string, number>();

  /** @param atOnce how many work at the same time for one thing */
  constructor(private readonly atOnce: number) {}

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const now = this.working.get(key) ?? 0;
    if (now < this.atOnce) this.working.set(key, now + 1);
    else await new Promise<void>((begin) => this.line(key).push(begin));
    try {
      return await work();
    } finally {
      this.handOn(key);
    }
  }

  private line(key: string): (() => void)[] {
    const line = this.waiting.get(key) ?? [];
    this.waiting.set(key, line);
    return line;
  }

  /** Whoever waits longest begins in the place of who has ended. */
  private handOn(key: string): void {
    const line = this.waiting.get(key);
    const next = line?.shift();
    if (line?.length === 0) this.waiting.delete(key);
    if (next) {
      next();
      return;
    }
    const left = (this.working.get(key) ?? 1) - 1;
    if (left > 0) this.working.set(key, left);
    else this.working.delete(key);
  }
}
