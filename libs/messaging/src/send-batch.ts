/**
 * Keeps what is to be sent until the end of this tick of the event loop. The client writes once for what it is given together, and the
 * server on the other side wakes once: when many ask at the same time that is most of the price of a message.
 */
export class SendBatch {
  private due: (() => void)[] = [];

  /** @param send must not throw */
  add(send: () => void): void {
    if (this.due.push(send) === 1) setImmediate(() => this.end());
  }

  private end(): void {
    const due = this.due;
    this.due = [];
    for (const send of due) send();
  }
}
