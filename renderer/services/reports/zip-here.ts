import { type AsyncZippable, type FlateError, zipSync } from 'fflate/browser';

export { strToU8, zipSync } from 'fflate/browser';

/** `zip` of fflate, compressing in the thread that asks: ours is a worker already. */
export const zip = (
  files: AsyncZippable,
  done: (error: FlateError | null, archive: Uint8Array) => void,
): void => done(null, zipSync(files));
