import type { CallInput } from '#shared/ipc-parsers';
import type { MenuCommand } from '#shared/ipc-events';
import { word, type WordName } from '../words/words.ts';

export type Seat = CallInput<'setMenuContext'>['seat'];
type Template = Electron.MenuItemConstructorOptions[];

export interface MenuSurroundings {
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  /** Hands a command to the window. */
  readonly send: (command: MenuCommand) => void;
}

interface View {
  readonly label: WordName;
  readonly command: MenuCommand;
}

/** The views of each seat, in the order of the window's own navigation; the first nine have Ctrl+digit. */
const VIEWS: Readonly<Record<Seat, readonly View[]>> = {
  none: [],
  manager: [
    { label: 'overview', command: 'go-overview' },
    { label: 'insights', command: 'go-insights' },
    { label: 'checkIn', command: 'go-check-in' },
    { label: 'reviews', command: 'go-reviews' },
    { label: 'strategy', command: 'go-strategy' },
    { label: 'work', command: 'go-work' },
    { label: 'outcomes', command: 'go-outcomes' },
    { label: 'entries', command: 'go-entries' },
    { label: 'quality', command: 'go-quality' },
    { label: 'sops', command: 'go-sops' },
    { label: 'team', command: 'go-team' },
    { label: 'sync', command: 'go-sync' },
  ],
  assistant: [
    { label: 'today', command: 'go-today' },
    { label: 'checkIn', command: 'go-check-in' },
    { label: 'work', command: 'go-work' },
    { label: 'entries', command: 'go-entries' },
    { label: 'checklists', command: 'go-checklists' },
    { label: 'wrapUp', command: 'go-wrap-up' },
    { label: 'reviews', command: 'go-reviews' },
    { label: 'sync', command: 'go-sync' },
  ],
};

/**
 * The menu of a seat.
 * Ctrl+Z stays the text field's undo: outside of fields the window takes the key before the menu does.
 */
export function appMenuTemplate(
  seat: Seat,
  { isMac, isPackaged, send }: MenuSurroundings,
): Template {
  const hasWorkspace = seat !== 'none';
  const item = (
    label: WordName,
    command: MenuCommand,
    accelerator?: string,
  ): Electron.MenuItemConstructorOptions => ({
    id: command,
    label: word(label),
    enabled: hasWorkspace,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const settings = { ...item('settings', 'go-settings', 'CmdOrCtrl+,'), enabled: true };
  const views = VIEWS[seat].map(({ label, command }, index) =>
    item(label, command, index < 9 ? `CmdOrCtrl+${index + 1}` : undefined),
  );
  const appMenu: Template = isMac
    ? [
        {
          role: 'appMenu',
          submenu: [
            { role: 'about', label: word('about') },
            { type: 'separator' },
            settings,
            { type: 'separator' },
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            { type: 'separator' },
            { role: 'quit', label: word('quit') },
          ],
        },
      ]
    : [];
  return [
    ...appMenu,
    {
      label: word('fileMenu'),
      submenu: [
        item('logOutput', 'log', 'CmdOrCtrl+L'),
        item('importATable', 'go-import', 'CmdOrCtrl+Shift+I'),
        item('sendNow', 'send-now', 'CmdOrCtrl+Shift+S'),
        { type: 'separator' },
        item('switchWorkspace', 'switch-workspace', 'CmdOrCtrl+Shift+O'),
        ...(isMac
          ? [{ role: 'close' as const, label: word('close') }]
          : [
              settings,
              { type: 'separator' as const },
              { role: 'quit' as const, label: word('quit') },
            ]),
      ],
    },
    {
      label: word('editMenu'),
      submenu: [
        { role: 'undo', label: word('undo') },
        { role: 'redo', label: word('redo') },
        item('undoLastChange', 'undo-edit'),
        { type: 'separator' },
        { role: 'cut', label: word('cut') },
        { role: 'copy', label: word('copy') },
        { role: 'paste', label: word('paste') },
        { role: 'selectAll', label: word('selectAll') },
      ],
    },
    {
      label: word('viewMenu'),
      submenu: [
        item('commandPalette', 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        ...views,
        ...(views.length > 0 ? [{ type: 'separator' as const }] : []),
        { role: 'resetZoom', label: word('resetZoom') },
        { role: 'zoomIn', label: word('zoomIn') },
        { role: 'zoomOut', label: word('zoomOut') },
        { role: 'togglefullscreen', label: word('togglefullscreen') },
        ...(isPackaged
          ? []
          : [
              { type: 'separator' as const },
              { role: 'reload' as const },
              { role: 'toggleDevTools' as const },
            ]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    {
      role: 'help',
      label: word('helpMenu'),
      submenu: [
        { ...item('keyboardShortcuts', 'shortcuts', 'CmdOrCtrl+/'), enabled: true },
        ...(isMac
          ? []
          : [{ type: 'separator' as const }, { role: 'about' as const, label: word('about') }]),
      ],
    },
  ];
}
