import { Ellipsis, MessageSquareText } from 'lucide-react';
import type { AgendaItem } from '#shared/deliverables/agenda';
import type { EntryAction } from '#shared/deliverables/entry-actions';
import { actionsFor } from '#shared/deliverables/entry-actions';
import { GoalThread } from '../../app/parts/goal-thread.tsx';
import { RunSop } from '../../app/parts/runs/run-sop.tsx';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { ACTION_KEYS, actOnEntry, showEntryMenu } from '../../services/entry-actions.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ROW } from './use-row-keys.ts';
import { WorkFacts } from './work-facts.tsx';
import css from './work-panel.module.css';

interface WorkRowProps {
  readonly item: AgendaItem<Entry>;
  readonly plan: Plan;
  readonly nowMs: number;
  readonly zone: string;
  /** Given out since the member last looked. */
  readonly isNew: boolean;
}

/** One piece of open work: what, what it is for, what presses or holds it, and the next act. */
export function WorkRow({ item, plan, nowMs, zone, isNew }: WorkRowProps) {
  const { work, block } = item;
  const outcome = plan.outcomeById.get(work.outcomeId);
  const [main] = actionsFor(work);
  // An outcome is usually for one client: it need not be said twice.
  const client = work.client === outcome?.client ? '' : work.client;
  const about = [outcome?.name, client, work.reference];
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
        <span className={css['head']}>
          <span className={css['title']}>{workTitle(work, outcome?.unit ?? t('log.items'))}</span>
          {isNew && <Badge tone="accent">{newText(work, plan)}</Badge>}
        </span>
        <span className={css['second']}>
          <span className={css['about']}>{about.filter(Boolean).join(' · ')}</span>
          <span className={css['thread']}>
            <GoalThread outcomeId={work.outcomeId} plan={plan} tabIndex={-1} />
          </span>
        </span>
      </div>
      <div role="gridcell" className={css['facts']}>
        <WorkFacts item={item} plan={plan} nowMs={nowMs} zone={zone} />
      </div>
      <div role="gridcell" className={css['acts']}>
        <SaveMark of={work} />
        {actionsFor(work).includes('ask') && (
          <IconButton
            size="sm"
            tabIndex={-1}
            label={t('today.askAgain', { key: ACTION_KEYS.ask.toUpperCase() })}
            icon={<MessageSquareText aria-hidden />}
            onClick={() => void actOnEntry('ask', work, plan)}
          />
        )}
        <RunSop work={work} plan={plan} isCompact />
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

function newText({ assignedById }: Entry, plan: Plan): string {
  const name = plan.memberById.get(assignedById)?.name;
  return name ? t('today.newFrom', { name }) : t('today.isNew');
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
