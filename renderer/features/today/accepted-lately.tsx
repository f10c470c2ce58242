import { Check } from 'lucide-react';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { Stage } from '#shared/deliverables/deliverable';
import type { Entry } from '../../data/deliverables.ts';
import { findEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { useAfterFirstScreen } from '../../state/first-screen.ts';
import css from './logged-panel.module.css';
import { useSeen } from './use-seen.ts';

interface AcceptedLatelyProps {
  readonly plan: Plan;
  readonly memberId: string;
  readonly day: DayKey;
}

/** So far back a manager's word is still news … */
const DAYS = 14;
/** … and so many pieces are named. */
const NAMED = 3;
const AT_MOST = 200;

/** What was accepted since the member last looked: the good word must not pass unread. */
export function AcceptedLately({ plan, memberId, day }: AcceptedLatelyProps) {
  const accepted = useAccepted(memberId, day);
  const isUnseen = useSeen(
    'accepted',
    accepted?.map(({ id }) => id),
  );
  const fresh = (accepted ?? []).filter(({ id, acceptedAtMs }) => isUnseen(id, acceptedAtMs));
  if (fresh.length === 0) return null;
  const titles = fresh
    .slice(0, NAMED)
    .map((work) => workTitle(work, plan.outcomeById.get(work.outcomeId)?.unit ?? t('log.items')));
  const more = fresh.length - titles.length;
  return (
    <p className={css['lately']}>
      <Check size={14} aria-hidden />
      {t('today.acceptedLately', { titles: titles.join(', ') })}
      {more > 0 && ` ${t('today.more', { count: more })}`}
    </p>
  );
}

/** Read when the screen stands; undefined until then. */
function useAccepted(memberId: string, day: DayKey): readonly Entry[] | undefined {
  const isAfter = useAfterFirstScreen();
  return useLive(async () => {
    if (!isAfter) return undefined;
    const fromDay = addDays(day, -DAYS);
    const filter = { memberIds: [memberId], stages: ACCEPTED, fromDay, toDay: day };
    return (await findEntries(filter, AT_MOST)).entries;
  }, [isAfter, memberId, day]);
}

const ACCEPTED: readonly Stage[] = ['accepted'];
