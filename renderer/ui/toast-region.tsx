import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../i18n/text.ts';
import type { Tone } from './badge.tsx';
import type { ToastMessage } from './toast.ts';
import { listenToToasts } from './toast.ts';
import css from './toast-region.module.css';
import { ToneIcon } from './tone-icon.tsx';

/** Long enough to read a sentence and to reach Undo. */
const SHOWN_MS = 7_000;

interface ToastData {
  readonly tone: Tone;
}

const manager = Base.createToastManager<ToastData>();

/** Where messages are shown. F6 moves the focus to them. */
export function ToastRegion() {
  useEffect(() => listenToToasts(add), []);
  return (
    <Base.Provider toastManager={manager} timeout={SHOWN_MS} limit={4}>
      <Base.Portal>
        <Base.Viewport className={css['viewport']} aria-label={t('ui.notifications')}>
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const { toasts } = Base.useToastManager<ToastData>();
  return toasts.map((toast) => {
    const tone = toast.data?.tone ?? 'neutral';
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        className={css['toast']}
        data-tone={tone}
        // See hasOpenDialog.
        data-toast=""
      >
        <Base.Content className={css['content']}>
          <ToneIcon tone={tone} className={css['icon']} />
          <div className={css['words']}>
            <Base.Title className={css['title']} render={<p />} />
            <Base.Description className={css['text']} />
          </div>
          <Base.Action className={css['action']} />
          <Base.Close className={css['close']} aria-label={t('ui.dismiss')}>
            <X size={14} aria-hidden />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}

function add({ title, text, tone = 'neutral', topic, action }: ToastMessage): void {
  const id = manager.add({
    title,
    description: text,
    // A failure waits until it has been read.
    timeout: tone === 'bad' ? 0 : SHOWN_MS,
    data: { tone },
    ...(topic !== undefined && { id: topic }),
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.onSelect();
        },
      },
    }),
  });
}
