import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '@sportello/service/config';
import { type Check, inBackground } from '@sportello/service/health';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.js';
import type { Mail } from './mail.js';

/** Connections to the mail server; as many mails are sent at once. */
export const CONNECTIONS = 5;
/** A server that trickles its answers is left alone after this long. Milliseconds. */
const SENDING_MS = 120_000;
/** How often the mail server is asked whether it is there, in milliseconds: it counts who comes. */
const CHECK_MS = 30_000;
/** A mail server wants these of us, not of the address: `AUTH` and `530` are our own password. */
const OUR_FAULT = ['EAUTH', 'ETLS', 'ENOAUTH'];

/** What is wrong with one mail is not the server's. */
const OF_THE_MAIL = ['EENVELOPE', 'EMESSAGE'];

/** Why a mail was not taken. */
export class Bounce extends Error {
  constructor(
    /** For example `EENVELOPE 550`. */
    readonly code: string,
    /** True when the same mail would be refused again. */
    readonly isPermanent: boolean,
    /** True when the server is away or does not want us, whatever the mail. */
    readonly isOfServer = false,
  ) {
    super(code);
  }
}

/** The SMTP server, which may be slow, away, or in a bad mood. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport;
  private readonly logger = new Logger(Mailer.name);
  /** Tries in a row that failed because of the server. */
  private failures = 0;
  /** Rejects when the mail server did not welcome us the last time it was asked. */
  readonly check: Check;

  constructor(@Inject(CONFIG) { SMTP_URL }: Config) {
    this.transport = createTransport({
      url: SMTP_URL,
      pool: true,
      maxConnections: CONNECTIONS,
      // What was lost on the way is tried again by its row, which counts and waits.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.check = inBackground(async () => {
      try {
        await this.transport.verify();
        this.isBack();
      } catch (error) {
        this.isAway(bounceOf(error as SmtpError));
        throw error;
      }
    }, CHECK_MS);
  }

  /** @throws Bounce when the server did not take it, or did not say that it has */
  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail({ ...mail, signal: AbortSignal.timeout(SENDING_MS) });
      this.isBack();
    } catch (error) {
      const bounce = bounceOf(error as SmtpError);
      if (bounce.isOfServer) this.isAway(bounce);
      throw bounce;
    }
  }

  /** Told once, however many mails wait. */
  private isAway({ code }: Bounce): void {
    if (this.failures === 0) this.logger.error({ failure: code, msg: 'the mail server is away: mails wait' });
    this.failures += 1;
  }

  private isBack(): void {
    if (this.failures > 0) this.logger.warn({ failures: this.failures, msg: 'the mail server is back' });
    this.failures = 0;
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

interface SmtpError {
  code?: string;
  responseCode?: number;
  permanent?: boolean;
}

function bounceOf({ code = 'EUNKNOWN', responseCode, permanent = false }: SmtpError): Bounce {
  const isOurs = OUR_FAULT.includes(code) || responseCode === 530;
  return new Bounce(
    [code, responseCode].filter(Boolean).join(' '),
    permanent && !isOurs,
    isOurs || (responseCode === undefined && !OF_THE_MAIL.includes(code)),
  );
}
