import { existsSync } from 'node:fs';

/** PostgreSQL, NATS and Redis for the length of a test run: processes of ours, or containers. */
export interface TestServers {
  postgres: { url: string };
  nats: { url: string };
  redis: { url: string };
  stop(): Promise<void>;
}

/** True where a Docker engine is to be expected, since its socket is there or its address is given, and no server is given instead. */
export const hasDockerEngine = (): boolean =>
  (process.env['DOCKER_HOST'] !== undefined || existsSync('/var/run/docker.sock')) &&
  !['POSTGRES', 'NATS', 'REDIS'].some((server) => process.env[`SPORTELLO_${server}_URL`]);
