import { t } from '../i18n/text.ts';
import { continueCatchUp } from '../services/catch-up.ts';
import type { MergeProgress } from '../state/session.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import css from './merge-state.module.css';
import { MergeControls } from './parts/merge-controls.tsx';
import { paceText } from './parts/merge-pace.ts';

/** How far what others sent has been read; nothing while there is nothing to read. */
export function MergeState() {
  const merge = useSession((state) => state.merge);
  if (merge.phase === 'idle') return null;
  return merge.phase === 'stopped' ? <Stopped merge={merge} /> : <Running merge={merge} />;
}

function Running({ merge }: { readonly merge: MergeProgress }) {
  const { done, total } = merge;
  return (
    <div className={css['merge']} data-tooltip={paceText(merge) || undefined}>
      <div className={css['bar']}>
        <ProgressBar label={labelOf(merge)} value={done} max={total > 0 ? total : null} />
      </div>
      <MergeControls />
    </div>
  );
}

function Stopped({ merge: { done, total } }: { readonly merge: MergeProgress }) {
  return (
    <div className={css['merge']}>
      <span>{t('app.merge.stopped', { left: total - done })}</span>
      <Button size="sm" onClick={() => void continueCatchUp()}>
        {t('app.merge.goOn')}
      </Button>
    </div>
  );
}

function labelOf({ phase, done, total, isPaused }: MergeProgress): string {
  if (isPaused) return t('app.merge.paused', { done, total });
  return t(phase === 'rebuilding' ? 'app.merge.rebuilding' : 'app.merge.merging', { done, total });
}
