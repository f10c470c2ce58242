import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { SetupError } from '../setup/say.mjs';

const START_LIMIT_MS = 20_000;

/** Whether a person can see a window here. */
export const hasDisplay =
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY']);

/**
 * Starts an Xvfb on a display number of its own choosing (two runs never meet) and stops it when this
 * process ends.
 * @returns {Promise<string>} the value for DISPLAY
 */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const limit = setTimeout(() => {
      server.kill();
      reject(new SetupError('Xvfb did not start within 20 s.'));
    }, START_LIMIT_MS);
    let words = '';
    server.stderr?.on('data', (text) => (words += text));
    server.once('error', reject);
    server.once('exit', () => {
      clearTimeout(limit);
      reject(new SetupError(`Xvfb ended at once:\n${words.trim()}`));
    });
    let number = '';
    server.stdio[3]?.on('data', (text) => {
      number += text;
      if (!number.endsWith('\n')) return;
      clearTimeout(limit);
      process.once('exit', () => server.kill());
      // The display must not keep a finished command alive.
      server.unref();
      for (const pipe of server.stdio) if (pipe instanceof Socket) pipe.unref();
      resolve(`:${number.trim()}`);
    });
  });
}
