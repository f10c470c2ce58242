import path from 'node:path';

/** The receiver's thread from its source: what is shipped is built. */
export const SOURCE_WORKER = path.join(import.meta.dirname, 'source-worker.mjs');
