import { Ellipsis } from 'lucide-react';
import type { AgendaItem } from '#shared/deliverables/agenda';
import type { EntryAction } from '#shared/deliverables/entry-actions';
import { actionsFor } from '#shared/deliverables/entry-actions';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import { waitText, workTitle } from '../../i18n/entry-words.ts';
import { formatAgo, formatDateTime, formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { ACTION_KEYS, actOnEntry, showEntryMenu } from '../../services/entry-actions.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ROW } from './use-row-keys.ts';
import css from './work-panel.module.css';

interface WorkRowProps {
  readonly item: AgendaItem<Entry>;
  readonly plan: Plan;
  readonly nowMs: number;
  readonly zone: string;
}

/** One piece of open work: what, for which outcome, what presses or holds it, and the next act. */
export function WorkRow({ item, plan, nowMs, zone }: WorkRowProps) {
  const { work, block } = item;
  const outcome = plan.outcomeById.get(work.outcomeId);
  const [main] = actionsFor(work);
  return (
    <div
      role="row"
      tabIndex={0}
      {...{ [ROW]: work.id }}
      className={css['row']}
      data-state={block ? 'blocked' : work.startedAtMs === null ? 'waiting' : 'started'}
      onContextMenu={(event) => {
        event.preventDefault();
        void showEntryMenu(work, plan);
      }}
      onDoubleClick={() => openEntryDialog({ kind: 'edit', entry: work })}
    >
      <div role="gridcell" className={css['what']}>
        <span className={css['title']}>{workTitle(work, outcome?.unit ?? t('log.items'))}</span>
        <span className={css['about']}>
          {[outcome?.name, work.client, work.reference].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div role="gridcell" className={css['facts']}>
        <Facts item={item} nowMs={nowMs} zone={zone} />
      </div>
      <div role="gridcell" className={css['acts']}>
        <SaveMark of={work} />
        {main && <ActButton action={main} entry={work} plan={plan} />}
        <IconButton
          size="sm"
          tabIndex={-1}
          label={t('today.actions')}
          icon={<Ellipsis aria-hidden />}
          onClick={() => void showEntryMenu(work, plan)}
        />
      </div>
    </div>
  );
}

interface ActButtonProps {
  readonly action: EntryAction;
  readonly entry: Entry;
  readonly plan: Plan;
}

/** Reached by its key from the row, so it is no stop of its own for Tab. */
function ActButton({ action, entry, plan }: ActButtonProps) {
  return (
    <Button
      size="sm"
      variant="quiet"
      tabIndex={-1}
      shortcut={ACTION_KEYS[action].toUpperCase()}
      onClick={() => void actOnEntry(action, entry, plan)}
    >
      {t(`today.act.${action}`)}
    </Button>
  );
}

function Facts({ item, nowMs, zone }: Omit<WorkRowProps, 'plan'>) {
  const { work, block, dueAtMs, risk, sinceMs } = item;
  return (
    <>
      {block && (
        <span className={css['wait']} data-tooltip={block.reason || undefined}>
          {waitText(block, nowMs)}
          {block.reason !== '' && <span className={css['reason']}> · {block.reason}</span>}
        </span>
      )}
      {dueAtMs !== null && (
        <span className={css['due']} data-risk={risk} data-tooltip={formatDateTime(dueAtMs, zone)}>
          {dueAtMs < nowMs
            ? t('today.overdue', { length: formatDuration(nowMs - dueAtMs) })
            : t('today.due', { when: formatAgo(dueAtMs, nowMs) })}
        </span>
      )}
      {!block && sinceMs !== null && (
        <span className={css['since']} data-tooltip={formatDateTime(sinceMs, zone)}>
          {work.startedAtMs === null
            ? t('today.asked', { ago: formatAgo(sinceMs, nowMs) })
            : t('today.begun', { ago: formatAgo(sinceMs, nowMs) })}
        </span>
      )}
    </>
  );
}
