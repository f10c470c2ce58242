import { useState } from 'react';
import { populationCount } from '#shared/quality/quality-sample';
import type { QualitySample } from '#shared/quality/quality-sample';
import type { Plan } from '../../data/plan.ts';
import { formatQuantity, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { intervalText } from './quality-words.ts';
import css from './quality.module.css';
import reviewCss from './review.module.css';
import { RangeMark } from './range-mark.tsx';
import type { Review } from './use-review.ts';

interface ReviewHeadProps {
  readonly plan: Plan;
  readonly sample: QualitySample;
  readonly review: Review;
}

/** How far the sample is looked at, what it says so far, and how it was drawn. */
export function ReviewHead({ plan, sample, review: { items, accuracy } }: ReviewHeadProps) {
  const [isProving, setIsProving] = useState(false);
  const { deliverables, pieces } = accuracy;
  const openCount = items.filter(({ state }) => state === 'open').length;
  const doneCount = items.filter(({ check }) => check !== null).length;
  const hasPieces = pieces !== null && pieces.count !== deliverables?.count;
  return (
    <div className={reviewCss['head']}>
      <div className={reviewCss['headProgress']}>
        <ProgressBar
          label={t('quality.review.progress', { done: doneCount, count: items.length })}
          value={doneCount}
          max={items.length}
        />
      </div>
      <p className={reviewCss['headFigure']} aria-live="polite">
        <span className={css['muted']}>
          {t(openCount === 0 ? 'quality.define.accepted' : 'quality.review.soFar')}
        </span>
        {deliverables ? (
          <>
            <strong className={reviewCss['headRatio']}>{formatRatio(deliverables.ratio)}</strong>
            <RangeMark
              share={deliverables}
              least={Math.floor(Math.min(0.9, deliverables.lowRatio) * 10) / 10}
            />
            <span className={css['muted']}>
              {intervalText(deliverables)}, {t('quality.n', { count: deliverables.count })}
            </span>
          </>
        ) : (
          <span className={css['muted']}>{t('quality.review.nothingYet')}</span>
        )}
      </p>
      {hasPieces && (
        <p className={reviewCss['headFigure']}>
          <span className={css['muted']}>{t('quality.review.piecesSoFar')}</span>
          <strong className={css['strong']}>{formatRatio(pieces.ratio)}</strong>
          <span className={css['muted']}>
            {intervalText(pieces)}, {t('quality.n', { count: pieces.count })}
          </span>
        </p>
      )}
      <Button size="sm" variant="quiet" onClick={() => setIsProving(true)}>
        {t('quality.review.drawnOf', {
          count: formatQuantity(accuracy.drawnCount),
          population: formatQuantity(populationCount(sample)),
        })}
      </Button>
      {isProving && <ProofDialog plan={plan} sample={sample} onClose={() => setIsProving(false)} />}
    </div>
  );
}
