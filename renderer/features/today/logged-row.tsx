import { currencyOf } from '#shared/plan/workspace';
import { memo } from 'react';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { GoalThread } from '../../app/parts/goal-thread.tsx';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import { quantityText } from '../../i18n/entry-words.ts';
import { formatMoney, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { showEntryMenu } from '../../services/entry-actions.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import css from './logged-panel.module.css';
import { ROW } from './use-row-keys.ts';

interface LoggedRowProps {
  readonly entry: Entry;
  readonly plan: Plan;
  readonly zone: string;
}

/** One line of the day's log. */
export const LoggedRow = memo(function LoggedRow({ entry, plan, zone }: LoggedRowProps) {
  const outcome = plan.outcomeById.get(entry.outcomeId);
  const currency = currencyOf(plan.workspace, entry.currency);
  const details = [
    outcome?.name,
    entry.client,
    entry.reference,
    entry.valueMinor === null ? '' : formatMoney(entry.valueMinor, currency),
  ];
  return (
    <div
      role="row"
      tabIndex={0}
      {...{ [ROW]: entry.id }}
      className={css['row']}
      onContextMenu={(event) => {
        event.preventDefault();
        void showEntryMenu(entry, plan);
      }}
      onDoubleClick={() => openEntryDialog({ kind: 'edit', entry })}
    >
      <span role="gridcell" className={css['time']}>
        {entry.completedAtMs === null ? '' : formatTime(entry.completedAtMs, zone)}
      </span>
      <span role="gridcell" className={css['what']}>
        <span className={css['head']}>
          <span className={css['quantity']}>
            {quantityText(entry.quantity, outcome?.unit ?? t('log.items'))}
          </span>
          {entry.acceptedAtMs !== null && (
            <span className={css['accepted']}>{acceptedText(entry, plan)}</span>
          )}
          {(entry.errors ?? 0) > 0 && (
            <span className={css['errors']}>{t('log.errors', { count: entry.errors ?? 0 })}</span>
          )}
          <span className={css['details']}>{details.filter(Boolean).join(' · ')}</span>
        </span>
        {(entry.title || entry.note) !== '' && (
          <span className={css['note']}>
            {[entry.title, entry.note].filter(Boolean).join(': ')}
          </span>
        )}
      </span>
      <span role="gridcell" className={css['mark']}>
        <span className={css['thread']}>
          <GoalThread outcomeId={entry.outcomeId} plan={plan} tabIndex={-1} />
        </span>
        <SaveMark of={entry} />
      </span>
    </div>
  );
}, isSameRow);

/** The whole day is read again after every entry; a row is drawn again where it says something else. */
function isSameRow(before: LoggedRowProps, after: LoggedRowProps): boolean {
  return (
    before.plan === after.plan &&
    before.zone === after.zone &&
    JSON.stringify(before.entry) === JSON.stringify(after.entry)
  );
}

function acceptedText({ reviewedById }: Entry, plan: Plan): string {
  const name = plan.memberById.get(reviewedById)?.name;
  return name ? t('today.acceptedBy', { name }) : t('log.stage.accepted');
}
