import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { waitingSuggestions } from '../../../data/about-sops.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { versionsOf } from '../../../data/sops.ts';
import { whoCanRun } from '../../../data/who-can-run.ts';
import { managerIds } from '../../../services/managers.ts';
import { useSession } from '../../../state/session.ts';
import { attentionItems } from './attention-items.ts';
import type { AttentionItem } from './attention-items.ts';

/** SOPs that wait for a manager; `today` in the manager's own zone. Undefined until it has been read. */
export function useSopItems(plan: Plan, today: DayKey): readonly AttentionItem[] | undefined {
  const memberId = useSession((session) => session.memberId);
  const read = useWhatWaits(plan);
  return useMemo(
    () => read && attentionItems(plan, { ...read, memberId, managerIds: managerIds(plan), today }),
    [plan, read, memberId, today],
  );
}

/** What the plan itself does not say; undefined until it has been read. */
function useWhatWaits(plan: Plan) {
  const live = plan.sops.filter(({ isArchived }) => !isArchived);
  const inReview = live.filter(({ review }) => review !== null).map(({ id }) => id);
  const published = live.filter(({ publishedVersion }) => publishedVersion > 0).map(({ id }) => id);
  const waiting = useLive(waitingSuggestions, []);
  const newest = useLive(async () => {
    const versions = await Promise.all(inReview.map(versionsOf));
    return new Map(versions.flatMap(([first]) => (first ? [[first.sopId, first]] : [])));
  }, [inReview.join(' ')]);
  const who = useLive(() => whoCanRun(published), [published.join(' ')]);
  return useMemo(
    () => waiting && newest && who && { waiting, newest, whoCanRun: who },
    [waiting, newest, who],
  );
}
