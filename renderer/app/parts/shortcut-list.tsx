import type { Seat } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { viewOfDigit } from '../navigation.ts';
import css from './shortcut-list.module.css';

interface ShortcutListProps {
  readonly seat: Seat;
  readonly hasOwnWork: boolean;
}

interface Shortcut {
  readonly label: string;
  readonly keys: readonly string[];
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

/** Every key that works anywhere, in groups. */
export function ShortcutList({ seat, hasOwnWork }: ShortcutListProps) {
  const views = DIGITS.flatMap((digit): Shortcut[] => {
    const view = viewOfDigit(seat, hasOwnWork, digit);
    return view ? [{ label: t(`app.nav.${view}`), keys: [`Ctrl+${digit}`] }] : [];
  });
  return (
    <div className={css['groups']}>
      <Group title={t('app.shortcuts.general')} shortcuts={generalShortcuts(hasOwnWork)} />
      <Group title={t('app.shortcuts.views')} shortcuts={views} />
      <Group title={t('app.shortcuts.lists')} shortcuts={listShortcuts()} />
      {hasOwnWork && <Group title={t('app.nav.today')} shortcuts={todayShortcuts()} />}
      {hasOwnWork && <Group title={t('app.shortcuts.run.title')} shortcuts={runShortcuts()} />}
      {seat === 'manager' && (
        <Group title={t('app.shortcuts.sop.title')} shortcuts={sopShortcuts()} />
      )}
      <Group title={t('app.nav.work')} shortcuts={workShortcuts(seat)} />
    </div>
  );
}

const generalShortcuts = (hasOwnWork: boolean): readonly Shortcut[] => [
  ...(hasOwnWork ? [{ label: t('app.shortcuts.log'), keys: ['L', 'Ctrl+L'] }] : []),
  { label: t('app.shortcuts.newWork'), keys: ['N'] },
  { label: t('app.shortcuts.recurringWork'), keys: ['Shift+N'] },
  { label: t('app.shortcuts.undo'), keys: ['Ctrl+Z'] },
  { label: t('app.shortcuts.back'), keys: ['Alt+←'] },
  { label: t('app.shortcuts.sendNow'), keys: ['Ctrl+Shift+S'] },
  { label: t('app.shortcuts.switchWorkspace'), keys: ['Ctrl+Shift+O'] },
  { label: t('app.shortcuts.settings'), keys: ['Ctrl+,'] },
  { label: t('app.shortcuts.close'), keys: ['Esc'] },
  { label: t('app.shortcuts.list'), keys: ['?'] },
];

const listShortcuts = (): readonly Shortcut[] => [
  { label: t('app.shortcuts.move'), keys: ['↑', '↓'] },
  { label: t('app.shortcuts.ends'), keys: ['Home', 'End'] },
  { label: t('app.shortcuts.openRow'), keys: ['Enter'] },
  { label: t('app.shortcuts.rowMenu'), keys: ['Shift+F10'] },
];

const todayShortcuts = (): readonly Shortcut[] => [
  { label: t('today.keys.move'), keys: ['J', 'K'] },
  { label: t('today.keys.carry'), keys: ['S', 'R', 'C'] },
  { label: t('today.keys.wait'), keys: ['B', 'U', 'A'] },
  { label: t('today.keys.thread'), keys: ['G'] },
  { label: t('today.keys.checklist'), keys: ['X'] },
  { label: t('today.keys.more'), keys: ['M'] },
];

const runShortcuts = (): readonly Shortcut[] => [
  { label: t('app.shortcuts.run.act'), keys: ['Space', 'Enter'] },
  { label: t('app.shortcuts.run.move'), keys: ['PgUp', 'PgDn'] },
  { label: t('app.shortcuts.run.choose'), keys: ['1', '…', '9'] },
  { label: t('app.shortcuts.run.skip'), keys: ['S'] },
  { label: t('app.shortcuts.run.openLink'), keys: ['O'] },
  { label: t('app.shortcuts.run.pause'), keys: ['P'] },
  { label: t('app.shortcuts.run.block'), keys: ['B'] },
  { label: t('app.shortcuts.run.suggest'), keys: ['E', 'Alt+E'] },
];

const sopShortcuts = (): readonly Shortcut[] => [
  { label: t('app.shortcuts.sop.next'), keys: ['Enter'] },
  { label: t('app.shortcuts.sop.move'), keys: ['Alt+↑', 'Alt+↓'] },
  { label: t('app.shortcuts.sop.undo'), keys: ['Ctrl+Z', 'Ctrl+Shift+Z'] },
];

const workShortcuts = (seat: Seat): readonly Shortcut[] => [
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

function Group({
  title,
  shortcuts,
}: {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}) {
  return (
    <section>
      <h3 className={css['title']}>{title}</h3>
      <dl>
        {shortcuts.map(({ label, keys }) => (
          <div key={label} className={css['row']}>
            <dt>{label}</dt>
            <dd className={css['keys']}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
