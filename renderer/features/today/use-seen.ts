import { useEffect, useRef, useState } from 'react';
import { now } from '../../services/clock.ts';
import { readJsonDraft, writeDraft } from '../../state/drafts.ts';

/** Who looks for the first time is shown what came within a day. */
const FIRST_LOOK_MS = 86_400_000;

/**
 * Tells what was not here when the member last turned away from this screen. By what was here, and not
 * by when it was written: it may have been days on its way. `shown` is undefined until it is read.
 */
export function useSeen(
  name: string,
  shown: readonly string[] | undefined,
): (id: string, atMs: number | null) => boolean {
  const draft = `seen/${name}`;
  const [seen, setSeen] = useState(() => seenBefore(draft));
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  useEffect(() => {
    const turnAway = (): void => {
      if (latest.current) writeDraft(draft, JSON.stringify(latest.current));
    };
    const onVisibility = (): void => {
      if (document.hidden) turnAway();
      else setSeen(seenBefore(draft));
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', turnAway);
    return () => {
      turnAway();
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', turnAway);
    };
  }, [draft]);
  return (id, atMs) => (seen ? !seen.has(id) : (atMs ?? 0) > now() - FIRST_LOOK_MS);
}

/** Null where nobody has looked yet. */
function seenBefore(draft: string): ReadonlySet<string> | null {
  const kept = readJsonDraft(draft);
  return Array.isArray(kept)
    ? new Set(kept.filter((id): id is string => typeof id === 'string'))
    : null;
}
