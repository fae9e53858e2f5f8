import { Inject, Injectable, Logger } from '@nestjs/common';
import { issuerAway } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import type { Config } from '../config.js';

/** What must be remembered between the departure to the issuer and the return. */
export interface Departure {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  capacity: 'citizen' | 'officer';
  /** The address at which it began, and comes back. */
  home: string;
}

export interface Arrival {
  personId: string;
  method: string;
  level: number;
  authenticatedAt: Date;
  idToken: string;
  refreshToken: string | null;
  sid: string | null;
}

/** The issuer has this long for an answer: whoever presses "sign in" is told within two seconds. */
const ISSUER_SECONDS = 1.5;

/** Authorization code with PKCE against the one who issues tokens: Keycloak, or the provider inside the identity service. */
@Injectable()
export class Issuer {
  private known?: Promise<client.Configuration>;
  private keys?: ReturnType<typeof createRemoteJWKSet>;
  private readonly logger = new Logger(Issuer.name);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async depart(
    { returnTo, capacity, home }: Pick<Departure, 'returnTo' | 'capacity' | 'home'>,
    language: string,
  ): Promise<{ url: string; departure: Departure }> {
    const departure = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      returnTo,
      capacity,
      home,
    };
    const url = client.buildAuthorizationUrl(await this.discover(), {
      redirect_uri: `${home}/auth/callback`,
      scope: 'openid profile',
      state: departure.state,
      nonce: departure.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(departure.verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
      as: capacity,
    });
    return { url: url.href, departure };
  }

  /** @throws when the issuer refuses, or state, nonce or signature do not fit; Problem `issuer-away` when it does not answer */
  async arrive(url: URL, { state, nonce, verifier }: Departure): Promise<Arrival> {
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce };
    const tokens = await client.authorizationCodeGrant(await this.discover(), url, checks).catch((error: unknown) => {
      throw isSilence(error) ? new Problem(issuerAway) : error;
    });
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new Error('the issuer gave no ID token');
    const amr = Array.isArray(claims['amr']) ? claims['amr'].map(String) : [];
    return {
      personId: claims.sub,
      method: amr[0] ?? 'local',
      level: Number(claims['spid_level'] ?? 1) || 1,
      authenticatedAt: new Date((typeof claims.auth_time === 'number' ? claims.auth_time : claims.iat) * 1_000),
      idToken: tokens.id_token,
      refreshToken: tokens.refresh_token ?? null,
      sid: typeof claims['sid'] === 'string' ? claims['sid'] : null,
    };
  }

  /** Renews the tokens. @returns null when the issuer has ended the session */
  async renew(refreshToken: string): Promise<{ refreshToken: string | null; idToken?: string } | null> {
    try {
      const tokens = await client.refreshTokenGrant(await this.discover(), refreshToken);
      return { refreshToken: tokens.refresh_token ?? refreshToken, ...(tokens.id_token && { idToken: tokens.id_token }) };
    } catch (error) {
      if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return null;
      throw error;
    }
  }

  /** Where the browser goes to end the session at the issuer too. @param backTo where it goes then, a whole address */
  async farewell(idToken: string, backTo: string): Promise<string> {
    const url = client.buildEndSessionUrl(await this.discover(), {
      id_token_hint: idToken,
      post_logout_redirect_uri: backTo,
    });
    return url.href;
  }

  /**
   * Checks a back-channel logout token and gives the session of the issuer that it ends.
   * Source: OpenID Connect Back-Channel Logout 1.0, section 2.6. @throws when anything of it does not fit
   */
  async sidOfLogout(token: string): Promise<string> {
    const { issuer, jwks_uri } = (await this.discover()).serverMetadata();
    this.keys ??= createRemoteJWKSet(new URL(String(jwks_uri)), { timeoutDuration: ISSUER_SECONDS * 1_000 });
    const { payload } = await jwtVerify(token, this.keys, {
      issuer,
      audience: this.config.OIDC_CLIENT_ID,
      requiredClaims: ['iat', 'jti', 'sid'],
    });
    const events = payload['events'] as Record<string, unknown> | undefined;
    const isLogout = events && 'http://schemas.openid.net/event/backchannel-logout' in events && !('nonce' in payload);
    if (!isLogout) throw new Error('not a logout token');
    return String(payload['sid']);
  }

  /** Asks the issuer whether it is there. @throws when it does not say so within a second */
  async find(): Promise<void> {
    const { ok, status } = await fetch(`${this.config.OIDC_ISSUER}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(1_000),
    });
    if (!ok) throw new Error(`the issuer answers ${status}`);
  }

  /** Reads the issuer's metadata once; a failure is not remembered. @throws Problem `issuer-away` */
  private discover(): Promise<client.Configuration> {
    this.known ??= client
      .discovery(new URL(this.config.OIDC_ISSUER), this.config.OIDC_CLIENT_ID, this.config.OIDC_CLIENT_SECRET, undefined, {
        execute: this.config.PUBLIC_URL.startsWith('http:') ? [client.allowInsecureRequests] : [],
        timeout: ISSUER_SECONDS,
      })
      .catch((error: unknown) => {
        this.known = undefined;
        this.logger.error({ err: error, msg: 'the issuer of tokens does not answer', issuer: this.config.OIDC_ISSUER });
        throw new Problem(issuerAway);
      });
    return this.known;
  }
}

/** True when the issuer said nothing of the sign-in itself: it is late, gone, or cannot answer for now. */
const isSilence = (error: unknown): boolean =>
  (error instanceof client.ResponseBodyError && error.status >= 500) ||
  (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT') ||
  (error instanceof TypeError && error.message === 'fetch failed');
