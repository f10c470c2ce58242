import type { Sop } from '#shared/sops/sop';
import { currentProjection } from '../current.ts';
import { WorkerClient } from '../worker-client.ts';
import type { SopSearchRequest } from './search-worker.ts';
import type { SopHits } from './sop-index.ts';

/** Up to here the window's own thread reads all of them between two keys. */
const FEW_SOPS = 200;

let finder: WorkerClient<SopSearchRequest, SopHits> | null = null;

/** SOPs that hold the words of a query in their title, purpose or steps, best first. */
export async function findSops(query: string, sops: readonly Sop[]): Promise<SopHits> {
  if (sops.length <= FEW_SOPS || typeof Worker === 'undefined') {
    const { NO_HITS, SopIndex } = await import('./sop-index.ts');
    const index = new SopIndex();
    for (const sop of sops) index.put(sop);
    return query === '' ? NO_HITS : index.find(query);
  }
  if (!finder || finder.hasEnded) {
    finder = new WorkerClient(
      new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }),
    );
  }
  return await finder.ask({ database: currentProjection().name, query });
}
