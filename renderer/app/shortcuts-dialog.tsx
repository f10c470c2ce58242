import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHasOwnWork } from './parts/own-work.ts';
import { closeShortcuts, useScreen } from '../state/screen.ts';
import { ShortcutList } from './parts/shortcut-list.tsx';

export function ShortcutsDialog() {
  const isOpen = useScreen((state) => state.isShortcutsOpen);
  const seat = useSession((state) => state.seat);
  const hasOwnWork = useHasOwnWork();
  return (
    <Dialog isOpen={isOpen} onClose={closeShortcuts} title={t('app.shortcuts.title')} size="lg">
      <ShortcutList seat={seat} hasOwnWork={hasOwnWork} />
    </Dialog>
  );
}
