import { useMemo, useState } from 'react';
import type { DayKey } from '#shared/day';
import { waitingSuggestions } from '../../../data/about-sops.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { versionsOf } from '../../../data/sops.ts';
import { whoCanRun } from '../../../data/who-can-run.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { managerIds } from '../../../services/managers.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { attentionItems } from './attention-items.ts';
import { AttentionRow } from './attention-row.tsx';
import css from './sop-attention.module.css';

/** How many are listed until one asks for all. */
const FIRST_COUNT = 4;

interface SopAttentionProps {
  readonly plan: Plan;
  /** In the manager's own zone. */
  readonly today: DayKey;
}

/** SOPs that wait for a manager, each with what to do about it; nothing where none does. */
export function SopAttention({ plan, today }: SopAttentionProps) {
  const memberId = useSession((session) => session.memberId);
  const [isWhole, setIsWhole] = useState(false);
  const read = useAttention(plan);
  const items = useMemo(
    () =>
      read ? attentionItems(plan, { ...read, memberId, managerIds: managerIds(plan), today }) : [],
    [plan, read, memberId, today],
  );
  if (items.length === 0) return null;
  const shown = isWhole ? items : items.slice(0, FIRST_COUNT);
  return (
    <Panel title={t('sopInsights.attention.title')} note={formatNumber(items.length)}>
      <ul className={css['list']}>
        {shown.map((item) => (
          <AttentionRow key={item.sop.id} item={item} plan={plan} today={today} />
        ))}
      </ul>
      {items.length > FIRST_COUNT && (
        <Button
          size="sm"
          variant="quiet"
          className={css['all']}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole
            ? t('sopInsights.attention.showLess')
            : t('sopInsights.attention.showAll', { count: items.length })}
        </Button>
      )}
    </Panel>
  );
}

/** What the plan itself does not say; undefined until it has been read. */
function useAttention(plan: Plan) {
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
