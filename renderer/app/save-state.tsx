import { CheckCheck, CircleAlert, Clock, HardDrive, TriangleAlert } from 'lucide-react';
import { useSaveTotals } from '../data/save-state.ts';
import { t } from '../i18n/text.ts';
import { go } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import css from './save-state.module.css';
import type { SaveLine } from './save-line.ts';
import { saveLine } from './save-line.ts';

const ICONS = {
  quiet: HardDrive,
  busy: Clock,
  good: CheckCheck,
  waiting: Clock,
  flawed: TriangleAlert,
  bad: CircleAlert,
} as const satisfies Record<SaveLine['tone'], unknown>;

/** Always in sight: whether what was done is saved, sent and received. Opens Sync. */
export function SaveState() {
  const sync = useSession((state) => state.sync);
  const isSample = useSession((state) => state.workspace?.isSample ?? false);
  const line = saveLine(useSaveTotals(), sync, isSample);
  const Icon = ICONS[line.tone];
  return (
    <button
      type="button"
      className={css['state']}
      data-tone={line.tone}
      data-tooltip={t('app.save.open')}
      onClick={() => go('sync')}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden className={css['icon']} />
      <span role="status">
        {t(...line.text)}
        {line.more && <span className={css['more']}> · {t(...line.more)}</span>}
      </span>
    </button>
  );
}
