import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseSetupLink } from '../../../shared/endpoint/setup-link.ts';

const PROGRAM = path.join(import.meta.dirname, '../../../electron/receiver/run-receiver.ts');

/** A receiver in a process of its own, as `npm run receiver` starts it. */
export interface ReceiverProcess {
  readonly url: string;
  readonly setupSecret: string;
  readonly isRunning: () => boolean;
  /** What it has told whoever started it. */
  readonly said: () => string;
  /** What it wrote where failures are written. */
  readonly complaints: () => string;
  /** Ends it as a service manager does. Its exit code. */
  readonly end: () => Promise<number | null>;
}

export async function startReceiver(data: string): Promise<ReceiverProcess> {
  const args = ['--import', 'tsx', PROGRAM, '--data', data, '--port', '0'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  let said = '';
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
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
    setupSecret: parseSetupLink(link)?.secret ?? '',
    isRunning: () => child.exitCode === null && child.signalCode === null,
    said: () => said,
    complaints: () => complaints,
    end: async () => {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}
