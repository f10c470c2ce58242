import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

const TRIES = 200;
const TRY_AFTER_MS = 50;

/**
 * Runs a script in a Node process that was started with `--inspect-brk`, before the first line of its own,
 * and lets it go on (Chrome DevTools Protocol, Node's inspector).
 */
export async function runBeforeFirstLine(
  port: number,
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const socket = new WebSocket(await inspectorAddress(port));
  await once(socket, 'open');
  // Node has not made its `process` yet.
  const process = JSON.stringify({ env });
  const expression = `{ const process = ${process};\n${await readFile(script, 'utf8')}\n}`;
  await ask(socket, 1, 'Runtime.evaluate', { expression });
  await ask(socket, 2, 'Runtime.runIfWaitingForDebugger', {});
  socket.close();
}

async function ask(socket: WebSocket, id: number, method: string, params: object): Promise<void> {
  const answered = new Promise<void>((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      const answer: unknown = JSON.parse(data.toString());
      if (!isAnswer(answer) || answer.id !== id) return;
      const problem = answer.error ?? answer.result?.exceptionDetails;
      if (problem === undefined) resolve();
      else reject(new Error(`${method}: ${JSON.stringify(problem)}`));
    });
  });
  socket.send(JSON.stringify({ id, method, params }));
  await answered;
}

interface Answer {
  readonly id?: number;
  readonly error?: object;
  readonly result?: { readonly exceptionDetails?: object };
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null;

async function inspectorAddress(port: number): Promise<string> {
  for (let left = TRIES; left > 0; left -= 1) {
    const listed = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    const targets: unknown = await listed?.json();
    const address = Array.isArray(targets) ? targets[0]?.webSocketDebuggerUrl : undefined;
    if (typeof address === 'string') return address;
    await pause(TRY_AFTER_MS);
  }
  throw new Error('the inspector did not open');
}
