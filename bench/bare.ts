import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Bare {
  url: string;
  stop(): Promise<void>;
}

/** A process of its own that answers `/name/value…` by one statement. */
export async function startBare(DATABASE_URL: string, statements: Record<string, string>): Promise<Bare> {
  const env = { ...process.env, DATABASE_URL, STATEMENTS: JSON.stringify(statements) };
  const server = fork(join(import.meta.dirname, 'bare-server.ts'), { env });
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(server, 'exit');
      server.disconnect();
      await ended;
    },
  };
}
