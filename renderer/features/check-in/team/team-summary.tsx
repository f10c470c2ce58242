import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import css from './team-check-ins.module.css';
import type { TeamRow } from './use-team-check-ins.ts';

/** How the day stands in one line. */
export function TeamSummary({ rows }: { readonly rows: readonly TeamRow[] }) {
  const given = rows.filter(({ state }) => state === 'given').length;
  const asked = rows.filter(({ state }) => state !== 'off').length;
  const skipped = rows.filter(({ state }) => state === 'skipped').length;
  const heldUp = rows.filter(
    ({ checkIn, waiting }) => (checkIn?.heldUpBy ?? '') !== '' || waiting.length > 0,
  ).length;
  return (
    <p className={css['summary']}>
      <span>{t('checkIn.teamView.summary', { given, count: asked })}</span>
      {skipped > 0 && (
        <Badge tone="warn">{t('checkIn.teamView.skipped', { count: skipped })}</Badge>
      )}
      {heldUp > 0 && <Badge tone="warn">{t('checkIn.teamView.heldUp', { count: heldUp })}</Badge>}
    </p>
  );
}
