import { paceOf } from '#shared/metrics/pace';
import { singularUnit } from '../../i18n/entry-words.ts';
import { formatQuantity, formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { openLogBar } from '../../state/log-bar.ts';
import { Bullet } from '../../ui/bullet.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './output-panel.module.css';
import type { DayHours, OutputToday } from './use-today.ts';

interface OutputPanelProps {
  readonly output: readonly OutputToday[];
  readonly hours: DayHours;
}

/** Each outcome's output against today's target: the figure first, then how it stands to the hours worked. */
export function OutputPanel({ output, hours }: OutputPanelProps) {
  const asked = output.filter(({ target }) => target !== null);
  const reached = asked.filter(({ target, totals }) => totals.quantity >= (target?.whole ?? 0));
  return (
    <Panel
      title={t('today.output')}
      note={
        asked.length > 0 && t('today.reached', { count: asked.length, reached: reached.length })
      }
    >
      <ul className={css['list']}>
        {output.map((line) => (
          <OutputLine key={line.outcome.id} line={line} hours={hours} />
        ))}
      </ul>
    </Panel>
  );
}

interface OutputLineProps {
  readonly line: OutputToday;
  readonly hours: DayHours;
}

function OutputLine({ line: { outcome, totals, target }, hours }: OutputLineProps) {
  const { quantity } = totals;
  const unit = quantity === 1 && !target ? singularUnit(outcome.unit) : outcome.unit;
  const whole = target ? Math.round(target.whole * 10) / 10 : null;
  return (
    <li className={css['line']}>
      <span className={css['name']} data-tooltip={outcome.statement || undefined}>
        {outcome.name}
      </span>
      <span className={css['figure']}>
        <span className={css['quantity']} data-none={quantity === 0 || undefined}>
          {formatQuantity(quantity)}
        </span>
        {whole !== null && (
          <span className={css['of']}>{t('today.of', { target: formatQuantity(whole) })}</span>
        )}
        <span className={css['unit']}>{unit}</span>
      </span>
      <span className={css['bar']}>
        {target && (
          <Bullet
            label={outcome.name}
            value={quantity}
            target={target.whole}
            expected={target.soFar}
            pace={paceIn(quantity, target)}
            format={(value) => formatQuantity(Math.round(value * 10) / 10)}
          />
        )}
      </span>
      <span
        className={css['pace']}
        data-pace={target ? paceIn(quantity, target) : 'none'}
        data-tooltip={target ? expectedText(target, hours) : undefined}
      >
        {paceText(quantity, target, hours)}
      </span>
      <button
        type="button"
        className={css['add']}
        aria-label={t('today.logFor', { outcome: outcome.name })}
        data-tooltip={t('today.logFor', { outcome: outcome.name })}
        onClick={() => openLogBar(`for ${outcome.name}`)}
      >
        +
      </button>
    </li>
  );
}

type Asked = NonNullable<OutputToday['target']>;

const paceIn = (quantity: number, target: Asked) => paceOf(quantity, target.whole, target.soFar);

function paceText(quantity: number, target: Asked | null, { workedMs }: DayHours): string {
  if (!target) return t('today.noTarget');
  if (quantity === 0 && workedMs === 0) return t('today.pace.early');
  const pace = paceIn(quantity, target);
  if (pace === 'done') return t('today.pace.done');
  if (pace === 'on') return t('today.pace.on');
  const missing = Math.max(1, Math.round(target.soFar - quantity));
  return t('today.pace.behind', { count: missing });
}

const expectedText = ({ soFar }: Asked, { workedMs, leftMs }: DayHours): string =>
  t('today.expected', {
    expected: formatQuantity(Math.round(soFar * 10) / 10),
    worked: formatWorkTime(workedMs),
    whole: formatWorkTime(workedMs + leftMs),
  });
