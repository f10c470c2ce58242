import type { ChangeFigure, ReviewFigures } from '#shared/cadence/review-figures';
import { drillDown } from '../../../app/parts/drill-down.ts';
import { formatDay, formatNumber, formatQuantity, formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { Panel } from '../../../ui/panel.tsx';
import { signed } from './amount-words.ts';
import { periodOf } from './figure-period.ts';
import css from './figures.module.css';

/** What moved against the days before, whose part in it was how large, and which procedures changed meanwhile. */
export function ChangesSection({ figures }: { readonly figures: ReviewFigures }) {
  const { changes, versions } = figures;
  const who = figures.kind === 'monthly' ? { memberId: figures.memberId } : {};
  return (
    <Panel title={t('reviews.changes.title')}>
      {changes.length + versions.length === 0 && (
        <p className={css['none']}>{t('reviews.changes.none')}</p>
      )}
      <ul className={css['lines']}>
        {changes.map((change) => (
          <li key={`${change.of} ${change.outcomeId}`} className={css['line']}>
            <button
              type="button"
              className={css['link']}
              onClick={() =>
                drillDown(periodOf(figures), {
                  ...who,
                  ...(change.outcomeId && { outcomeId: change.outcomeId }),
                  stage: 'completed',
                })
              }
            >
              {changeWords(change)}
            </button>
            <span className={css['side']}>
              {changed(change, change.after - change.before)}
              {change.of !== 'quantity' && (
                <span className={css['count']}>
                  {t('reviews.changes.counts', {
                    before: formatNumber(change.beforeCount),
                    after: formatNumber(change.afterCount),
                  })}
                </span>
              )}
            </span>
            {change.parts.length > 0 && (
              <span className={css['about']}>{partWords(change).join(' · ')}</span>
            )}
          </li>
        ))}
        {versions.map(({ sopId, title, number, day }) => (
          <li key={`${sopId} ${number}`} className={css['line']}>
            <button
              type="button"
              className={css['link']}
              onClick={() => go('sops', { sopId, side: 'versions' })}
            >
              {t('reviews.changes.version', { title, number, day: formatDay(day) })}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function changeWords({ of, name, unit, before, after }: ChangeFigure): string {
  if (of !== 'quantity') {
    return t(`reviews.changes.${of}`, { before: formatRatio(before), after: formatRatio(after) });
  }
  return t('reviews.changes.quantity', {
    name: name || t('reviews.output.unnamed'),
    before: formatQuantity(before),
    after: formatQuantity(after),
    unit,
  });
}

const changed = ({ of }: ChangeFigure, change: number): string =>
  of === 'quantity'
    ? signed(formatQuantity(Math.abs(change)), change)
    : signed(
        t('reviews.changes.points', { points: formatNumber(Math.abs(change) * 100, 1) }),
        change,
      );

/** The parts and the rest, which add up to the whole change. */
function partWords(change: ChangeFigure): readonly string[] {
  const parts = change.parts.map((part) =>
    t('reviews.changes.part', { name: part.name, change: changed(change, part.change) }),
  );
  const isRest = Math.abs(change.rest) > SEEN;
  return isRest
    ? [...parts, t('reviews.changes.rest', { change: changed(change, change.rest) })]
    : parts;
}

/** Sums of fractions that differ by less are the same. */
const SEEN = 1e-6;
