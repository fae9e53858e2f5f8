import type { LoggerService } from '@nestjs/common';
import { currentContext, traceIdOf } from '@sportello/messaging/context';
import { type Logger as Pino, pino } from 'pino';

/** Names, codes and stacks only: a database error also carries query and values, which may be personal. */
const errorSerializer = (error: unknown) => {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  const told = (text: string | undefined) => (isOfData(code) ? text?.replace(error.message, () => withoutValue) : text);
  return { type: error.name, message: told(error.message), stack: told(error.stack), ...(code !== undefined && { code }) };
};

/** PostgreSQL's class 22 (data exception): what it says of a value quotes the value. */
const isOfData = (code: unknown) => typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
const withoutValue = 'a value that PostgreSQL does not take';

/** JSON lines with the trace of the request, event or job at hand. Ids, never names or contents. */
export class Log implements LoggerService {
  private readonly pino: Pino;

  constructor(service: string, level: string) {
    this.pino = pino({
      base: { service },
      level,
      serializers: { err: errorSerializer },
      mixin: () => {
        const context = currentContext();
        return context ? { trace: traceIdOf(context.traceparent) } : {};
      },
    });
  }

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);

  /** Nest puts the logger's name last; an error may be the message itself. */
  private write(level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const name = typeof context === 'string' ? { name: context } : {};
    if (message instanceof Error) this.pino[level]({ ...name, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level]({ ...name, ...message });
    else this.pino[level](name, String(message));
  }
}
