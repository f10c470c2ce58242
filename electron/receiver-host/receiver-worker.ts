import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { serveFolder } from './serve-folder.ts';
import { STOP, type WorkerMessage, type WorkerStart } from './worker-messages.ts';

/** The thread that a receiver runs in. It is given its orders at its start, and later only that it is to end. */
const port = parentPort;
if (port === null) throw new Error('A receiver runs in a thread of its own.');
const say = (message: WorkerMessage): void => port.postMessage(message);

// Given by the host in this program, which builds it as `WorkerStart`.
const start: WorkerStart = workerData;
const serving = serveFolder(start, { say, nowMs: Date.now, random: randomBytes });

port.on('message', (message: unknown) => {
  if (message === STOP) void serving.then((end) => end?.()).finally(() => port.close());
});
// Nothing more to listen for: the thread ends.
void serving.then((end) => end ?? port.close());
