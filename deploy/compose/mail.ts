/** The mail catcher in a container: SMTP on 1025, the mails that were sent on 8025. */
import { connect, createServer } from 'node:net';
import { startMailCatcher } from '../simulators/mail.ts';

const catcher = await startMailCatcher();
// The catcher listens on the loopback only, which in a container nobody else reaches.
const doors = [forward(1025, catcher.smtpUrl), forward(8025, catcher.url)];

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    for (const door of doors) door.close();
    void catcher.stop().finally(() => process.exit(0));
  });
}

function forward(port: number, to: string) {
  const { hostname, port: toPort } = new URL(to);
  return createServer((visitor) => {
    const inside = connect(Number(toPort), hostname);
    visitor.pipe(inside).pipe(visitor);
    visitor.on('error', () => inside.destroy());
    inside.on('error', () => visitor.destroy());
  }).listen(port, '0.0.0.0');
}
