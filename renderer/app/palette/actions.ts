import type { Seat } from '#shared/plan/member';
import { bridge } from '../../bridge.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { savePreferences } from '../../services/preferences.ts';
import { sendAll } from '../../services/send-all.ts';
import { pullNow } from '../../services/sync.ts';
import { openLogBar } from '../../state/log-bar.ts';
import { go, goBack } from '../../state/route.ts';
import { openShortcuts, openWelcome } from '../../state/screen.ts';
import { useSession } from '../../state/session.ts';
import { newWork, openSwitcher, recurringWork, undo } from '../commands.ts';
import type { PaletteItem } from './palette-item.ts';
import { paletteItem } from './palette-item.ts';

interface Sitting {
  readonly seat: Seat;
  readonly hasOwnWork: boolean;
}

/** Every command that works anywhere, by what the seat may do. */
export function actionItems({ seat, hasOwnWork }: Sitting): readonly PaletteItem[] {
  const isManager = seat === 'manager';
  return [
    ...(hasOwnWork ? [act('log', openLogBar, 'L'), act('quickLog', openQuickLog)] : []),
    act('newWork', newWork, 'N'),
    act('recurringWork', recurringWork, 'Shift+N'),
    ...(isManager
      ? [
          act('newOutcome', () => go('outcome', { new: '1' })),
          act('newSop', () => go('sops', { new: '1' })),
          act('invite', () => go('team', { new: '1' })),
        ]
      : []),
    act('sendNow', () => void sendAll(), 'Ctrl+Shift+S'),
    act('readFolder', () => void lookForNews()),
    act('undo', () => void undo(), 'Ctrl+Z'),
    act('back', goBack, 'Alt+←'),
    act('switchWorkspace', openSwitcher, 'Ctrl+Shift+O'),
    act('join', openWelcome),
    act('shortcuts', openShortcuts, '?'),
    act('narrowNav', turnNav),
    act('light', () => void savePreferences({ theme: 'light' })),
    act('dark', () => void savePreferences({ theme: 'dark' })),
    act('system', () => void savePreferences({ theme: 'system' })),
  ];
}

/** What was typed, as a line for the log. */
export const logLineItem = (text: string): PaletteItem =>
  paletteItem({
    id: 'act/logLine',
    group: 'actions',
    text: t('palette.act.logLine', { text }),
    open: () => openLogBar(text),
  });

const act = (
  name:
    | 'log'
    | 'quickLog'
    | 'newWork'
    | 'recurringWork'
    | 'newOutcome'
    | 'newSop'
    | 'invite'
    | 'sendNow'
    | 'readFolder'
    | 'undo'
    | 'back'
    | 'switchWorkspace'
    | 'join'
    | 'shortcuts'
    | 'narrowNav'
    | 'light'
    | 'dark'
    | 'system',
  open: () => void,
  shortcut?: string,
): PaletteItem =>
  paletteItem({
    id: `act/${name}`,
    group: 'actions',
    text: t(`palette.act.${name}`),
    shortcut,
    open,
  });

const openQuickLog = (): void => void bridge.openQuickLog();

async function lookForNews(): Promise<void> {
  const pulled = await pullNow();
  if (!pulled.ok) announceFailure(pulled.error);
}

function turnNav(): void {
  const isNavCollapsed = useSession.getState().start?.settings.isNavCollapsed ?? false;
  void savePreferences({ isNavCollapsed: !isNavCollapsed });
}
