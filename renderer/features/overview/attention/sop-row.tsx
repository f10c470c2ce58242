import { BookOpen } from 'lucide-react';
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
import type { AttentionReason } from '../sop-attention/attention-items.ts';
import type { AttentionItem } from './attention-item.ts';
import { AttentionRow } from './attention-row.tsx';
import type { RowAround } from './work-rows.tsx';

interface SopRowProps extends RowAround {
  readonly item: Extract<AttentionItem, { readonly kind: 'sop' }>;
  readonly plan: Plan;
  readonly today: DayKey;
}

/** One SOP, all that is to be said of it, and what to do about it. */
export function SopRow({ item: { item }, plan, today, onPutOff }: SopRowProps) {
  const { sop, reasons } = item;
  const title = sop.title || t('sopInsights.attention.untitled');
  const why = reasons.map((reason) => reasonWords(reason, sop, plan)).join(' · ');
  return (
    <AttentionRow icon={BookOpen} title={title} why={why} onPutOff={onPutOff}>
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
    </AttentionRow>
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
