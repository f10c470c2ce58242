import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { CheckInDay } from '../../../services/check-in-days.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import css from './team-check-ins.module.css';

const SHOWN = 10;

/** The days before in marks: which had a check-in, and which were skipped. Days off have none. */
export function RecentDays({ days }: { readonly days: readonly CheckInDay[] }) {
  const shown = days.slice(-SHOWN);
  if (shown.length === 0) return null;
  const given = shown.filter(({ state }) => state === 'given').length;
  const words = t('checkIn.teamView.recent', {
    count: shown.length,
    given,
    skipped: shown.length - given,
  });
  const named = shown
    .filter(({ state }) => state === 'skipped')
    .map(({ day }) => `${formatDay(day)}: ${t('checkIn.mark.skipped')}`);
  return (
    <span className={css['marks']} data-tooltip={[words, ...named].join('\n')}>
      <VisuallyHidden>{[words, ...named].join('. ')}</VisuallyHidden>
      {shown.map(({ day, state }) => (
        <span key={day} aria-hidden className={css['mark']} data-state={state} />
      ))}
    </span>
  );
}
