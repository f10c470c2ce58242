import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseSetupLink } from '../../shared/endpoint/setup-link.ts';
import { buildReceiver } from './build-receiver.ts';

/** A receiver as `npm run receiver` starts it, in a process of its own. */
export interface ReceiverProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly setupSecret: string;
  isRunning(): boolean;
  /** What it has told whoever started it. */
  said(): string;
  /** What it wrote where failures are written. */
  complaints(): string;
  /** Ends it as a service manager does. Its exit code; null where it was killed. */
  end(): Promise<number | null>;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
}

interface ReceiverChoices {
  /** Null: it keeps what it gets in the folder `data`. */
  readonly databaseUrl?: string | null;
  readonly flags?: readonly string[];
}

/** Resolves when it listens. Whoever starts it ends it; it goes with this process in any case. */
export async function startReceiver(
  data: string,
  { databaseUrl = null, flags = [] }: ReceiverChoices = {},
): Promise<ReceiverProcess> {
  const args = [await buildReceiver(), '--data', data, '--port', '0', ...flags];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '' },
  });
  const killNow = (): boolean => child.kill('SIGKILL');
  process.once('exit', killNow);
  let said = '';
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      process.off('exit', killNow);
      resolve(code);
    });
  });
  const url = await new Promise<string>((resolve, reject) => {
    void ended.then(() => reject(new Error(`the receiver ended: ${complaints}`)));
    let place = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      place = /^receiver: (.*)$/.exec(line)?.[1] ?? place;
      if (line.startsWith('setup:')) resolve(place);
    });
  });
  const link = readFileSync(path.join(data, 'receiver', 'setup.txt'), 'utf8');
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? Number.NaN,
    setupSecret: parseSetupLink(link)?.secret ?? '',
    isRunning: () => child.exitCode === null && child.signalCode === null,
    said: () => said,
    complaints: () => complaints,
    end: async () => {
      child.kill('SIGTERM');
      return await ended;
    },
    kill: async () => {
      killNow();
      await ended;
    },
  };
}
