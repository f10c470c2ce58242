import type { CallInput } from '#shared/ipc-parsers';
import type { MenuCommand } from '#shared/ipc-events';

export type Seat = CallInput<'setMenuContext'>['seat'];
type Template = Electron.MenuItemConstructorOptions[];

export interface MenuSurroundings {
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  /** Hands a command to the window. */
  readonly send: (command: MenuCommand) => void;
}

interface View {
  readonly label: string;
  readonly command: MenuCommand;
}

/** The views of each seat, in the order of the window's own navigation; the first nine have Ctrl+digit. */
const VIEWS: Readonly<Record<Seat, readonly View[]>> = {
  none: [],
  manager: [
    { label: 'Overview', command: 'go-overview' },
    { label: 'Insights', command: 'go-insights' },
    { label: 'Check-in', command: 'go-check-in' },
    { label: 'Reviews', command: 'go-reviews' },
    { label: 'Strategy', command: 'go-strategy' },
    { label: 'Work', command: 'go-work' },
    { label: 'Outcomes', command: 'go-outcomes' },
    { label: 'Entries', command: 'go-entries' },
    { label: 'Quality', command: 'go-quality' },
    { label: 'SOPs', command: 'go-sops' },
    { label: 'Team', command: 'go-team' },
    { label: 'Sync', command: 'go-sync' },
  ],
  assistant: [
    { label: 'Today', command: 'go-today' },
    { label: 'Check-in', command: 'go-check-in' },
    { label: 'Work', command: 'go-work' },
    { label: 'Entries', command: 'go-entries' },
    { label: 'Checklists', command: 'go-checklists' },
    { label: 'Wrap up', command: 'go-wrap-up' },
    { label: 'Reviews', command: 'go-reviews' },
    { label: 'Sync', command: 'go-sync' },
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
    label: string,
    command: MenuCommand,
    accelerator?: string,
  ): Electron.MenuItemConstructorOptions => ({
    id: command,
    label,
    enabled: hasWorkspace,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const settings = { ...item('Settings…', 'go-settings', 'CmdOrCtrl+,'), enabled: true };
  const views = VIEWS[seat].map(({ label, command }, index) =>
    item(label, command, index < 9 ? `CmdOrCtrl+${index + 1}` : undefined),
  );
  const appMenu: Template = isMac
    ? [
        {
          role: 'appMenu',
          submenu: [
            { role: 'about' },
            { type: 'separator' },
            settings,
            { type: 'separator' },
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            { type: 'separator' },
            { role: 'quit' },
          ],
        },
      ]
    : [];
  return [
    ...appMenu,
    {
      label: '&File',
      submenu: [
        item('Log Output…', 'log', 'CmdOrCtrl+L'),
        item('Import a Table…', 'go-import', 'CmdOrCtrl+Shift+I'),
        item('Send Now', 'send-now', 'CmdOrCtrl+Shift+S'),
        { type: 'separator' },
        item('Switch Workspace…', 'switch-workspace', 'CmdOrCtrl+Shift+O'),
        ...(isMac
          ? [{ role: 'close' as const }]
          : [settings, { type: 'separator' as const }, { role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        item('Undo Last Change', 'undo-edit'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        ...views,
        ...(views.length > 0 ? [{ type: 'separator' as const }] : []),
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
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
      label: '&Help',
      submenu: [
        { ...item('Keyboard Shortcuts', 'shortcuts', 'CmdOrCtrl+/'), enabled: true },
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'about' as const }]),
      ],
    },
  ];
}
