import type { StepFigures } from '#shared/metrics/sop-steps';
import { t } from '../../../i18n/text.ts';
import { medianWords, shareWords, timeWords } from './figure-words.ts';
import css from './insights.module.css';

interface StepFigureLineProps {
  readonly number: number;
  readonly figures: StepFigures | undefined;
}

const MINUTE_MS = 60_000;

/** A step's time, skips and errors in one line, each with how many runs it is of. */
export function StepFigureLine({ number, figures }: StepFigureLineProps) {
  if (!figures || figures.through.length === 0) {
    return <p className={css['stepFigures']}>{t('sopInsights.tab.noFigures', { number })}</p>;
  }
  const { time, step, skipped, off, through, blocked } = figures;
  const facts = [
    {
      key: 'time' as const,
      words: time && `${medianWords(time)}, ${t('sopInsights.insights.n', { count: time.count })}`,
    },
    {
      key: 'expected' as const,
      words: step.expectedMinutes === null ? null : timeWords(step.expectedMinutes * MINUTE_MS),
    },
    { key: 'skipped' as const, words: skipped.share && shareWords(skipped.share) },
    { key: 'off' as const, words: off.share && shareWords(off.share) },
    { key: 'blocked' as const, words: blocked.length === 0 ? null : String(blocked.length) },
  ];
  return (
    <dl className={css['stepFigures']} aria-label={t('sopInsights.tab.figures', { number })}>
      <div>
        <dt>{t('sopInsights.insights.version', { number })}</dt>
        <dd>{t('sopInsights.insights.n', { count: through.length })}</dd>
      </div>
      {facts.map(({ key, words }) =>
        words === null ? null : (
          <div
            key={key}
            data-tooltip={key === 'expected' ? undefined : t(`sopInsights.definition.${key}`)}
          >
            <dt>{t(`sopInsights.insights.column.${key}`)}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
