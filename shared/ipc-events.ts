/** What the main process says unasked, apart from the calls: this file is small enough for the preload. */

/** Channel names of the events that main sends. */
export const EVENT_CHANNELS = {
  syncStatus: 'sync-status',
  receiverStatus: 'receiver-status',
  incoming: 'incoming',
  archiveProgress: 'archive-progress',
  menuCommand: 'menu-command',
  inviteOpened: 'invite-opened',
  batchesOpened: 'batches-opened',
  updateStatus: 'update-status',
  openRoute: 'open-route',
} as const;

/** What the native menu asks the window to do. */
export const MENU_COMMANDS = [
  'log',
  'go-today',
  'go-entries',
  'go-checklists',
  'go-check-in',
  'go-wrap-up',
  'go-overview',
  'go-insights',
  'go-reviews',
  'go-quality',
  'go-strategy',
  'go-work',
  'go-outcomes',
  'go-sops',
  'go-team',
  'go-import',
  'go-sync',
  'go-settings',
  'send-now',
  'switch-workspace',
  'undo-edit',
  'shortcuts',
  'palette',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];
