import { useState } from 'react';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { QualityCheck } from '#shared/quality/quality-check';
import { useLive } from '../../../data/live.ts';
import { checksInDays } from '../../../data/quality/samples.ts';
import { readJsonDraft, writeDraft } from '../../../state/drafts.ts';

/** What was finished so far back is still looked at. */
const DAYS_BACK = 92;
/** A word of a manager stays news for so long. */
const NEWS_MS = 14 * 86_400_000;
const DRAFT = 'quality/read';

interface Told {
  /** Accepted or returned, latest first; what this member has put away is not in it. */
  readonly checks: readonly QualityCheck[];
  /** Puts all of it away, on this computer. */
  readonly putAway: () => void;
}

/** What managers said of a member's drawn work lately; undefined until it is read. */
export function useTold(memberId: string, day: DayKey, nowMs: number): Told | undefined {
  const [readMs, setReadMs] = useState(lastRead);
  const checks = useLive(
    async () =>
      await checksInDays([memberId], { fromDay: addDays(day, -DAYS_BACK), toDay: addDays(day, 1) }),
    [memberId, day],
  );
  if (!checks) return undefined;
  const fresh = checks.filter(
    ({ verdict, checkedAtMs }) =>
      verdict !== 'skipped' && checkedAtMs > Math.max(readMs, nowMs - NEWS_MS),
  );
  return {
    checks: fresh.toSorted((a, b) => b.checkedAtMs - a.checkedAtMs),
    putAway: () => {
      const latest = Math.max(readMs, ...fresh.map(({ checkedAtMs }) => checkedAtMs));
      writeDraft(DRAFT, JSON.stringify(latest));
      setReadMs(latest);
    },
  };
}

function lastRead(): number {
  const kept = readJsonDraft(DRAFT);
  return typeof kept === 'number' ? kept : 0;
}
