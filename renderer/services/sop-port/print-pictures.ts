import type { Step } from '#shared/sops/step';
import { holdThumbnail } from '../pictures.ts';

/** As wide as a sheet shows it. */
const EDGE_PX = 640;

/** The pictures of a procedure, by their hash, for as long as it is printed; null for one that is not here. */
export async function picturesOf(
  steps: readonly Step[],
): Promise<ReadonlyMap<string, string | null>> {
  const hashes = new Set(
    steps.flatMap(({ how }) =>
      [...how.matchAll(/\(evidence:([0-9a-f]{64})\)/g)].map(([, hash = '']) => hash),
    ),
  );
  const pictures = new Map<string, string | null>();
  for (const hash of hashes) {
    const picture = await holdThumbnail(hash, EDGE_PX).url;
    pictures.set(hash, picture.ok ? picture.value : null);
  }
  return pictures;
}
