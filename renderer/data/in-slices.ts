/** Long enough to get on, short enough that a key press in between is answered at once. */
const SLICE_MS = 10;

/**
 * Does something for each item, and lets the window draw and answer now and then. Throws an `AbortError`
 * where the signal says that nobody waits for it any more.
 */
export async function inSlices<T>(
  items: readonly T[],
  visit: (item: T) => void,
  left?: AbortSignal,
): Promise<void> {
  left?.throwIfAborted();
  const isOver = sliceTimer();
  for (const item of items) {
    if (isOver()) {
      await nextTask();
      left?.throwIfAborted();
    }
    visit(item);
  }
}

/** Lets everything else come first between two pieces of long work, where the one before was long enough. */
export function restsBetween(): () => PromiseLike<void> {
  const isOver = sliceTimer();
  return async () => {
    if (isOver()) await nextTask();
  };
}

/** Whether a slice is over; the next begins when it says so. */
function sliceTimer(): () => boolean {
  let startMs = performance.now();
  return () => {
    const nowMs = performance.now();
    if (nowMs - startMs <= SLICE_MS) return false;
    startMs = nowMs;
    return true;
  };
}

/** Lets everything else that waits come first. Unlike `setTimeout`, a message is not held back for 4 ms. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
