import { CommonConfig, Secrets } from '@sportello/service/config';
import { z } from 'zod';

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
});
const PrivateJwks = z.object({
  keys: z
    .array(z.looseObject({ kty: z.literal('RSA'), kid: z.string(), use: z.literal('sig'), alg: z.literal('RS256'), d: z.string() }))
    .min(1),
});

export const Config = CommonConfig.safeExtend({
  /** Where the provider listens for the gateway, which is its only visitor; 0 takes any free port. */
  OIDC_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  OIDC_HOST: z.string().default('127.0.0.1'),
  /** In containers: the address of the machine on which the door is open, which this process cannot see. */
  BIND_ADDRESS: z.string().optional(),
  /** What tokens name as their issuer: the public address, whatever the provider listens on. Ends in `/realms/sportello`. */
  OIDC_ISSUER: z.url().regex(/\/realms\/[a-z]+$/),
  OIDC_CLIENT_ID: z.string().min(1).default('portal-bff'),
  OIDC_CLIENT_SECRET: z.string().min(32),
  /** Private RSA keys, the one to sign with first; an old one stays until the last token signed with it has expired. */
  OIDC_JWKS: json.pipe(PrivateJwks),
  /** Sign the provider's cookies: the first signs, the others are still accepted. Keys of links and second factors are derived from them. */
  COOKIE_KEYS: Secrets,
  /** Who issues tokens: this service, or Keycloak. Never both. */
  TOKENS: z.enum(['embedded', 'keycloak']).default('embedded'),
});
export type Config = z.infer<typeof Config>;
