import { Worker } from 'node:worker_threads';
import { STOP, type WorkerMessage, type WorkerStart } from './worker-messages.ts';

/** How long what is under way may take when a receiver is switched off. */
const STOP_LIMIT_MS = 5_000;
/** What a receiver may hold in memory: beyond it the thread ends, and not the app. */
const MEMORY_MB = 512;
const LOOK_EVERY_MS = 15_000;
/** Looks and not a span of time: a computer that slept has heard nothing, and nothing is wrong. */
const SILENT_LOOKS = 4;

export interface WorkerEvents {
  readonly onMessage: (message: WorkerMessage) => void;
  /** Once, whatever ended it; a thread that was asked to end says nothing. */
  readonly onGone: () => void;
}

export interface WorkerHandle {
  /** Answers when the port is free again. */
  stop(): Promise<void>;
}

export type StartWorker = (start: WorkerStart, events: WorkerEvents) => WorkerHandle;

/** Starts receivers in threads of their own: what one does wrong, or is made to do, ends with its thread. */
export function workerStarter(file: string | URL, memoryMb = MEMORY_MB): StartWorker {
  return (start, { onMessage, onGone }) => {
    const worker = new Worker(file, {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    let isStopping = false;
    let silentLooks = 0;
    const watch = setInterval(() => {
      silentLooks += 1;
      if (silentLooks > SILENT_LOOKS) void worker.terminate();
    }, LOOK_EVERY_MS);
    watch.unref();
    const gone = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        clearInterval(watch);
        if (!isStopping) onGone();
        resolve();
      });
    });
    // Its exit follows.
    worker.on('error', () => undefined);
    worker.on('message', (message: WorkerMessage) => {
      silentLooks = 0;
      if (!isStopping) onMessage(message);
    });
    return {
      stop: async () => {
        isStopping = true;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has one listener
        worker.postMessage(STOP);
        const limit = setTimeout(() => void worker.terminate(), STOP_LIMIT_MS);
        await gone;
        clearTimeout(limit);
      },
    };
  };
}
