import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backing } from './backing.ts';
import type { Secrets } from './secrets.ts';
import type { DatabaseService, Service } from './services.ts';
import { organizations } from './world/ids.ts';

export interface Ports {
  web: number;
  oidc: number;
  /** Where the Node of pagoPA asks the payments service. */
  paForNode: number;
  health: Record<Service, number>;
}

export interface Surroundings {
  dataDir: string;
  backing: Record<keyof Omit<Backing, 'stop'>, { url: string }>;
  secrets: Secrets;
  ports: Ports;
  /** smtp:// address of the mail catcher. */
  smtpUrl: string;
  /** The simulated system of Regione Piemonte, which registers and acquires; without one its services forward nothing. */
  bodySystem?: { url: string; secret: string } | undefined;
  credentials?: { url: string; secret: string } | undefined;
  /** The simulated Node, Checkout and desk of pagoPA; without one people pay by their notices alone, and nobody asks. */
  pagopa?: { checkoutUrl: string; fdrUrl: string } | undefined;
  /** True for an installation for trying; else one as it stands before real people, with TLS before it. */
  isLaboratory: boolean;
  /** Folder with the compiled pages. */
  webRoot: string;
}

/** The realm's address: what tokens name as their issuer. The gateway passes it on to the identity service. */
export const issuerOf = (publicUrl: string) => `${publicUrl}/realms/sportello`;

/** What people type. */
const publicUrlOf = ({ ports: { web }, isLaboratory }: Surroundings) => `${isLaboratory ? 'http' : 'https'}://localhost:${web}`;

/** All that a service is told. Nothing else of the machine's environment reaches it, save for a few settings that a person may give. */
export function environmentOf(service: Service, surroundings: Surroundings): Record<string, string> {
  const { backing, secrets, ports, dataDir, smtpUrl, bodySystem, credentials, pagopa, webRoot, isLaboratory } = surroundings;
  const publicUrl = publicUrlOf(surroundings);
  const nats = new URL(backing.nats.url);
  const common = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: isLaboratory ? 'development' : 'production',
    LABORATORY: String(isLaboratory),
    TZ: 'UTC',
    // glibc would keep what passwords were hashed in (19 MiB each): 130 MB of the identity service.
    MALLOC_MMAP_THRESHOLD_: '1048576',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    HEALTH_PORT: String(ports.health[service]),
    PUBLIC_URL: publicUrl,
    NATS_URL: `nats://${nats.host}`,
    NATS_USER: nats.username || service,
    NATS_PASSWORD: nats.password || secrets.natsPasswords[service],
    REDIS_URL: backing.redis.url,
    STORAGE_URL: pathToFileURL(join(dataDir, 'files')).href,
    FILES_SECRET: secrets.filesSecret,
    ...givenByPerson('OTEL_EXPORTER_OTLP_ENDPOINT'),
    ...givenByPerson('BODY_URLS'),
  };
  const issuer = { OIDC_ISSUER: issuerOf(publicUrl), OIDC_CLIENT_ID: 'portal-bff', OIDC_CLIENT_SECRET: secrets.oidcClientSecret };
  const database = (owner: DatabaseService) => ({ DATABASE_URL: databaseUrlOf(owner, surroundings) });
  switch (service) {
    case 'gateway':
      return {
        ...common,
        ...issuer,
        PORT: String(ports.web),
        HOST: process.env['HOST'] ?? '127.0.0.1',
        IDENTITY_URL: `http://127.0.0.1:${ports.oidc}`,
        WEB_ROOT: webRoot,
        ...givenByPerson('CATALOGUE_ROOT'),
        RATE_LIMIT: process.env['RATE_LIMIT'] ?? '1200',
        ...givenByPerson('SECURITY_CONTACT'),
      };
    case 'identity':
      return {
        ...common,
        ...issuer,
        ...database(service),
        OIDC_PORT: String(ports.oidc),
        OIDC_JWKS: JSON.stringify(secrets.oidcJwks),
        COOKIE_KEYS: secrets.cookieKeys.join(','),
      };
    case 'practices':
      return {
        ...common,
        ...database(service),
        SIGNING_KEY: JSON.stringify(secrets.signingKey),
        ...(bodySystem && {
          BODY_SYSTEMS: `${organizations.piedmont}=${bodySystem.url}`,
          BODY_SYSTEM_SECRETS: `${organizations.piedmont}=${bodySystem.secret}`,
        }),
        ...(credentials && {
          CREDENTIAL_SYSTEMS: `${organizations.piedmont}=${credentials.url}`,
          CREDENTIAL_SYSTEM_SECRETS: `${organizations.piedmont}=${credentials.secret}`,
        }),
      };
    case 'notifications':
      return { ...common, ...database(service), SMTP_URL: smtpUrl, MAIL_FROM: 'Sportello <no-reply@sportello.example>' };
    case 'payments':
      return {
        ...common,
        ...database(service),
        PAGOPA_PORT: String(ports.paForNode),
        ...(pagopa && { CHECKOUT_URL: pagopa.checkoutUrl, FDR_URL: pagopa.fdrUrl }),
      };
    // What every service with a database is told is all that most are.
    default:
      return { ...common, ...database(service) };
  }
}

/** What whoever starts the stack may set; what is not set is not told. */
function givenByPerson(name: string): Record<string, string> {
  const value = process.env[name];
  return value ? { [name]: value } : {};
}

export const databaseNameOf = (service: DatabaseService) => `sportello_${service}`;

function databaseUrlOf(service: DatabaseService, { backing, secrets }: Surroundings): string {
  const url = new URL(backing.postgres.url);
  url.username = databaseNameOf(service);
  url.password = secrets.databasePasswords[service];
  url.pathname = `/${databaseNameOf(service)}`;
  return url.href;
}
