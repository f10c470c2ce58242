import { useId } from 'react';
import type { ReactNode } from 'react';
import type { OpenWork } from '#shared/metrics/ageing';
import type { OverviewFigures } from '#shared/metrics/overview-groups';
import { formatNumber, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Stat } from '../../ui/stat.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { DrillPeriod } from '../../app/parts/drill-down.ts';
import {
  accuracyDetail,
  accuracyWords,
  ageWords,
  reopenedDetail,
  turnaroundDetail,
  turnaroundWords,
} from './figure-words.ts';
import css from './headline-figures.module.css';

interface HeadlineFiguresProps {
  readonly figures: OverviewFigures;
  readonly work: OpenWork;
  readonly period: DrillPeriod;
  readonly nowMs: number;
}

/** The figures a manager looks for first; each says what it means and opens what it is made of. */
export function HeadlineFigures({ figures, work, period, nowMs }: HeadlineFiguresProps) {
  const { attainment, open, completed } = figures;
  const longest = work.blocked[0]?.block;
  const openCompleted = () => drillDown(period, { stage: 'completed' });
  return (
    <ul className={css['strip']} aria-label={t('overview.figures.label')}>
      <Figure
        label={t('overview.figures.attainment')}
        value={attainment ? formatRatio(attainment.ratio, 0) : t('overview.figures.none')}
        hint={
          attainment
            ? t('overview.figures.attainmentHint', {
                onPace: attainment.onPaceCount,
                count: attainment.targetCount,
              })
            : t('overview.figures.attainmentNone')
        }
        tone={attainment && attainment.ratio < 0.9 ? 'warn' : 'neutral'}
        definition={t('overview.figures.attainmentDefinition')}
        onOpen={openCompleted}
      />
      <Figure
        label={t('overview.figures.completed')}
        value={formatNumber(completed.count)}
        hint={t('overview.figures.completedHint', {
          total: figures.totalCount,
          open: open.count,
        })}
        definition={t('overview.figures.completedDefinition')}
        onOpen={openCompleted}
      />
      <Figure
        label={t('overview.figures.inProgress')}
        value={formatNumber(open.inProgressCount)}
        hint={t('overview.figures.inProgressHint', { waiting: work.waiting.length })}
        definition={t('overview.figures.inProgressDefinition')}
        onOpen={() => drillDown(period, { stage: 'open', standing: 'inProgress' })}
      />
      <Figure
        label={t('overview.figures.blocked')}
        value={formatNumber(open.blockedCount)}
        hint={
          longest
            ? t('overview.figures.blockedHint', { age: ageWords(nowMs - longest.fromMs) })
            : t('overview.figures.blockedNone')
        }
        tone={open.blockedCount > 0 ? 'bad' : 'neutral'}
        definition={t('overview.figures.blockedDefinition')}
        onOpen={() => drillDown(period, { stage: 'open', standing: 'blocked' })}
      />
      <Figure
        label={t('overview.figures.turnaround')}
        value={turnaroundWords(figures)}
        hint={turnaroundDetail(figures)}
        definition={t('overview.figures.turnaroundDefinition')}
        onOpen={openCompleted}
      />
      <Figure
        label={t('overview.figures.accuracy')}
        value={accuracyWords(figures)}
        hint={accuracyDetail(figures)}
        definition={t('overview.figures.accuracyDefinition')}
        onOpen={openCompleted}
      />
      <Figure
        label={t('overview.figures.reopened')}
        value={formatNumber(figures.reopenedCount)}
        hint={reopenedDetail(figures)}
        definition={t('overview.figures.reopenedDefinition')}
        onOpen={() => drillDown(period, { stage: 'all', isReopened: true })}
      />
    </ul>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint: string;
  readonly definition: string;
  readonly tone?: Tone;
  readonly onOpen: () => void;
}

function Figure({ label, value, hint, definition, tone = 'neutral', onOpen }: FigureProps) {
  const id = useId();
  return (
    <li className={css['cell']}>
      <Tooltip label={definition}>
        <button type="button" className={css['figure']} aria-describedby={id} onClick={onOpen}>
          <Stat label={label} value={value} hint={hint} tone={tone} />
        </button>
      </Tooltip>
      <span id={id} hidden>
        {definition}
      </span>
    </li>
  );
}
