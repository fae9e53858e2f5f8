import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { z } from 'zod';
import type { CaughtMail } from './caught-mail.ts';
import { listPage, mailPage } from './mail-pages.ts';

/** The newest are kept: a catcher that runs for weeks must not fill the memory. */
const maximumMails = 500;
const maximumMailBytes = 30_000_000;
const slowMilliseconds = 5_000;

export const Behaviour = z.object({ mode: z.enum(['ok', 'refuse', 'temporary-failure', 'slow', 'drop-after-data']) });
export type Mode = z.infer<typeof Behaviour>['mode'];

export interface MailCatcher {
  smtpUrl: string;
  /** The page that lists the mails. */
  url: string;
  /** Newest first. */
  messages(): CaughtMail[];
  clear(): void;
  behave(mode: Mode): void;
  stop(): Promise<void>;
}

interface Kept extends CaughtMail {
  contents: Buffer[];
}

/** Takes every mail, delivers none, and shows them on a page. It can be told to behave as badly as real mail servers do. */
export async function startMailCatcher(ports: { smtp: number; mail: number } = { smtp: 0, mail: 0 }): Promise<MailCatcher> {
  let mails: Kept[] = [];
  let count = 0;
  let mode: Mode = 'ok';

  const keep = (mail: ParsedMail, recipients: string[]) => {
    count += 1;
    mails = [describe(mail, recipients, count), ...mails].slice(0, maximumMails);
  };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: maximumMailBytes,
    logger: false,
    onMailFrom: (_address, _session, done) => done(mode === 'refuse' ? reply(550, 'Refused on request') : null),
    onRcptTo: (_address, _session, done) => done(mode === 'temporary-failure' ? reply(451, 'Try again later') : null),
    onData: (stream, session, done) => {
      const take = async () => {
        const mail = await simpleParser(stream);
        if (stream.sizeExceeded) return done(reply(552, 'The mail is too large'));
        if (mode === 'slow') await pause(slowMilliseconds);
        keep(
          mail,
          session.envelope.rcptTo.map(({ address }) => address),
        );
        // The mail is taken and its sender is never told, so that a good sender sends it again.
        if (mode === 'drop-after-data') return drop(session.remotePort);
        return done(null, 'Taken');
      };
      take().catch(() => done(reply(554, 'The mail could not be read')));
    },
  });
  const sockets = new Set<Socket>();
  smtp.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const drop = (remotePort: number) => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
  };
  // A client that hangs up in the middle is everyday life for a mail server.
  smtp.on('error', () => undefined);

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = `${request.method} ${pathname}`;
    const [, number, part] = /^GET \/mails\/(\d+)(?:\/(html|attachments\/\d+))?$/.exec(route) ?? [];
    const mail = mails.find((candidate) => String(candidate.number) === number);
    if (route === 'GET /') return page(listPage(mails));
    if (route === 'GET /messages') return json(mails.map(withoutContents));
    if (route === 'DELETE /messages') {
      mails = [];
      return { status: 204, type: 'text/plain', body: '' };
    }
    if (route === 'PUT /behaviour') {
      const wanted = Behaviour.safeParse(await readJson(request));
      if (!wanted.success) return { ...json({ title: z.prettifyError(wanted.error) }), status: 422 };
      mode = wanted.data.mode;
      return json({ mode });
    }
    if (route === 'GET /behaviour') return json({ mode });
    if (!mail) return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such page.\n' };
    if (part === 'html') return page(mail.html);
    if (part?.startsWith('attachments/')) return attachmentOf(mail, Number(part.slice('attachments/'.length)));
    return page(mailPage(mail));
  };
  const web = createServer(async (request, response) => {
    try {
      write(response, await answer(request));
    } catch (error) {
      write(response, { status: 400, type: 'text/plain; charset=utf-8', body: `${error instanceof Error ? error.message : error}\n` });
    }
  });
  const smtpPort = await listen(smtp.server, ports.smtp);
  const webPort = await listen(web, ports.mail);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://127.0.0.1:${webPort}`,
    messages: () => mails.map(withoutContents),
    clear: () => {
      mails = [];
    },
    behave: (wanted) => {
      mode = wanted;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      web.closeAllConnections();
      await Promise.all([smtp.server, web].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  filename?: string;
}

const page = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });
const json = (value: unknown): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });

function attachmentOf(mail: Kept, index: number): Answer {
  const [about, body] = [mail.attachments[index], mail.contents[index]];
  if (!about || !body) return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such attachment.\n' };
  return { status: 200, type: 'application/octet-stream', body, filename: about.filename };
}

/** Mails are written by strangers: nothing in them may run, load or be guessed to be something else. */
function write(response: ServerResponse, { status, type, body, filename }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(filename && { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}` }),
  });
  response.end(body);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 1_000) throw new Error('The body is too long');
  }
  return JSON.parse(text);
}

function describe(mail: ParsedMail, to: string[], number: number): Kept {
  // What is shown inside the HTML part is none of the files that come with the mail.
  const files = mail.attachments.filter(({ contentDisposition }) => contentDisposition !== 'inline');
  return {
    number,
    from: addresses(mail.from).join(', '),
    to: to.length > 0 ? to : addresses(mail.to),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: files.map(({ filename, contentType, content }) => ({
      filename: filename ?? 'attachment',
      size: content.length,
      contentType,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
    receivedAt: new Date().toISOString(),
    contents: files.map(({ content }) => content),
  };
}

function withoutContents({ contents: _contents, ...mail }: Kept): CaughtMail {
  return mail;
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

/** An error that the SMTP server tells its client with this code. */
function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
