import type { LoggerService } from '@nestjs/common';
import { currentContext, traceIdOf } from '@sportello/messaging/context';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';

/** How far down the reasons behind an error are told. */
const DEEPEST_CAUSE = 5;

interface ToldError {
  type: string;
  message: string;
  code?: unknown;
  /** A line each, the innermost first. */
  stack: string[];
  cause?: ToldError | undefined;
}

/** Names, codes and stacks only: a database error also carries query and values, which may be personal. */
const errorSerializer = (error: unknown): ToldError => told(error, 0);

function told(error: unknown, depth: number): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: [] };
  const { code } = error as { code?: unknown };
  const cause = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
  return {
    type: error.name,
    message: isOfData(code) ? withoutValue : error.message,
    ...(code !== undefined && { code }),
    stack: framesOf(error),
    ...(cause !== undefined && depth < DEEPEST_CAUSE && { cause: told(cause, depth + 1) }),
  };
}

/** The lines `at …` of a stack. The message goes first: it is told by itself, and what it quotes may look like a line. */
const framesOf = ({ stack = '', message }: Error) =>
  stack
    .replace(message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .map((line) => line.slice('at '.length));

/** PostgreSQL's class 22 (data exception): what it says of a value quotes the value. */
const isOfData = (code: unknown) => typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
const withoutValue = 'a value that PostgreSQL does not take';

/** JSON lines with the trace of the request, event or job at hand. Ids, never names or contents. */
export class Log implements LoggerService {
  private readonly pino: Pino;

  /** @param output the standard output unless another is given */
  constructor(service: string, level: string, output: DestinationStream = pino.destination(1)) {
    const settings = {
      base: { service },
      level,
      serializers: { err: errorSerializer },
      mixin: () => {
        const context = currentContext();
        return context ? { trace: traceIdOf(context.traceparent) } : {};
      },
    };
    this.pino = pino(settings, output);
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
    if (message instanceof Error) this.pino[level]({ ...name, err: message }, told(message, 0).message);
    else if (typeof message === 'object' && message !== null) {
      const { err, msg } = message as { err?: unknown; msg?: string };
      // Where nothing else is said pino would say what the error says, with the value that it quotes.
      this.pino[level]({ ...name, ...message }, msg ?? (err === undefined ? undefined : told(err, 0).message));
    } else this.pino[level](name, String(message));
  }
}
