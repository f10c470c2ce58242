import { configure, getConfig } from '@testing-library/react';

/**
 * A person looks before they press a key; a test goes on in the very turn in which a text appears. On a busy
 * machine that is before React has run the effects of what it shows (they listen for keys), and before the
 * frame in which a dialog or a menu moves the focus. From here on every `find…`, `waitFor` and act of the user
 * ends when what the window has begun by then is done.
 */
export function waitForRest(): void {
  const { asyncWrapper } = getConfig();
  configure({
    asyncWrapper: async (act) =>
      await asyncWrapper(async () => {
        const result = await act();
        await rest();
        return result;
      }),
  });
}

/** Frames may ask for frames. What asks for one in each, as long as it is there, is not waited for. */
const MOST_ROUNDS = 3;

async function rest(): Promise<void> {
  await turn();
  for (let round = 0; round < MOST_ROUNDS && pendingFrames.size > 0; round += 1) {
    const begun = [...pendingFrames];
    while (begun.some((frame) => pendingFrames.has(frame))) await new Promise(requestFrame);
    await turn();
  }
}

// React takes its turns by this, too: those that it has asked for come first.
const { setImmediate } = globalThis;
const turn = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

const requestFrame = window.requestAnimationFrame.bind(window);
const cancelFrame = window.cancelAnimationFrame.bind(window);
const pendingFrames = new Set<number>();

window.requestAnimationFrame = (callback) => {
  const frame = requestFrame((atMs) => {
    pendingFrames.delete(frame);
    callback(atMs);
  });
  pendingFrames.add(frame);
  return frame;
};

window.cancelAnimationFrame = (frame) => {
  pendingFrames.delete(frame);
  cancelFrame(frame);
};
