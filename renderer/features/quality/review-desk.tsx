import { useState } from 'react';
import type { QualitySample } from '#shared/quality/quality-sample';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import type { Drawn } from '../../services/quality-checks.ts';
import { acceptDrawn, skipDrawn } from '../../services/quality-checks.ts';
import { useRoute } from '../../state/route.ts';
import { DrawnDetail } from './drawn-detail.tsx';
import { DrawnList } from './drawn-list.tsx';
import css from './review.module.css';
import { ReturnDialog } from './return-dialog.tsx';
import { ReviewHead } from './review-head.tsx';
import type { DrawnItem, Review } from './use-review.ts';
import { canAccept } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { VerdictBar } from './verdict-bar.tsx';

interface ReviewDeskProps {
  readonly plan: Plan;
  readonly sample: QualitySample;
  readonly review: Review;
}

/** What was drawn beside the one that is looked at; a verdict goes on to the next that has none. */
export function ReviewDesk({ plan, sample, review }: ReviewDeskProps) {
  const { items } = review;
  const { params } = useRoute();
  const [atId, setAtId] = useState(() => params['at'] ?? firstOpen(items));
  const [isReturning, setIsReturning] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const index = Math.max(
    0,
    items.findIndex(({ deliverableId }) => deliverableId === atId),
  );
  const item = items[index];
  const drawn = item?.work ? { sampleId: sample.id, work: item.work, title: item.title } : null;
  const move = (by: 1 | -1) => {
    const next = items[Math.min(items.length - 1, Math.max(0, index + by))];
    if (next) setAtId(next.deliverableId);
  };
  const goOn = () => setAtId(nextOpen(items, index));
  const judge = async (verdict: 'accepted' | 'skipped', act: typeof acceptDrawn) => {
    if (!drawn || isSaving) return;
    setIsSaving(true);
    const saved = await act(drawn);
    setIsSaving(false);
    if (announceSaved(told(verdict, drawn, plan), saved, TOPIC)) goOn();
  };
  const acts = {
    accept: () => {
      if (item && canAccept(item)) void judge('accepted', acceptDrawn);
    },
    sendBack: () => {
      if (drawn) setIsReturning(true);
    },
    skip: () => void judge('skipped', skipDrawn),
    move,
  };
  useReviewKeys(acts);

  return (
    <>
      <ReviewHead plan={plan} sample={sample} review={review} />
      <div className={css['desk']}>
        <DrawnList plan={plan} items={items} index={index} onChoose={setAtId} />
        {item && (
          <section className={css['looked']} aria-label={item.title}>
            <VerdictBar item={item} isSaving={isSaving} acts={acts} />
            <DrawnDetail key={item.deliverableId} plan={plan} item={item} />
          </section>
        )}
      </div>
      {isReturning && drawn && (
        <ReturnDialog
          plan={plan}
          drawn={drawn}
          earlier={item?.check ?? null}
          onReturned={(saved) => {
            if (!announceSaved(told('returned', drawn, plan), saved, TOPIC)) return;
            setIsReturning(false);
            goOn();
          }}
          onClose={() => setIsReturning(false)}
        />
      )}
    </>
  );
}

/** Each verdict is told in place of the one before: there are many. */
const TOPIC = 'quality-verdict';

const told = (
  verdict: 'accepted' | 'returned' | 'skipped',
  { work, title }: Drawn,
  plan: Plan,
): string =>
  t(`quality.review.told.${verdict}`, {
    title,
    name: plan.memberById.get(work.memberId)?.name ?? '',
  });

const firstOpen = (items: readonly DrawnItem[]): string =>
  (items.find(({ state }) => state === 'open') ?? items[0])?.deliverableId ?? '';

/** The next one without a verdict, from the top again after the last; where it was if there is none. */
function nextOpen(items: readonly DrawnItem[], from: number): string {
  const round = [...items.slice(from + 1), ...items.slice(0, from)];
  return (round.find(({ state }) => state === 'open') ?? items[from])?.deliverableId ?? '';
}
