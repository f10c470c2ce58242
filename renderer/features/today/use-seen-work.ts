import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../data/deliverables.ts';
import { now } from '../../services/clock.ts';
import { readJsonDraft, writeDraft } from '../../state/drafts.ts';

const NAME = 'seen-work';
/** Who looks for the first time is shown what came within a day. */
const FIRST_LOOK_MS = 86_400_000;

/**
 * Tells which work was given out by somebody else and was not here when the member last turned away
 * from this screen. By what was here, and not by when it was given: work may be days on its way.
 */
export function useSeenWork(open: readonly Entry[]): (work: Entry) => boolean {
  const [seen, setSeen] = useState(seenBefore);
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const turnAway = (): void =>
      writeDraft(NAME, JSON.stringify(latest.current.filter(isGiven).map(({ id }) => id)));
    const onVisibility = (): void => {
      if (document.hidden) turnAway();
      else setSeen(seenBefore());
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', turnAway);
    return () => {
      turnAway();
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', turnAway);
    };
  }, []);
  return (work) => {
    if (!isGiven(work)) return false;
    return seen ? !seen.has(work.id) : (work.assignedAtMs ?? 0) > now() - FIRST_LOOK_MS;
  };
}

const isGiven = ({ assignedById, memberId }: Entry): boolean =>
  assignedById !== '' && assignedById !== memberId;

/** Null where nobody has looked yet. */
function seenBefore(): ReadonlySet<string> | null {
  const kept = readJsonDraft(NAME);
  return Array.isArray(kept)
    ? new Set(kept.filter((id): id is string => typeof id === 'string'))
    : null;
}
