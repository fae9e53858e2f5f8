/**
 * The mail catcher of a laboratory in a container: SMTP on 1025, and on 8025 the mails that were sent, for whoever gives the password of
 * MAIL_PASSWORD under any name. It does not start anywhere else, since it would keep the mails of real people and deliver none.
 */
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, createServer as createPort } from 'node:net';
import { z } from 'zod';
import { startMailCatcher } from '../simulators/mail.ts';
import { readEnvironment } from './environment.ts';

const { LABORATORY, MAIL_PASSWORD } = readEnvironment({ LABORATORY: z.stringbool(), MAIL_PASSWORD: z.string().min(16) });
if (!LABORATORY) throw new Error('The mail catcher starts with LABORATORY=true only');

const catcher = await startMailCatcher();
// The catcher listens on the loopback only, which in a container nobody else reaches.
const { hostname, port } = new URL(catcher.smtpUrl);
const doors = [
  createPort((visitor) => {
    const inside = connect(Number(port), hostname);
    visitor.pipe(inside).pipe(visitor);
    visitor.on('error', () => inside.destroy());
    inside.on('error', () => visitor.destroy());
  }).listen(1025, '0.0.0.0'),
  createServer((visitor, answer) => {
    if (isWelcome(visitor)) return pass(visitor, answer);
    answer.writeHead(401, { 'www-authenticate': 'Basic realm="Sportello", charset="UTF-8"' }).end();
  }).listen(8025, '0.0.0.0'),
];

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    for (const door of doors) door.close();
    void catcher.stop().finally(() => process.exit(0));
  });
}

function isWelcome({ headers }: IncomingMessage): boolean {
  const [, encoded = ''] = /^Basic (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const given = Buffer.from(
    Buffer.from(encoded, 'base64')
      .toString()
      .replace(/^[^:]*:/, ''),
  );
  const wanted = Buffer.from(MAIL_PASSWORD);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function pass(visitor: IncomingMessage, answer: ServerResponse): void {
  const inside = request(new URL(visitor.url ?? '/', catcher.url), { method: visitor.method, headers: visitor.headers }, (told) => {
    answer.writeHead(told.statusCode ?? 502, told.headers);
    told.pipe(answer);
  });
  inside.on('error', () => answer.destroy());
  visitor.pipe(inside);
}
