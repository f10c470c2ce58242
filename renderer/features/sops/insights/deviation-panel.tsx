import { deviationOf } from '#shared/metrics/sop-deviation';
import type { StepFigures } from '#shared/metrics/sop-steps';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Counted } from './counted.tsx';
import { shareWords, timeWords } from './figure-words.ts';
import type { Behind } from './insights-tab.tsx';
import css from './insights.module.css';
import type { VersionInsight } from './read-insights.ts';
import { RunsLink } from './runs-link.tsx';

interface DeviationPanelProps {
  readonly insight: VersionInsight;
  readonly onShow: (behind: Behind) => void;
}

const MINUTE_MS = 60_000;
/** Of each kind: what is further down matters less than reading on. */
const SHOWN_COUNT = 3;

/** The steps where runs leave the SOP: skipped, off, or longer than expected. */
export function DeviationPanel({
  insight: { version, figures, steps },
  onShow,
}: DeviationPanelProps) {
  const { skipped, off, late } = deviationOf(steps);
  const isNone = skipped.length + off.length + late.length === 0;
  const shared = (name: 'skipped' | 'off', most: readonly StepFigures[]): Line[] =>
    most.slice(0, SHOWN_COUNT).flatMap(({ step, through, ...shares }) => {
      const { share, runs } = shares[name];
      if (!share) return [];
      const of = t('sopInsights.insights.ofRuns', { count: runs.length, of: through.length });
      return [{ id: step.id, title: step.title, words: `${of} · ${shareWords(share)}`, runs }];
    });
  const long = late
    .slice(0, SHOWN_COUNT)
    .map(({ figures: { step, time, timed }, ratio }): Line => ({
      id: step.id,
      title: step.title,
      words: [
        t('sopInsights.insights.times', {
          ratio: formatNumber(ratio, 1),
          expected: timeWords((step.expectedMinutes ?? 0) * MINUTE_MS),
        }),
        t('sopInsights.insights.n', { count: time?.count ?? 0 }),
      ].join(', '),
      runs: timed,
    }));
  return (
    <Panel
      title={t('sopInsights.insights.deviation')}
      note={t('sopInsights.insights.withNumber', { number: version.number })}
    >
      {isNone && (
        <p className={css['faint']}>
          {t('sopInsights.insights.noDeviation', {
            count: figures.finished.length,
            number: version.number,
          })}
        </p>
      )}
      <DeviationList name="mostSkipped" lines={shared('skipped', skipped)} onShow={onShow} />
      <DeviationList name="mostOff" lines={shared('off', off)} onShow={onShow} />
      <DeviationList name="longest" lines={long} onShow={onShow} />
      <Counted of={['deviation', 'skipped', 'off', 'time']} />
    </Panel>
  );
}

interface Line extends Omit<Behind, 'what'> {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

interface DeviationListProps {
  readonly name: 'mostSkipped' | 'mostOff' | 'longest';
  readonly lines: readonly Line[];
  readonly onShow: (behind: Behind) => void;
}

function DeviationList({ name, lines, onShow }: DeviationListProps) {
  if (lines.length === 0) return null;
  const heading = t(`sopInsights.insights.${name}`);
  return (
    <section className={css['deviation']}>
      <h3 className={css['measureName']}>{heading}</h3>
      <ul>
        {lines.map(({ id, title, words, runs }) => (
          <li key={id} className={css['deviationLine']}>
            <span>{title}</span>
            <RunsLink behind={{ what: `${heading}: ${title}`, runs }} onShow={onShow}>
              {words}
            </RunsLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
