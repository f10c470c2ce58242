import { openBlock } from '#shared/deliverables/deliverable';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { waitText, workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './check-in-view.module.css';

interface WaitingPanelProps {
  readonly plan: Plan;
  readonly waiting: readonly Entry[];
  readonly nowMs: number;
}

/** What the log says of waiting already. */
export function WaitingPanel({ plan, waiting, nowMs }: WaitingPanelProps) {
  return (
    <Panel
      title={t('checkIn.waits.title')}
      note={waiting.length > 0 ? t('checkIn.waits.note') : undefined}
    >
      {waiting.length === 0 && <p className={css['faint']}>{t('checkIn.waits.none')}</p>}
      <ul>
        {waiting.map((work) => {
          const block = openBlock(work);
          const unit = plan.outcomeById.get(work.outcomeId)?.unit ?? t('log.items');
          return (
            <li key={work.id} className={css['wait']}>
              <button
                type="button"
                className={css['waitLink']}
                onClick={() => openEntryDialog({ kind: 'edit', entry: work })}
              >
                {workTitle(work, unit)}
              </button>
              {block && (
                <span className={css['faint']}>
                  {[
                    waitText(block, nowMs, plan.memberById.get(block.whoId)?.name),
                    block.wanted || block.reason,
                  ]
                    .filter(Boolean)
                    .join(': ')}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
