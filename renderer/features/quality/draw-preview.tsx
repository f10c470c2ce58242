import type { SizedBy } from '#shared/quality/quality-sample';
import { zOf } from '#shared/quality/confidence';
import { finiteProportion } from '#shared/quality/finite-proportion';
import { MOST_DRAWN } from '#shared/quality/sample-size';
import { formatQuantity, formatRatio, formatRatioEnds } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { isCapped } from './draw-values.ts';
import css from './quality.module.css';
import drawCss from './draw.module.css';

interface DrawPreviewProps {
  /** Null while a figure is missing. */
  readonly sizedBy: SizedBy | null;
  /** Undefined while it is counted. */
  readonly population: number | undefined;
  readonly size: number;
}

/** Where a share is drawn, what will come out is not said: the interval is told for this. */
const USUAL_EXPECTED = 0.9;

/** How many will be drawn of how many, and how well one will know then. */
export function DrawPreview({ sizedBy, population, size }: DrawPreviewProps) {
  return (
    <div className={drawCss['preview']} aria-live="polite">
      {population === undefined && <p className={css['muted']}>{t('quality.draw.counting')}</p>}
      {population === 0 && <p className={css['muted']}>{t('quality.draw.nothing')}</p>}
      {population !== undefined && size > 0 && sizedBy && (
        <>
          <p>
            <strong className={drawCss['previewSize']}>
              {t('quality.draw.size', {
                count: formatQuantity(size),
                population: formatQuantity(population),
              })}
            </strong>{' '}
            {t('quality.draw.sizeText', { count: size })}
          </p>
          <p className={css['muted']}>{expectedText(sizedBy, population, size)}</p>
          {isCapped(sizedBy, population) && (
            <p className={css['warn']}>{t('quality.draw.capped', { count: MOST_DRAWN })}</p>
          )}
        </>
      )}
    </div>
  );
}

function expectedText(sizedBy: SizedBy, populationCount: number, size: number): string {
  const expected = sizedBy.kind === 'interval' ? sizedBy.expectedRatio : USUAL_EXPECTED;
  const stratum = { populationCount, checkedCount: size, hitCount: size * expected };
  const proportion = finiteProportion([stratum], zOf(sizedBy.confidence));
  if (!proportion) return '';
  return t('quality.draw.expectedInterval', {
    expected: formatRatio(expected),
    ...formatRatioEnds(proportion),
  });
}
