import type { Member } from '#shared/plan/member';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { Plan } from '../../data/plan.ts';
import { quantityText } from '../../i18n/entry-words.ts';
import { formatDay, formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './check-in-view.module.css';
import type { DayBefore } from './use-own-check-in.ts';

interface DayBeforePanelProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly before: DayBefore | null;
}

/** What was done, from the log: nobody types it again. */
export function DayBeforePanel({ plan, member, before }: DayBeforePanelProps) {
  if (!before) return <p className={css['faint']}>{t('checkIn.done.none')}</p>;
  const { day, output } = before;
  const range = { fromDay: day, toDay: day };
  return (
    <Panel title={t('checkIn.done.title', { day: formatDay(day) })}>
      <ul>
        {output.map(({ outcomeId, totals, target }) => {
          const outcome = plan.outcomeById.get(outcomeId);
          const unit = outcome?.unit ?? t('log.items');
          const name = outcome?.name ?? t('wrapUp.line.unknown');
          const isAsked = target !== null && target > 0;
          const shown = isAsked
            ? t('checkIn.done.ofTarget', {
                quantity: formatQuantity(totals.quantity),
                target: formatQuantity(Math.round(target * 10) / 10),
                unit,
              })
            : quantityText(totals.quantity, unit);
          return (
            <li key={outcomeId} className={css['figure']}>
              <span className={css['figureName']}>{name}</span>
              <button
                type="button"
                className={css['figureLink']}
                aria-label={`${name}: ${shown}. ${t('checkIn.done.open')}`}
                onClick={() =>
                  drillDown(
                    { kind: 'custom', range, daysBy: 'member' },
                    { stage: 'completed', memberId: member.id, outcomeId },
                  )
                }
              >
                {shown}
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
