import type { Seat } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';

/** What keys do, as it is listed; the keys are bound where the screens are. */
export interface Shortcut {
  readonly label: string;
  readonly keys: readonly string[];
}

export const generalShortcuts = (hasOwnWork: boolean): readonly Shortcut[] => [
  ...(hasOwnWork ? [{ label: t('app.shortcuts.log'), keys: ['L', 'Ctrl+L'] }] : []),
  { label: t('app.shortcuts.palette'), keys: ['Ctrl+K'] },
  { label: t('app.shortcuts.newWork'), keys: ['N'] },
  { label: t('app.shortcuts.recurringWork'), keys: ['Shift+N'] },
  { label: t('app.shortcuts.undo'), keys: ['Ctrl+Z'] },
  { label: t('app.shortcuts.back'), keys: ['Alt+←'] },
  { label: t('app.shortcuts.sendNow'), keys: ['Ctrl+Shift+S'] },
  { label: t('app.shortcuts.switchWorkspace'), keys: ['Ctrl+Shift+O'] },
  { label: t('app.shortcuts.settings'), keys: ['Ctrl+,'] },
  { label: t('app.shortcuts.close'), keys: ['Esc'] },
  { label: t('app.shortcuts.help'), keys: ['F1'] },
  { label: t('app.shortcuts.list'), keys: ['?'] },
];

export const listShortcuts = (): readonly Shortcut[] => [
  { label: t('app.shortcuts.move'), keys: ['↑', '↓'] },
  { label: t('app.shortcuts.ends'), keys: ['Home', 'End'] },
  { label: t('app.shortcuts.openRow'), keys: ['Enter'] },
  { label: t('app.shortcuts.rowMenu'), keys: ['Shift+F10'] },
];

export const todayShortcuts = (): readonly Shortcut[] => [
  { label: t('today.keys.move'), keys: ['J', 'K'] },
  { label: t('today.keys.carry'), keys: ['S', 'R', 'C'] },
  { label: t('today.keys.wait'), keys: ['B', 'U', 'A'] },
  { label: t('today.keys.thread'), keys: ['G'] },
  { label: t('today.keys.checklist'), keys: ['X'] },
  { label: t('today.keys.more'), keys: ['M'] },
];

export const runShortcuts = (): readonly Shortcut[] => [
  { label: t('app.shortcuts.run.act'), keys: ['Space', 'Enter'] },
  { label: t('app.shortcuts.run.move'), keys: ['PgUp', 'PgDn'] },
  { label: t('app.shortcuts.run.choose'), keys: ['1', '…', '9'] },
  { label: t('app.shortcuts.run.skip'), keys: ['S'] },
  { label: t('app.shortcuts.run.openLink'), keys: ['O'] },
  { label: t('app.shortcuts.run.pause'), keys: ['P'] },
  { label: t('app.shortcuts.run.block'), keys: ['B'] },
  { label: t('app.shortcuts.run.suggest'), keys: ['E', 'Alt+E'] },
];

export const sopShortcuts = (): readonly Shortcut[] => [
  { label: t('app.shortcuts.sop.next'), keys: ['Enter'] },
  { label: t('app.shortcuts.sop.move'), keys: ['Alt+↑', 'Alt+↓'] },
  { label: t('app.shortcuts.sop.undo'), keys: ['Ctrl+Z', 'Ctrl+Shift+Z'] },
  { label: t('app.shortcuts.sop.publish'), keys: ['Ctrl+Shift+Enter'] },
];

export const workShortcuts = (seat: Seat): readonly Shortcut[] => [
  { label: t('work.keys.move'), keys: ['H', 'J', 'K', 'L'] },
  { label: t('work.keys.choose'), keys: ['Space', 'Shift+↓'] },
  { label: t('work.keys.stage'), keys: ['Ctrl+←', 'Ctrl+→'] },
  { label: t('work.keys.own'), keys: ['S', 'B', 'U', 'C', 'E'] },
  ...(seat === 'manager'
    ? [
        { label: t('work.keys.judge'), keys: ['A', 'R'] },
        { label: t('work.keys.give'), keys: ['M', 'D'] },
      ]
    : []),
  { label: t('work.keys.filter'), keys: ['/'] },
  { label: t('work.keys.view'), keys: ['1', '…', '9'] },
  { label: t('work.keys.layout'), keys: ['V'] },
  { label: t('work.keys.lanes'), keys: ['G'] },
];
