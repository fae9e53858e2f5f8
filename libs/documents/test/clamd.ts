import { type AddressInfo, createServer, type Socket } from 'node:net';

/** The harmless text that every scanner reports, kept in two halves so that none reports this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('-');

type Mood = 'works' | 'refuses' | 'is silent' | 'hangs up' | 'says too big';

/** A scanner that speaks clamd's INSTREAM and knows one malware, EICAR. */
export async function startFakeClamd(mood: Mood = 'works') {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    let received = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      if (mood === 'hangs up') return void socket.destroy();
      if (mood === 'is silent') return;
      received = Buffer.concat([received, part]);
      if (mood === 'says too big' && received.length > 100_000) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = readStream(received);
      if (content) socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  };
}

/** The content of a whole INSTREAM command, or undefined while some of it is still to come. */
function readStream(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (!received.subarray(0, command.length).equals(Buffer.from(command).subarray(0, received.length))) throw new Error('Not INSTREAM');
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
