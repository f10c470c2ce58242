import type { Looked } from '../../../app/parts/asked-of-you/asked-dialogs.tsx';
import type { DayKey } from '#shared/day';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { AskedRow } from './asked-rows.tsx';
import type { AttentionItem } from './attention-item.ts';
import { PlanRow } from './plan-row.tsx';
import { SopRow } from './sop-row.tsx';
import { ActionRow, CheckInsRow, GapRow, ReviewRow } from './team-rows.tsx';
import { ChainRow, PressedRow, RunRow, WorkRow } from './work-rows.tsx';
import type { RowAround } from './work-rows.tsx';

interface ItemRowProps extends RowAround {
  readonly item: AttentionItem;
  readonly plan: Plan;
  /** Of whoever looks. */
  readonly zone: string;
  readonly today: DayKey;
  readonly onLook: (looked: Looked) => void;
}

/** The line of one thing, whatever it is. */
export function ItemRow({ item, plan, zone, today, onLook, ...around }: ItemRowProps) {
  switch (item.kind) {
    case 'work':
      return <WorkRow item={item} {...around} />;
    case 'chain':
      return <ChainRow item={item} {...around} />;
    case 'run': {
      const title = plan.sopById.get(item.run.sopId)?.title || t('sopInsights.attention.untitled');
      return <RunRow item={item} title={title} {...around} />;
    }
    case 'overdue':
    case 'atRisk':
    case 'forecast':
      return <PressedRow item={item} {...around} />;
    case 'sign':
    case 'take':
    case 'declined':
    case 'refused':
      return <AskedRow item={item} plan={plan} onLook={onLook} {...around} />;
    case 'action':
      return <ActionRow item={item} zone={zone} {...around} />;
    case 'gap':
      return <GapRow item={item} {...around} />;
    case 'review':
      return <ReviewRow item={item} {...around} />;
    case 'checkIns':
      return <CheckInsRow item={item} {...around} />;
    case 'plan':
      return <PlanRow item={item} plan={plan} {...around} />;
    case 'sop':
      return <SopRow item={item} plan={plan} today={today} {...around} />;
  }
}
