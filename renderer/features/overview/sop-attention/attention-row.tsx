import type { ReactNode } from 'react';
import type { DayKey } from '#shared/day';
import { nextReviewOn } from '#shared/sops/review-date';
import type { Sop } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { markReviewed } from '../../../services/sop-reviews.ts';
import { go } from '../../../state/route.ts';
import { Button } from '../../../ui/button.tsx';
import type { AttentionItem } from './attention-items.ts';
import css from './sop-attention.module.css';

interface AttentionRowProps {
  readonly item: AttentionItem;
  readonly plan: Plan;
  readonly today: DayKey;
}

/** One SOP, why it is here, and what to do about it. */
export function AttentionRow({ item, plan, today }: AttentionRowProps) {
  return (
    <li className={css['row']}>
      <span className={css['title']}>{titleOf(item.sop)}</span>
      <span className={css['why']}>{reasonWords(item, plan)}</span>
      <span className={css['acts']}>{actsOn(item, today)}</span>
    </li>
  );
}

const titleOf = (sop: Sop): string => sop.title || t('sopInsights.attention.untitled');

function reasonWords(item: AttentionItem, plan: Plan): string {
  const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? id;
  switch (item.kind) {
    case 'review':
      return t(item.isNamed ? 'sopInsights.attention.review' : 'sopInsights.attention.reviewAny', {
        name: nameOf(item.askedById),
      });
    case 'waiting':
      return t('sopInsights.attention.waiting', { count: item.count });
    case 'overdue':
      return t('sopInsights.attention.overdue', { day: formatDay(item.sop.reviewOn, 'dated') });
    case 'onePerson':
      return t('sopInsights.attention.onePerson', { name: nameOf(item.memberId) });
  }
}

function actsOn({ kind, sop }: AttentionItem, today: DayKey): ReactNode {
  const title = titleOf(sop);
  switch (kind) {
    case 'review':
      return (
        <Button
          size="sm"
          aria-label={t('sopInsights.attention.readOf', { title })}
          onClick={() => go('sops', { sopId: sop.id })}
        >
          {t('sopInsights.attention.read')}
        </Button>
      );
    case 'waiting':
      return (
        <Button
          size="sm"
          aria-label={t('sopInsights.attention.decideOf', { title })}
          onClick={() => go('sops', { sopId: sop.id, side: 'suggestions' })}
        >
          {t('sopInsights.attention.decide')}
        </Button>
      );
    case 'overdue':
      return (
        <>
          <Button
            size="sm"
            variant="quiet"
            aria-label={t('sopInsights.attention.reviewedOf', { title })}
            onClick={() => void review(sop, today)}
          >
            {t('sopInsights.attention.reviewed')}
          </Button>
          <LookButton title={title} sopId={sop.id} />
        </>
      );
    case 'onePerson':
      return <LookButton title={title} sopId={sop.id} side="insights" />;
  }
}

interface LookButtonProps {
  readonly title: string;
  readonly sopId: string;
  readonly side?: string;
}

function LookButton({ title, sopId, side }: LookButtonProps) {
  return (
    <Button
      size="sm"
      aria-label={t('sopInsights.attention.openOf', { title })}
      onClick={() => go('sops', { sopId, ...(side !== undefined && { side }) })}
    >
      {t('sopInsights.attention.open')}
    </Button>
  );
}

async function review(sop: Sop, today: DayKey): Promise<void> {
  const day = formatDay(nextReviewOn(sop, today), 'dated');
  announceSaved(t('sopInsights.attention.reviewedDone', { day }), await markReviewed(sop, today));
}
