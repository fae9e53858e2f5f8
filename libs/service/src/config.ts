import { z } from 'zod';
import { contradictions, type LaboratorySettings } from './laboratory.js';

/** Where the parsed environment of a service is injected. */
export const CONFIG = Symbol('CONFIG');

/** Where the bus is, and as whom a service is there. */
export const BusConfig = z.object({
  NATS_URL: z.string().min(1),
  NATS_USER: z.string().min(1),
  NATS_PASSWORD: z.string().min(1),
});

/** An address without a slash at its end: paths are written after it. */
export const BaseUrl = z
  .url()
  .max(2_000)
  .transform((url) => url.replace(/(?<!\/)\/+$/, ''));

/** Addresses of bodies: `<id of the body>=<address>`, with commas between them. No two bodies have the same. */
const BodyUrls = z
  .string()
  .max(20_000)
  .default('')
  .transform((text, context): ReadonlyMap<string, string> => {
    const pairs = text.split(',').flatMap((pair) => {
      const [id = '', ...address] = pair.trim().split('=');
      if (!id) return [];
      const read = z.tuple([z.uuid().toLowerCase(), BaseUrl]).safeParse([id, address.join('=')]);
      if (!read.success) context.addIssue({ code: 'custom', message: 'want <id of a body>=<address>, with commas between them' });
      return read.success ? [read.data] : [];
    });
    const urls = new Map(pairs);
    if (urls.size < pairs.length || new Set(urls.values()).size < pairs.length)
      context.addIssue({ code: 'custom', message: 'want each body and each address once' });
    return urls;
  });

/** Variables of every service. What is missing, wrong or contradicts itself is named, and the service does not start. */
export const CommonConfig = BusConfig.extend({
  /** `production` unless it is said otherwise. */
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** Copies that JetStream keeps of the stream: 1 on one server, 3 on a cluster. */
  NATS_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  REDIS_URL: z.url(),
  /** Where traces go: a collector's address for OTLP over HTTP, without `/v1/traces`. Without it none are recorded. */
  OTEL_EXPORTER_OTLP_ENDPOINT: BaseUrl.optional(),
  /** The address that people type: links in mails and PDFs begin with it. */
  PUBLIC_URL: BaseUrl,
  /** Bodies that have an address of their own at this installation: links in their mails and PDFs begin with it. */
  BODY_URLS: BodyUrls,
  /** True for an installation where invented people sign in without a digital identity: what only it has is listed in `laboratory.ts`. */
  LABORATORY: z.stringbool().default(false),
  /** Insists on a laboratory that other machines reach. */
  LABORATORY_IN_PUBLIC: z.stringbool().default(false),
  /** Port of `/live` and `/ready`; 0 takes any free one. */
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
}).superRefine((settings: LaboratorySettings, context) => {
  for (const { variable, reason } of contradictions(settings)) context.addIssue({ code: 'custom', path: [variable], message: reason });
});
export type CommonConfig = z.infer<typeof CommonConfig>;

/** Variables of every service that has a database. */
export const DatabaseConfig = z.object({
  DATABASE_URL: z.url(),
  /** Connections of one process. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
});
export type DatabaseConfig = z.infer<typeof DatabaseConfig>;

/** Secrets with commas between them, of 32 characters or more each: the first signs, the others are still accepted. */
export const Secrets = z.string().transform((text, context): [string, ...string[]] => {
  const [first = '', ...others] = text.split(',');
  const isShort = [first, ...others].some((secret) => secret.length < 32);
  if (isShort) context.addIssue({ code: 'custom', message: 'want 32 characters or more, of each where there are several' });
  return [first, ...others];
});

/** @throws Error that names each variable that is missing or wrong, without its value */
export function readConfig<C extends z.ZodType>(schema: C, environment: NodeJS.ProcessEnv): z.output<C> {
  const read = schema.safeParse(environment);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n');
  throw new Error(`The environment is not complete:\n${wrong}`);
}
