import { useStore } from 'zustand';
import { t } from '../../i18n/text.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import css from './run-view.module.css';
import type { SavingStore } from './saving.ts';
import { usePathNews } from './use-path-news.ts';
import type { RunSteps } from './use-run.ts';
import { END } from './use-run.ts';

interface RunProgressProps {
  readonly settledCount: number;
  readonly stepCount: number;
  readonly moves: RunSteps;
}

/** How far a run is, whether what was said is saved, and what the last answer did to the way. */
export function RunProgress({ settledCount, stepCount, moves }: RunProgressProps) {
  const news = usePathNews(moves.shown, moves.at?.step.id ?? END);
  return (
    <div className={css['progress']}>
      <ProgressBar
        label={t('checklists.progress', { settled: settledCount, count: stepCount })}
        value={settledCount}
        max={stepCount}
      />
      <span className={css['told']}>
        <span role="status" data-news>
          {news}
        </span>
        <SavingState store={moves.saving} hasUnsaved={moves.unsaved.size > 0} />
      </span>
    </div>
  );
}

interface SavingStateProps {
  readonly store: SavingStore;
  /** Something that was said could not be saved: what was saved before it is no news. */
  readonly hasUnsaved: boolean;
}

function SavingState({ store, hasUnsaved }: SavingStateProps) {
  const saving = useStore(store, ({ count, hasSaved }) =>
    count > 0 ? 'saving' : hasSaved && !hasUnsaved ? 'saved' : 'none',
  );
  return (
    <span role="status" data-saving={saving}>
      {saving === 'none' ? '' : t(`checklists.${saving}`)}
    </span>
  );
}
