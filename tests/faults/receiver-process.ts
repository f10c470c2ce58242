import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { buildReceiver } from './build-receiver.ts';

export interface ReceiverProcess {
  readonly url: string;
  readonly port: number;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
  /** What it holds in memory, by the system's own account. */
  residentBytes(): number;
  /** What it has used of the processors since it began, in ms. */
  cpuMs(): number;
}

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** A receiver as `npm run receiver` starts it, in a process of its own, behind what calls itself a proxy. */
export async function spawnReceiver(
  data: string,
  databaseUrl: string | null,
): Promise<ReceiverProcess> {
  const args = [await buildReceiver(), '--data', data, '--port', '0', '--behind-proxy'];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error('the receiver ended by itself')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('receiver: ')) resolve(line.slice('receiver: '.length));
    });
  });
  return {
    url,
    port: Number(new URL(url).port),
    kill: async () => {
      end();
      await ended;
      process.off('exit', end);
    },
    residentBytes: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * 1024;
    },
    cpuMs: () => {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return (Number(user) + Number(system)) * TICK_MS;
    },
  };
}
