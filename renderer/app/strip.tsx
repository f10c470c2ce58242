import { ArrowLeft, PencilLine } from 'lucide-react';
import { Suspense, lazy, useEffect, useRef } from 'react';
import { t } from '../i18n/text.ts';
import { openLogBar, useLogBar } from '../state/log-bar.ts';
import { goBack, useCanGoBack } from '../state/route.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { MergeState } from './merge-state.tsx';
import { useHasOwnWork } from './parts/own-work.ts';
import { SaveState } from './save-state.tsx';
import css from './strip.module.css';
import { useFetchedWhenIdle } from './use-fetched-when-idle.ts';

const loadLogBar = async () => {
  const { LogBar } = await import('../features/log/log-bar.tsx');
  return { default: LogBar };
};
const LogBar = lazy(loadLogBar);

/** The command strip: the log bar where there is something to log, the state of saving always. */
export function Strip() {
  const isLogOpen = useLogBar((state) => state.isOpen);
  const hasOwnWork = useHasOwnWork();
  const canGoBack = useCanGoBack();
  useFetchedWhenIdle(loadLogBar, hasOwnWork);
  return (
    <header className={css['strip']}>
      <IconButton
        label={t('app.back')}
        shortcut="Alt+←"
        icon={<ArrowLeft aria-hidden />}
        isDisabled={!canGoBack}
        onClick={goBack}
      />
      <div className={css['command']}>
        {hasOwnWork && (isLogOpen ? <OpenLogBar /> : <LogButton />)}
      </div>
      <div className={css['states']}>
        <MergeState />
        <SaveState />
      </div>
    </header>
  );
}

function OpenLogBar() {
  return (
    <Suspense fallback={<PendingLogBar />}>
      <LogBar />
    </Suspense>
  );
}

/** What is typed while the bar is being fetched goes into it, and not to the keys of the view. */
function PendingLogBar() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      type="text"
      className={css['log']}
      aria-label={t('log.bar.label')}
      onChange={(event) => openLogBar(event.target.value)}
    />
  );
}

function LogButton() {
  return (
    <button
      type="button"
      id="log-output"
      className={css['log']}
      aria-keyshortcuts="L Control+L"
      onClick={() => openLogBar()}
    >
      <PencilLine size={15} strokeWidth={1.75} aria-hidden />
      <VisuallyHidden>{t('app.log.open')}</VisuallyHidden>
      <span className={css['hint']}>{t('app.log.hint')}</span>
      <span aria-hidden>
        <Kbd>L</Kbd>
      </span>
    </button>
  );
}
