import type { Effect, Verdict } from '#shared/metrics/sop-effect';
import type { Estimate, SopMeasure } from '#shared/metrics/sop-measures';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { countWords, differenceWords, estimateRange, valueWords } from './figure-words.ts';
import type { Behind } from './insights-tab.tsx';
import css from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import type { VersionInsight } from './read-insights.ts';
import { RunsLink } from './runs-link.tsx';

const TONES: Readonly<Record<Verdict, Tone>> = {
  helped: 'good',
  unclear: 'neutral',
  worse: 'bad',
  tooFew: 'neutral',
};

interface MeasureEffectProps {
  readonly measure: SopMeasure;
  readonly versions: readonly VersionInsight[];
  readonly onShow: (behind: Behind) => void;
}

/** One measure, version by version: how much, between what, of how many runs, and what came with each version. */
export function MeasureEffect({ measure, versions, onShow }: MeasureEffectProps) {
  const name = t(`sopInsights.measure.${measure}`);
  const said = versions.flatMap(({ figures }) => figures.estimates[measure] ?? []);
  const most = Math.max(0, ...said.map(({ value, high }) => high ?? value));
  return (
    <section className={css['measure']}>
      <h3 className={css['measureName']} data-tooltip={t(`sopInsights.definition.${measure}`)}>
        {name}
      </h3>
      {said.length === 0 ? (
        <p className={css['faint']}>{t('sopInsights.insights.nothing')}</p>
      ) : (
        <table className={css['effect']} aria-label={name}>
          <colgroup>
            <col className={css['versionColumn']} />
            <col className={css['valueColumn']} />
            <col />
            <col className={css['runsColumn']} />
          </colgroup>
          <thead className={css['unseen']}>
            <tr>
              <th scope="col">{t('sopInsights.insights.ofVersion')}</th>
              <th scope="col">{t('sopInsights.insights.value')}</th>
              <th scope="col">{t('sopInsights.insights.range95')}</th>
              <th scope="col">{t('sopInsights.insights.runs')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((insight) => (
              <VersionRows
                key={insight.version.id}
                measure={measure}
                insight={insight}
                most={most}
                onShow={onShow}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface VersionRowsProps {
  readonly measure: SopMeasure;
  readonly insight: VersionInsight;
  readonly most: number;
  readonly onShow: (behind: Behind) => void;
}

function VersionRows({ measure, insight, most, onShow }: VersionRowsProps) {
  const { version, figures, effects, before } = insight;
  const estimate = figures.estimates[measure];
  const effect = effects.find((each) => each.measure === measure);
  return (
    <>
      <tr>
        <th scope="row">{t('sopInsights.insights.version', { number: version.number })}</th>
        {estimate ? (
          <EstimateCells
            measure={measure}
            estimate={estimate}
            number={version.number}
            most={most}
            onShow={onShow}
          />
        ) : (
          <td colSpan={3} className={css['faint']}>
            {t('sopInsights.insights.nothing')}
          </td>
        )}
      </tr>
      {effect && before && (
        <tr>
          <td colSpan={4}>
            <EffectLine effect={effect} beforeNumber={before.number} />
          </td>
        </tr>
      )}
    </>
  );
}

interface EstimateCellsProps extends Pick<VersionRowsProps, 'measure' | 'most' | 'onShow'> {
  readonly estimate: Estimate;
  readonly number: number;
}

function EstimateCells({ measure, estimate, number, most, onShow }: EstimateCellsProps) {
  const what = t('sopInsights.insights.what', {
    measure: t(`sopInsights.measure.${measure}`),
    number,
  });
  return (
    <>
      <td className={css['value']}>
        <strong>{valueWords(measure, estimate.value)}</strong>{' '}
        <span className={css['faint']}>{estimateRange(measure, estimate)}</span>
      </td>
      <td className={css['bar']}>
        <IntervalBar {...estimate} most={most} />
      </td>
      <td className={css['runs']}>
        <RunsLink behind={{ what, runs: estimate.runs }} onShow={onShow}>
          {countWords(measure, estimate)}
        </RunsLink>
      </td>
    </>
  );
}

function EffectLine({
  effect: { measure, difference, verdict },
  beforeNumber,
}: {
  readonly effect: Effect;
  readonly beforeNumber: number;
}) {
  return (
    <p className={css['verdict']}>
      <Badge tone={TONES[verdict]}>{t(`sopInsights.verdict.${verdict}`)}</Badge>
      {difference && (
        <span className={css['faint']}>
          {t('sopInsights.insights.against', {
            difference: differenceWords(measure, difference),
            number: beforeNumber,
          })}
        </span>
      )}
    </p>
  );
}
