import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import css from './merge-state.module.css';

/** How far what others sent has been read; nothing while there is nothing to read. */
export function MergeState() {
  const { phase, done, total } = useSession((state) => state.merge);
  if (phase === 'idle') return null;
  return (
    <div className={css['merge']}>
      <ProgressBar
        label={t(phase === 'merging' ? 'app.merge.merging' : 'app.merge.rebuilding', {
          done,
          total,
        })}
        value={done}
        max={total > 0 ? total : null}
      />
    </div>
  );
}
