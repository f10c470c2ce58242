import { X } from 'lucide-react';
import { stageOf } from '#shared/deliverables/deliverable';
import { EntryHistory } from '../../app/parts/entry-history.tsx';
import { EntryLife } from '../../app/parts/entry-life.tsx';
import { GoalThread } from '../../app/parts/goal-thread.tsx';
import { EntryVerdicts } from '../../app/parts/quality/entry-verdicts.tsx';
import { RunSop } from '../../app/parts/runs/run-sop.tsx';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import { OddNote } from '../../app/parts/odd-entry.tsx';
import { StageBadge } from '../../app/parts/stage-badge.tsx';
import { t } from '../../i18n/text.ts';
import type { ButtonProps } from '../../ui/button.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DetailFacts } from './detail-facts.tsx';
import { DetailNeeds } from './detail-needs.tsx';
import { DetailPromises } from './detail-promises.tsx';
import { DetailWaits } from './detail-waits.tsx';
import { actionLabel, doWork } from './do-work.ts';
import type { Work } from './use-work.ts';
import type { WorkAction } from './work-actions.ts';
import { WORK_KEYS, actionsOn } from './work-actions.ts';
import type { WorkItem } from './work-item.ts';
import { standText } from './work-words.ts';
import css from './work-detail.module.css';

interface WorkDetailProps {
  readonly work: Work;
  readonly item: WorkItem;
  readonly onOpen: (item: WorkItem) => void;
  readonly onClose: () => void;
  /** Gives the keys back to the work: what was pressed here may be gone when it is done. */
  readonly onLeave: () => void;
}

/** One piece of work whole: what can be done, what it is for, what presses, what it waited and waits for, and who wrote what. */
export function WorkDetail({ work, item, onOpen, onClose, onLeave }: WorkDetailProps) {
  const { plan, viewer } = work;
  const { entry } = item;
  const outcome = plan.outcomeById.get(entry.outcomeId);
  const [main, ...others] = actionsOn(entry, viewer);
  return (
    <aside className={css['detail']} aria-label={t('work.detail.label')}>
      <header className={css['header']}>
        <div className={css['heading']}>
          <h2 className={css['title']}>{item.title}</h2>
          <p className={css['about']}>
            <StageBadge stage={stageOf(entry)} />
            <SaveMark of={entry} />
            <span className={css['faint']}>{standText(item, work.nowMs)}</span>
          </p>
        </div>
        <IconButton
          size="sm"
          label={t('work.detail.close')}
          shortcut="Esc"
          icon={<X aria-hidden />}
          onClick={onClose}
        />
      </header>
      {main && (
        <div className={css['acts']}>
          {[main, ...others].map((action) => (
            <Button
              key={action}
              size="sm"
              variant={variantOf(action, main)}
              shortcut={shortcutOf(WORK_KEYS[action])}
              onClick={() => {
                onLeave();
                void doWork(action, [entry], plan, viewer);
              }}
            >
              {actionLabel(action, entry, viewer)}
            </Button>
          ))}
        </div>
      )}
      <OddNote entry={entry} plan={plan} />
      <section className={css['for']}>
        <p className={css['outcome']}>{outcome?.name ?? t('work.detail.noOutcome')}</p>
        {outcome?.why && <p className={css['faint']}>{outcome.why}</p>}
        <GoalThread outcomeId={entry.outcomeId} plan={plan} isWhole />
        <RunSop work={entry} plan={plan} />
      </section>
      <DetailPromises item={item} work={work} />
      <DetailWaits item={item} work={work} />
      <DetailNeeds item={item} work={work} onOpen={onOpen} />
      <DetailFacts item={item} work={work} />
      <EntryLife entry={entry} />
      <EntryVerdicts entry={entry} plan={plan} />
      <EntryHistory entry={entry} plan={plan} />
    </aside>
  );
}

/** Only what carries the work further stands out. */
const FORWARD: ReadonlySet<WorkAction> = new Set([
  'start',
  'respond',
  'unblock',
  'complete',
  'accept',
]);

function variantOf(action: WorkAction, main: WorkAction): ButtonProps['variant'] {
  if (action === 'delete') return 'quiet';
  return action === main && FORWARD.has(action) ? 'primary' : 'secondary';
}

function shortcutOf(key: string): string | undefined {
  if (key === '') return undefined;
  return key === 'Delete' ? 'Del' : key.toUpperCase();
}
