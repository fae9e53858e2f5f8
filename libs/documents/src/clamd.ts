import { connect } from 'node:net';

/** Looks into one file for malware while it passes. */
export interface Scan {
  write(chunk: Buffer): Promise<void>;
  /** The name of what was found, or undefined when the file is clean. Throws ScannerUnavailable when nobody could say. */
  end(): Promise<string | undefined>;
  drop(): void;
}

/** The scanner did not answer, so nobody knows whether the file is clean, and it is not taken. */
export class ScannerUnavailable extends Error {}

const maxChunk = 1024 * 1024; // bytes

/**
 * A scan by ClamAV's daemon, spoken to with its INSTREAM command: pieces with their length in 4 bytes before each, a length of 0 ends.
 *
 * @param address CLAMD_URL: `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`
 * Source: clamd(8)
 */
export function startScan(address: string, timeoutSeconds = 60): Scan {
  const { protocol, hostname, port, pathname } = new URL(address);
  const socket = connect(protocol === 'unix:' ? { path: pathname } : { host: hostname, port: Number(port || 3310) });
  socket.setTimeout(timeoutSeconds * 1000, () => socket.destroy(new Error('no answer in time')));
  const answer = (async () => {
    let text = '';
    for await (const part of socket) {
      text += String(part);
      if (text.includes('\0') || text.length > 10_000) break;
    }
    return (text.split('\0', 1)[0] ?? '').trim();
  })().catch((error: Error) => new ScannerUnavailable(`The scanner at ${address} failed: ${error.message}`));
  const send = async (bytes: Buffer | string) => {
    // A scanner that has already answered (too big for it) or is gone tells so in `answer`.
    if (socket.destroyed || socket.write(bytes)) return;
    await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), answer]);
  };
  const opened = send('zINSTREAM\0');

  return {
    async write(chunk) {
      await opened;
      for (let at = 0; at < chunk.length; at += maxChunk) {
        const piece = chunk.subarray(at, at + maxChunk);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(piece.length);
        await send(Buffer.concat([length, piece]));
      }
    },
    async end() {
      await send(Buffer.alloc(4));
      const said = await answer;
      socket.destroy();
      if (said instanceof ScannerUnavailable) throw said;
      if (said === 'stream: OK') return undefined;
      const found = /^stream: (.+) FOUND$/.exec(said);
      if (!found) throw new ScannerUnavailable(`The scanner at ${address} said: ${said || 'nothing'}`);
      return found[1];
    },
    drop() {
      socket.destroy();
    },
  };
}
