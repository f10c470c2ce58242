import { useCallback, useMemo, useRef, useState } from 'react';
import type { Entry, EntryFilter } from '../../data/deliverables.ts';
import { findEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';

/** A row of the list: an entry, or the place of one that has not been read yet. */
export interface EntryRow {
  readonly key: string;
  readonly entry: Entry | null;
}

export interface EntryList {
  readonly rows: readonly EntryRow[];
  readonly total: number;
  /** The filter that these rows answer; another one is being looked for. */
  readonly filterKey: string;
  readonly isStale: boolean;
  /** Tells which rows are in sight, so that they are read. */
  readonly onVisible: (first: number, last: number) => void;
}

const PAGE = 250;

interface Pages {
  readonly filterKey: string;
  readonly total: number;
  readonly entries: Map<number, Entry>;
}

/**
 * The entries that a filter finds, read page by page where the list is in sight: a hundred thousand
 * scroll from end to end without being read whole. Undefined until the first page is there.
 */
export function useEntries(filter: EntryFilter): EntryList | undefined {
  const filterKey = JSON.stringify(filter);
  const [sight, setSight] = useState({ filterKey, first: 0, last: 0 });
  const held = useRef<Pages | null>(null);
  const inSight = sight.filterKey === filterKey ? sight : { first: 0, last: 0 };
  const fromPage = Math.floor(inSight.first / PAGE);
  const toPage = Math.floor(inSight.last / PAGE);

  const pages = useLive(async (): Promise<Pages> => {
    const offset = fromPage * PAGE;
    const page = await findEntries(filter, (toPage - fromPage + 1) * PAGE, offset);
    const before = held.current;
    // What was read of other pages stays shown until it is in sight again and read anew.
    const isSame = before?.filterKey === filterKey && before.total === page.total;
    const entries = new Map(isSame ? before.entries : []);
    for (const [at, entry] of page.entries.entries()) entries.set(offset + at, entry);
    held.current = { filterKey, total: page.total, entries };
    return held.current;
  }, [filterKey, fromPage, toPage]);

  const onVisible = useCallback(
    (first: number, last: number) =>
      setSight((seen) => {
        const isSamePages =
          seen.filterKey === filterKey &&
          Math.floor(seen.first / PAGE) === Math.floor(first / PAGE) &&
          Math.floor(seen.last / PAGE) === Math.floor(last / PAGE);
        return isSamePages ? seen : { filterKey, first, last };
      }),
    [filterKey],
  );
  const rows = useMemo(() => pages && rowsOf(pages), [pages]);
  if (!pages || !rows) return undefined;
  const isStale = pages.filterKey !== filterKey;
  return { rows, total: pages.total, filterKey: pages.filterKey, isStale, onVisible };
}

function rowsOf({ total, entries }: Pages): readonly EntryRow[] {
  return Array.from({ length: total }, (_, at) => {
    const entry = entries.get(at) ?? null;
    return { key: entry ? `${entry.audience}/${entry.id}` : `at/${at}`, entry };
  });
}
