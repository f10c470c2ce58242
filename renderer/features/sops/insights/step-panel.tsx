import { useState } from 'react';
import type { StepFigures, StepShare } from '#shared/metrics/sop-steps';
import { formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Counted } from './counted.tsx';
import { spanWords, timeWords } from './figure-words.ts';
import type { Behind } from './insights-tab.tsx';
import css from './insights.module.css';
import type { VersionInsight } from './read-insights.ts';
import { RunsLink } from './runs-link.tsx';

interface StepPanelProps {
  readonly versions: readonly VersionInsight[];
  readonly onShow: (behind: Behind) => void;
}

const MINUTE_MS = 60_000;
/** As many versions as lie beside each other. */
const CHOICE_COUNT = 5;

/** Every step of a version with its time, skips and errors. */
export function StepPanel({ versions, onShow }: StepPanelProps) {
  const [chosenId, setChosenId] = useState('');
  const chosen = versions.find(({ version }) => version.id === chosenId) ?? versions[0];
  if (!chosen) return null;
  return (
    <Panel
      title={t('sopInsights.insights.steps')}
      actions={
        versions.length > 1 && (
          <Segmented
            size="sm"
            label={t('sopInsights.insights.ofVersion')}
            value={chosen.version.id}
            onChange={setChosenId}
            options={versions.slice(0, CHOICE_COUNT).map(({ version }) => ({
              value: version.id,
              label: t('sopInsights.insights.version', { number: version.number }),
            }))}
          />
        )
      }
    >
      <table className={css['steps']} aria-label={t('sopInsights.insights.steps')}>
        <thead>
          <tr>
            <th scope="col">{t('sopInsights.insights.column.step')}</th>
            <th scope="col">{t('sopInsights.insights.column.through')}</th>
            {(['time', 'skipped', 'off'] as const).map((name) => (
              <th key={name} scope="col" data-tooltip={t(`sopInsights.definition.${name}`)}>
                {t(`sopInsights.insights.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chosen.steps.map((figures, at) => (
            <StepRow key={figures.step.id} place={at + 1} figures={figures} onShow={onShow} />
          ))}
        </tbody>
      </table>
      <Counted of={['time', 'skipped', 'off', 'blocked', 'stopped', 'interval']} />
    </Panel>
  );
}

interface StepRowProps {
  /** From 1. */
  readonly place: number;
  readonly figures: StepFigures;
  readonly onShow: (behind: Behind) => void;
}

function StepRow({ place, figures, onShow }: StepRowProps) {
  const { step, through, time, timed, skipped, off, blocked, stopped } = figures;
  const named = (name: 'time' | 'skipped' | 'off' | 'blocked' | 'stopped' | 'through'): string =>
    `${step.title}: ${t(`sopInsights.insights.column.${name}`)}`;
  const shares = [
    ['skipped', skipped],
    ['off', off],
  ] as const;
  return (
    <tr>
      <th scope="row">
        {place}. {step.title}
        {(['blocked', 'stopped'] as const).map((name) => {
          const runs = name === 'blocked' ? blocked : stopped;
          return runs.length === 0 ? null : (
            <span key={name} className={css['also']}>
              <RunsLink behind={{ what: named(name), runs }} onShow={onShow}>
                {t(`sopInsights.insights.column.${name}`)} {runs.length}
              </RunsLink>
            </span>
          );
        })}
      </th>
      <td>
        <RunsLink behind={{ what: named('through'), runs: through }} onShow={onShow}>
          {through.length}
        </RunsLink>
      </td>
      <td>
        {time ? (
          <>
            <RunsLink behind={{ what: named('time'), runs: timed }} onShow={onShow}>
              {timeWords(time.value)}
            </RunsLink>
            {time.low !== null && time.high !== null && (
              <span className={css['under']}>{spanWords(time.low, time.high, timeWords)}</span>
            )}
            {time.count !== through.length && (
              <span className={css['under']}>
                {t('sopInsights.insights.n', { count: time.count })}
              </span>
            )}
            {step.expectedMinutes !== null && (
              <span className={css['under']}>
                {t('sopInsights.insights.expected', {
                  time: timeWords(step.expectedMinutes * MINUTE_MS),
                })}
              </span>
            )}
          </>
        ) : (
          <span className={css['faint']}>{t('sopInsights.insights.none')}</span>
        )}
      </td>
      {shares.map(([name, share]) => (
        <td key={name}>
          <ShareCell what={named(name)} share={share} onShow={onShow} />
        </td>
      ))}
    </tr>
  );
}

interface ShareCellProps {
  readonly what: string;
  readonly share: StepShare;
  readonly onShow: (behind: Behind) => void;
}

function ShareCell({ what, share: { share, runs }, onShow }: ShareCellProps) {
  if (!share) return <span className={css['faint']}>{t('sopInsights.insights.none')}</span>;
  return (
    <>
      <RunsLink behind={{ what, runs }} onShow={onShow}>
        {formatRatio(share.ratio, 0)}
      </RunsLink>
      <span className={css['under']}>
        {spanWords(share.lowRatio, share.highRatio, (value) => formatRatio(value, 0))}
      </span>
    </>
  );
}
