import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const Entry = z.object({ pid: z.int(), birth: z.string(), note: z.string() });
type Entry = z.infer<typeof Entry>;

/**
 * Which processes a stack has started, one small file each, so that the next start can end what a crash left behind.
 * A process id alone may meanwhile belong to a stranger; together with the instant of birth it cannot.
 */
export class Ledger {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'pids');
  }

  record(name: string, pid: number, note = ''): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.fileOf(name), JSON.stringify({ pid, birth: birthOf(pid) ?? '', note } satisfies Entry));
  }

  forget(name: string): void {
    rmSync(this.fileOf(name), { force: true });
  }

  /** The entry of that name, if its process is still alive and really the one that was recorded. */
  findAlive(name: string): Entry | undefined {
    const file = this.fileOf(name);
    if (!existsSync(file)) return undefined;
    const { success, data } = Entry.safeParse(JSON.parse(readFileSync(file, 'utf8') || 'null'));
    return success && data.birth !== '' && birthOf(data.pid) === data.birth ? data : undefined;
  }

  /** Ends what an earlier run has left behind and says how many processes that were. */
  async endLeftovers(except: string[] = []): Promise<number> {
    const names = existsSync(this.folder) ? readdirSync(this.folder).map((file) => file.replace(/\.json$/, '')) : [];
    const leftovers = names.filter((name) => !except.includes(name));
    const ended = await Promise.all(leftovers.map((name) => this.end(name)));
    return ended.filter(Boolean).length;
  }

  private async end(name: string): Promise<boolean> {
    const entry = this.findAlive(name);
    if (entry) {
      // SIGINT is PostgreSQL's fast shutdown; its SIGTERM would wait for clients that no longer exist.
      process.kill(entry.pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
      const deadline = Date.now() + 5_000;
      while (birthOf(entry.pid) === entry.birth && Date.now() < deadline) await pause(50);
      if (birthOf(entry.pid) === entry.birth) process.kill(entry.pid, 'SIGKILL');
    }
    this.forget(name);
    return entry !== undefined;
  }

  private fileOf(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}

/** When a process was born, as the kernel tells it (boot and clock tick); undefined when there is none, or where there is no /proc. */
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold spaces; "state" is field 3 and "starttime" field 22: see proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
