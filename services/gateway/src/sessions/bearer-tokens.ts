import { Inject, Injectable } from '@nestjs/common';
import { notSignedIn } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import Keycloak, { type Token } from 'keycloak-connect';
import { z } from 'zod';
import type { Config } from '../config.js';

/** What we read of an access token. */
export interface TokenClaims {
  personId: string;
  roles: string[];
  method: string;
  level: number;
  authenticatedAt: Date;
  /** Milliseconds. */
  expiresAt: number;
}

const Claims = z.object({
  sub: z.uuid(),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  auth_time: z.number().optional(),
  amr: z.array(z.string()).optional(),
  spid_level: z.coerce.number().int().min(1).max(3).optional(),
  realm_access: z.object({ roles: z.array(z.string()) }).optional(),
});

/** How far the clocks of issuer and gateway may be apart. */
const SKEW_SECONDS = 5;

const methods = new Set(['spid', 'cie', 'cns', 'eidas', 'password', 'local']);

/** The only file that knows keycloak-connect: its authors have put it on security fixes alone, so it must be easy to replace. */
@Injectable()
export class BearerTokens {
  private readonly keycloak: InstanceType<typeof Keycloak>;

  constructor(@Inject(CONFIG) { OIDC_ISSUER }: Config) {
    const [server, realm] = OIDC_ISSUER.split('/realms/') as [string, string];
    const settings = {
      realm,
      'auth-server-url': server,
      resource: 'gateway',
      'bearer-only': true,
      'verify-token-audience': true,
      'ssl-required': 'external',
      'confidential-port': 0,
    };
    this.keycloak = new Keycloak({}, settings);
  }

  /** Checks signature, issuer, audience and expiry. @throws Problem `not-signed-in` */
  async verify(token: string): Promise<TokenClaims> {
    try {
      const grant = await this.keycloak.grantManager.createGrant({ access_token: token as unknown as Token });
      const { content } = grant.access_token as Token & { content: unknown };
      const { sub, exp, iat, nbf, auth_time, amr, spid_level, realm_access } = Claims.parse(content);
      // The library looks at the end of a token's time and not at its beginning (RFC 7519, 4.1.5).
      if (nbf !== undefined && nbf > Date.now() / 1_000 + SKEW_SECONDS) throw new Error('not valid yet');
      return {
        personId: sub,
        roles: realm_access?.roles ?? [],
        method: amr?.find((it) => methods.has(it)) ?? 'local',
        level: spid_level ?? 1,
        authenticatedAt: new Date((auth_time ?? iat) * 1_000),
        expiresAt: exp * 1_000,
      };
    } catch {
      // Whatever is wrong with a token, its bearer is told the same.
      throw new Problem(notSignedIn);
    }
  }
}
