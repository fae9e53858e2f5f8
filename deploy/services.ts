/**
 * One row for each service: what it is told, what it keeps, what it may take. The local stack, the secrets, the databases and the accounts
 * of the bus are made from it; docker-compose.yml, which cannot be, is held against it by `compose/compose.test.ts`.
 */
export interface ServiceRow {
  /** True when it has a database, and a role which owns it. */
  hasDatabase: boolean;
  /** True when it reads or writes files. */
  hasFiles: boolean;
  /** What it is told besides what all are told: secrets of nobody else among them. */
  variables: readonly string[];
  /** What its container may take, in MiB; a service that needs more is ended and starts again. */
  memoryMiB: number;
}

export const services = [
  'identity',
  'practices',
  'notifications',
  'payments',
  'school',
  'appointments',
  'ticketing',
  'knowledge',
  'gateway',
] as const;
export type Service = (typeof services)[number];

const issuer = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

export const table = {
  identity: {
    hasDatabase: true,
    hasFiles: false,
    variables: [...issuer, 'BIND_ADDRESS', 'TOKENS', 'OIDC_HOST', 'OIDC_PORT', 'OIDC_JWKS', 'COOKIE_KEYS'],
    memoryMiB: 512,
  },
  practices: {
    hasDatabase: true,
    hasFiles: true,
    variables: [
      'FILES_SECRET',
      'SIGNING_KEY',
      'MARK_KEYS',
      'BODY_SYSTEMS',
      'BODY_SYSTEM_SECRETS',
      'CREDENTIAL_SYSTEMS',
      'CREDENTIAL_SYSTEM_SECRETS',
      'SYSTEM_DEADLINE_SECONDS',
    ],
    memoryMiB: 768,
  },
  notifications: { hasDatabase: true, hasFiles: true, variables: ['SMTP_URL', 'MAIL_FROM'], memoryMiB: 384 },
  payments: {
    hasDatabase: true,
    hasFiles: true,
    variables: [
      'FILES_SECRET',
      'PAGOPA_PORT',
      'PAGOPA_HOST',
      'PAGOPA_TLS_KEY_FILE',
      'PAGOPA_TLS_CERT_FILE',
      'PAGOPA_CLIENT_CA_FILE',
      'PAGOPA_CLIENT_NAMES',
      'CHECKOUT_URL',
      'PAGOPA_SUBSCRIPTION_KEYS',
      'CHECKOUT_DEADLINE_SECONDS',
      'FDR_URL',
      'FDR_SUBSCRIPTION_KEYS',
    ],
    memoryMiB: 512,
  },
  school: { hasDatabase: true, hasFiles: false, variables: [], memoryMiB: 384 },
  appointments: { hasDatabase: true, hasFiles: false, variables: ['FILES_SECRET'], memoryMiB: 384 },
  ticketing: { hasDatabase: true, hasFiles: true, variables: ['FILES_SECRET'], memoryMiB: 384 },
  knowledge: { hasDatabase: true, hasFiles: false, variables: [], memoryMiB: 384 },
  gateway: {
    hasDatabase: false,
    hasFiles: true,
    variables: [
      ...issuer,
      'PORT',
      'BIND_ADDRESS',
      'IDENTITY_URL',
      'FILES_SECRET',
      'CLAMD_URL',
      'RATE_LIMIT',
      'MAX_IN_FLIGHT',
      'ARRIVAL_SECONDS',
      'LIVE_STREAMS',
      'LIVE_STREAMS_PER_PERSON',
      'SECURITY_CONTACT',
      'TRUSTED_PROXIES',
    ],
    memoryMiB: 512,
  },
} as const satisfies Record<Service, ServiceRow>;

/** What every service is told. */
export const commonVariables = [
  'NODE_ENV',
  'LABORATORY',
  'LABORATORY_IN_PUBLIC',
  'LOG_LEVEL',
  'PUBLIC_URL',
  'BODY_URLS',
  'NATS_URL',
  'NATS_USER',
  'NATS_PASSWORD',
  'NATS_REPLICAS',
  'REDIS_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
] as const;
/** What a service with a database, or with files, is told besides. */
export const databaseVariables = ['DATABASE_URL', 'DATABASE_POOL'] as const;
export const fileVariables = ['STORAGE_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;

export type DatabaseService = { [S in Service]: (typeof table)[S]['hasDatabase'] extends true ? S : never }[Service];
export const databaseServices = services.filter((service): service is DatabaseService => table[service].hasDatabase);

/**
 * @param folders those in `services/`
 * @throws Error with the folders that have no row here, and the rows that have no folder
 */
export function checkTable(folders: readonly string[]): void {
  const missing = folders.filter((folder) => !services.some((service) => service === folder));
  const gone = services.filter((service) => !folders.includes(service));
  const complaints = [
    ...missing.map((name) => `services/${name} has no row in deploy/services.ts`),
    ...gone.map((name) => `deploy/services.ts has a row for ${name}, and there is no services/${name}`),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

/** The accounts of the bus: a service each, and the installation's own. */
export const natsUsers = [...services, 'tools'] as const;

/** Every variable that a service is told in a container. */
export function variablesOf(service: Service): string[] {
  const { hasDatabase, hasFiles, variables }: ServiceRow = table[service];
  return [...commonVariables, ...(hasDatabase ? databaseVariables : []), ...(hasFiles ? fileVariables : []), ...variables];
}

/**
 * The most connections that the services hold at once: while an upgrade replaces a service, old and new replicas run side by side, and each
 * migration has one of its own.
 * @param replicas of each service
 * @param pool connections of one process
 */
export const connectionsOf = (replicasOf: (service: DatabaseService) => number, pool: number): number =>
  databaseServices.reduce((sum, service) => sum + 2 * replicasOf(service) * pool + 1, 0);
