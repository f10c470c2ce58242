import type { SopChoices } from '#shared/imports/sop-document';
import type { SopSource } from '#shared/imports/sop-source';
import { fail } from '#shared/result';
import { WorkerClient } from '../../data/worker-client.ts';
import { decodeBytes } from '../table-import/decode-bytes.ts';
import type { SopRead, SopReadRequest } from './sop-worker.ts';

/** A handbook of 3,000 lines takes one; what takes longer is not worth waiting for. */
const READ_LIMIT_MS = 15_000;

/**
 * Reads a document as procedures, in a worker that is ended when it takes too long: nothing that somebody
 * drops can hold the window up.
 */
export async function readSop(
  source: SopSource,
  choices: Partial<SopChoices> = {},
  limitMs = READ_LIMIT_MS,
): Promise<SopRead> {
  if (typeof Worker === 'undefined') {
    const { readSopSource } = await import('#shared/imports/sop-source');
    return readSopSource(source, choices, decodeBytes);
  }
  const client = new WorkerClient<SopReadRequest, SopRead>(
    new Worker(new URL('sop-worker.ts', import.meta.url), { type: 'module' }),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<SopRead>((resolve) => {
    timer = setTimeout(() => resolve(fail('sop-too-slow', 'after-fix')), limitMs);
  });
  try {
    return await Promise.race([client.ask({ source, choices }), late]);
  } catch {
    // A worker that ran out of memory says nothing more.
    return fail('sop-unreadable', 'after-fix');
  } finally {
    clearTimeout(timer);
    client.close();
  }
}
