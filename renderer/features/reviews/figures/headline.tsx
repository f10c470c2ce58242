import { useId } from 'react';
import type { HeadlineFigures, ReviewFigures } from '#shared/cadence/review-figures';
import { drillDown } from '../../../app/parts/drill-down.ts';
import type { DrillTarget } from '../../../app/parts/drill-down.ts';
import { formatNumber, formatRatio, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Stat } from '../../../ui/stat.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { rateHint, ratioWords } from './amount-words.ts';
import { periodOf } from './figure-period.ts';
import css from './headline.module.css';

type FigureName = keyof typeof WORDS;

interface Cell {
  readonly value: string;
  readonly hint: string;
  /** The same of the days before. */
  readonly before: string | null;
  readonly tone?: Tone;
  readonly target: DrillTarget;
}

/** What most is judged by, beside the days before; each opens the entries behind it. */
export function Headline({ figures }: { readonly figures: ReviewFigures }) {
  const who = figures.kind === 'monthly' ? { memberId: figures.memberId } : {};
  return (
    <ul className={css['strip']} aria-label={t('reviews.figures.label')}>
      {NAMES.map((name) => {
        const cell = WORDS[name](figures.headline);
        return (
          <Figure
            key={name}
            name={name}
            cell={cell}
            onOpen={() => drillDown(periodOf(figures), { ...who, ...cell.target })}
          />
        );
      })}
    </ul>
  );
}

interface FigureProps {
  readonly name: FigureName;
  readonly cell: Cell;
  readonly onOpen: () => void;
}

function Figure({ name, cell, onOpen }: FigureProps) {
  const id = useId();
  const definition = t(`reviews.figures.define.${name}`);
  return (
    <li className={css['cell']}>
      <Tooltip label={definition}>
        <button type="button" className={css['figure']} aria-describedby={id} onClick={onOpen}>
          <Stat
            label={t(`reviews.figures.${name}`)}
            value={cell.value}
            tone={cell.tone}
            hint={
              <>
                {cell.hint !== '' && <span className={css['hint']}>{cell.hint}</span>}
                <span className={css['hint']}>
                  {cell.before === null
                    ? t('reviews.figures.unknownBefore')
                    : t('reviews.figures.was', { value: cell.before })}
                </span>
              </>
            }
          />
        </button>
      </Tooltip>
      <span id={id} hidden>
        {definition}
      </span>
    </li>
  );
}

const COMPLETED: DrillTarget = { stage: 'completed' };

const WORDS = {
  attainment: ({ attainment: { now, before } }: HeadlineFigures): Cell => ({
    value: ratioWords(now, 0),
    hint: now
      ? t('reviews.figures.attainmentHint', { onPace: now.onPaceCount, count: now.targetCount })
      : t('reviews.figures.attainmentNone'),
    before: before && formatRatio(before.ratio, 0),
    tone: now && now.ratio < 0.9 ? 'warn' : 'neutral',
    target: COMPLETED,
  }),
  completed: ({ completedCount: { now, before } }: HeadlineFigures): Cell => ({
    value: formatNumber(now ?? 0),
    hint: '',
    before: before === null ? null : formatNumber(before),
    target: COMPLETED,
  }),
  promises: ({ promises, promisesExcused }: HeadlineFigures): Cell => ({
    value: ratioWords(promises.now),
    hint: promises.now
      ? t('reviews.figures.promisesHint', {
          count: promises.now.count,
          excused: ratioWords(promisesExcused.now),
        })
      : '',
    before: promises.before && formatRatio(promises.before.ratio),
    target: { stage: 'all', isLate: true },
  }),
  accuracy: ({ accuracy: { now, before } }: HeadlineFigures): Cell => ({
    value: ratioWords(now),
    hint: now ? rateHint(now) : '',
    before: before && formatRatio(before.ratio),
    target: COMPLETED,
  }),
  turnaround: ({ turnaround: { now, before } }: HeadlineFigures): Cell => ({
    value: now ? formatWorkTime(now.medianMs) : t('reviews.figures.nothing'),
    hint: now ? t('reviews.figures.timeHint', { count: now.count }) : '',
    before: before && formatWorkTime(before.medianMs),
    target: COMPLETED,
  }),
  reworked: ({ reworked: { now, before } }: HeadlineFigures): Cell => ({
    value: now ? formatRatio(now.count / now.ofCount) : t('reviews.figures.nothing'),
    hint: now ? t('reviews.figures.reworkedHint', { count: now.count, ofCount: now.ofCount }) : '',
    before: before && formatRatio(before.count / before.ofCount),
    target: { stage: 'all', isReopened: true },
  }),
} as const satisfies Record<string, (headline: HeadlineFigures) => Cell>;

const NAMES = [
  'attainment',
  'completed',
  'promises',
  'accuracy',
  'turnaround',
  'reworked',
] as const;
