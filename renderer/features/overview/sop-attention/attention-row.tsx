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
import type { AttentionItem, AttentionReason } from './attention-items.ts';
import css from './sop-attention.module.css';

interface AttentionRowProps {
  readonly item: AttentionItem;
  readonly plan: Plan;
  readonly today: DayKey;
}

/** One SOP, why it is here, and what to do about it. */
export function AttentionRow({ item: { sop, reasons }, plan, today }: AttentionRowProps) {
  const title = sop.title || t('sopInsights.attention.untitled');
  const words = reasons.map((reason) => reasonWords(reason, sop, plan)).join(' · ');
  return (
    <li className={css['row']}>
      <span className={css['title']}>{title}</span>
      <span className={css['why']} data-tooltip={reasons.length > 1 ? words : undefined}>
        {words}
      </span>
      <span className={css['acts']}>
        {reasons.some(({ kind }) => kind === 'overdue') && (
          <Button
            size="sm"
            variant="quiet"
            aria-label={t('sopInsights.attention.reviewedOf', { title })}
            onClick={() => void review(sop, today)}
          >
            {t('sopInsights.attention.reviewed')}
          </Button>
        )}
        {reasons[0] && <MainAct reason={reasons[0]} sopId={sop.id} title={title} />}
      </span>
    </li>
  );
}

function reasonWords(reason: AttentionReason, sop: Sop, plan: Plan): string {
  const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? id;
  switch (reason.kind) {
    case 'review':
      return t(
        reason.isNamed ? 'sopInsights.attention.review' : 'sopInsights.attention.reviewAny',
        { name: nameOf(reason.askedById) },
      );
    case 'waiting':
      return t('sopInsights.attention.waiting', { count: reason.count });
    case 'overdue':
      return t('sopInsights.attention.overdue', { day: formatDay(sop.reviewOn, 'dated') });
    case 'onePerson':
      return t('sopInsights.attention.onePerson', { name: nameOf(reason.memberId) });
  }
}

/** Where the weightiest reason is seen to, and what the button there says. */
const ACTS = {
  review: {
    side: 'versions',
    label: 'sopInsights.attention.read',
    name: 'sopInsights.attention.readOf',
  },
  waiting: {
    side: 'suggestions',
    label: 'sopInsights.attention.decide',
    name: 'sopInsights.attention.decideOf',
  },
  overdue: {
    side: 'insights',
    label: 'sopInsights.attention.open',
    name: 'sopInsights.attention.openOf',
  },
  onePerson: {
    side: 'insights',
    label: 'sopInsights.attention.open',
    name: 'sopInsights.attention.openOf',
  },
} as const;

interface MainActProps {
  readonly reason: AttentionReason;
  readonly sopId: string;
  readonly title: string;
}

function MainAct({ reason, sopId, title }: MainActProps) {
  const { side, label, name } = ACTS[reason.kind];
  return (
    <Button size="sm" aria-label={t(name, { title })} onClick={() => go('sops', { sopId, side })}>
      {t(label)}
    </Button>
  );
}

async function review(sop: Sop, today: DayKey): Promise<void> {
  const day = formatDay(nextReviewOn(sop, today), 'dated');
  announceSaved(t('sopInsights.attention.reviewedDone', { day }), await markReviewed(sop, today));
}
