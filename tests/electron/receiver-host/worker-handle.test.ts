import { expect, it, vi } from 'vitest';
import { workerStarter } from '../../../electron/receiver-host/worker-handle.ts';
import type { WorkerStart } from '../../../electron/receiver-host/worker-messages.ts';

const MEMORY_MB = 48;
const START: WorkerStart = {
  folder: '',
  ownDirectory: '',
  served: { workspace: 'w', name: 'W', founderKey: '', founderId: 'f', founderTokenHash: '' },
  host: '127.0.0.1',
  ports: [0],
  certificate: null,
};

const startText = (code: string, onGone: () => void) =>
  workerStarter(new URL(`data:text/javascript,${encodeURIComponent(code)}`), MEMORY_MB)(START, {
    onMessage: () => undefined,
    onGone,
  });

it.each([
  ['throws', 'setTimeout(() => { throw new Error("a mistake"); }, 1)'],
  ['rejects', 'await Promise.reject(new Error("a mistake"))'],
  ['asks to end the whole process', 'process.exit(3)'],
  ['takes all the memory there is', 'let held = null; for (;;) held = { held, list: [1, 2, 3] }'],
])('a thread that %s ends alone, and says so once', async (_what, code) => {
  const onGone = vi.fn();
  startText(code, onGone);
  await expect.poll(() => onGone.mock.calls.length).toBe(1);
});

it('a thread that is asked to end is not missed', async () => {
  const onGone = vi.fn();
  const code = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', () => parentPort.close());`;
  await startText(code, onGone).stop();
  expect(onGone).not.toHaveBeenCalled();
});

it('a thread that hangs is ended when it is to end', async () => {
  const onGone = vi.fn();
  await startText('for (;;) {}', onGone).stop();
  expect(onGone).not.toHaveBeenCalled();
});
