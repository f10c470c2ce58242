import { LEAST_RUNS } from '#shared/metrics/sop-effect';
import type { SopMeasure } from '#shared/metrics/sop-measures';
import { SOP_MEASURES } from '#shared/metrics/sop-measures';
import { t } from '../../../i18n/text.ts';
import css from './insights.module.css';

const STEP_FIGURES = ['time', 'skipped', 'off', 'blocked', 'stopped'] as const;
type Defined =
  | SopMeasure
  | (typeof STEP_FIGURES)[number]
  | 'runs'
  | 'interval'
  | 'verdict'
  | 'deviation'
  | 'stranger';

interface CountedProps {
  readonly of: readonly Defined[];
}

/** How the figures above are counted, for who wants to know. */
export function Counted({ of }: CountedProps) {
  return (
    <details className={css['counted']}>
      <summary>{t('sopInsights.insights.counted')}</summary>
      <dl>
        {of.map((name) => (
          <div key={name}>
            {nameOf(name) !== '' && <dt>{nameOf(name)}</dt>}
            <dd>{t(`sopInsights.definition.${name}`, { count: LEAST_RUNS })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Empty where the definition speaks for itself. */
function nameOf(name: Defined): string {
  const measure = SOP_MEASURES.find((each) => each === name);
  if (measure) return t(`sopInsights.measure.${measure}`);
  const figure = STEP_FIGURES.find((each) => each === name);
  if (figure) return t(`sopInsights.insights.column.${figure}`);
  return name === 'runs' ? t('sopInsights.insights.runs') : '';
}
