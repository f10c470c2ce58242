import { acceleratorText } from '#shared/accelerator';
import type { Seat } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { viewOfDigit } from '../navigation.ts';
import {
  generalShortcuts,
  listShortcuts,
  runShortcuts,
  sopShortcuts,
  todayShortcuts,
  workShortcuts,
} from './shortcut-groups.ts';
import type { Shortcut } from './shortcut-groups.ts';
import css from './shortcut-list.module.css';

interface ShortcutListProps {
  readonly seat: Seat;
  readonly hasOwnWork: boolean;
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

/** Every key that works anywhere, in groups. */
export function ShortcutList({ seat, hasOwnWork }: ShortcutListProps) {
  const views = DIGITS.flatMap((digit): Shortcut[] => {
    const view = viewOfDigit(seat, hasOwnWork, digit);
    return view ? [{ label: t(`app.nav.${view}`), keys: [`Ctrl+${digit}`] }] : [];
  });
  const quickLog = useQuickLogKey();
  return (
    <div className={css['groups']}>
      <Group
        title={t('app.shortcuts.general')}
        shortcuts={[...generalShortcuts(hasOwnWork), ...quickLog]}
      />
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

/** The one key that works while another program is in front, where it is switched on. */
function useQuickLogKey(): readonly Shortcut[] {
  const start = useSession((state) => state.start);
  if (!start?.settings.hasQuickLog) return [];
  const keys = acceleratorText(start.settings.quickLogKey, start.platform === 'darwin');
  return [{ label: t('app.shortcuts.quickLog'), keys: [keys] }];
}

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
