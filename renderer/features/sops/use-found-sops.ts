import { useEffect, useMemo, useState } from 'react';
import type { Sop } from '#shared/sops/sop';
import { findSops } from '../../data/sop-search/find-sops.ts';
import type { SopHit } from '../../data/sop-search/sop-index.ts';

interface Found {
  readonly query: string;
  readonly hits: readonly SopHit[];
}

/** What a query found, by SOP and best first. */
interface FoundSops {
  readonly sops: readonly Sop[];
  /** Empty where nothing is looked for. */
  readonly hitById: ReadonlyMap<string, SopHit>;
}

/** The SOPs that hold a query, as one types. Until words are read, titles alone are looked through. */
export function useFoundSops(sops: readonly Sop[], query: string): FoundSops {
  const wanted = query.trim();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isOver = false;
    // An empty query makes the search ready before somebody types.
    const find = async () => {
      try {
        const hits = await findSops(wanted, sops);
        if (!isOver) setFound({ query: wanted, hits });
      } catch {
        if (!isOver) setFound(null);
      }
    };
    void find();
    return () => {
      isOver = true;
    };
  }, [wanted, sops]);
  return useMemo(() => {
    if (wanted === '') return { sops, hitById: NONE };
    // What was found before the last letter still tells more than nothing does.
    if (!found || found.query === '') return { sops: titled(sops, wanted), hitById: NONE };
    const byId = new Map(sops.map((sop) => [sop.id, sop]));
    return {
      sops: found.hits.flatMap(({ sopId }) => byId.get(sopId) ?? []),
      hitById: new Map(found.hits.map((hit) => [hit.sopId, hit])),
    };
  }, [sops, wanted, found]);
}

const NONE: ReadonlyMap<string, SopHit> = new Map();

const titled = (sops: readonly Sop[], text: string): readonly Sop[] => {
  const lower = text.toLowerCase();
  return sops.filter(({ title }) => title.toLowerCase().includes(lower));
};
