import { CommonConfig, Secrets } from '@sportello/service/config';
import { z } from 'zod';

export const Config = CommonConfig.safeExtend({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The one who issues tokens: `<address>/realms/<realm>`, as the browser sees it. */
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().default('portal-bff'),
  OIDC_CLIENT_SECRET: z.string().min(32),
  /** Where the embedded provider listens; without it the issuer stands on its own (Keycloak). */
  IDENTITY_URL: z.url().optional(),
  /** The folder that holds `portal`, `console` and `ui`, each with its `dist`. */
  WEB_ROOT: z.string().min(1),
  /** Only while the pages are being built: the folder of the catalogue of their shared parts, which `npm run dev` compiles. */
  CATALOGUE_ROOT: z.string().min(1).optional(),
  STORAGE_URL: z.string().min(1),
  /** Sign the addresses of downloads, with commas between them: the first signs, the others are still accepted. */
  FILES_SECRET: Secrets,
  CLAMD_URL: z.url().optional(),
  /** Requests a minute from one session, or from one address that has none, to one process: nothing is shared for it. */
  RATE_LIMIT: z.coerce.number().int().min(1).default(1_200),
  /** Whose word about the caller's address is believed: addresses, ranges, or `loopback`, `linklocal`, `uniquelocal`, with commas. Nobody's by default. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Requests that are worked on at once; the next is told to come back. */
  MAX_IN_FLIGHT: z.coerce.number().int().min(1).default(2_000),
  /** Within so many seconds the head of a request, and then its JSON, must have come in. */
  ARRIVAL_SECONDS: z.coerce.number().min(1).default(10),
  /** Open pages that are told of news at once, in all and of one person; the oldest gives way to the next. */
  LIVE_STREAMS: z.coerce.number().int().min(1).default(10_000),
  LIVE_STREAMS_PER_PERSON: z.coerce.number().int().min(1).default(20),
  /** In containers: the address of the machine on which the door is open, which this process cannot see. */
  BIND_ADDRESS: z.string().optional(),
  /** Whom to tell of a weakness (RFC 9116): a `mailto:` or `https:` address. Without it there is no security.txt. */
  SECURITY_CONTACT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
});
export type Config = z.infer<typeof Config>;
