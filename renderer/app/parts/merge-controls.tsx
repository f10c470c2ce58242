import { Pause, Play, X } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { stopCatchUp } from '../../services/catch-up.ts';
import { pauseMerge, resumeMerge } from '../../services/merge-pause.ts';
import { useSession } from '../../state/session.ts';
import { IconButton } from '../../ui/icon-button.tsx';

/** Holds the reading of what others sent, goes on with it, or leaves the rest for later. */
export function MergeControls() {
  const isPaused = useSession(({ merge }) => merge.isPaused);
  return (
    <>
      <IconButton
        size="sm"
        label={t(isPaused ? 'app.merge.resume' : 'app.merge.pause')}
        icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        onClick={isPaused ? resumeMerge : pauseMerge}
      />
      <IconButton
        size="sm"
        label={t('app.merge.stop')}
        icon={<X aria-hidden />}
        onClick={stopCatchUp}
      />
    </>
  );
}
