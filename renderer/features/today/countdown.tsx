import type { AgendaItem } from '#shared/deliverables/agenda';
import {
  formatDateTime,
  formatDay,
  formatTime,
  formatWeekdayTime,
  formatWorkTime,
} from '../../i18n/format.ts';
import { dayIn } from '#shared/day';
import { t } from '../../i18n/text.ts';
import css from './work-panel.module.css';

interface CountdownProps {
  readonly item: AgendaItem;
  readonly nowMs: number;
  readonly zone: string;
}

/** The working time left to what presses most. */
export function Countdown({ item, nowMs, zone }: CountdownProps) {
  const { risk, promise, dueAtMs, leftWorkMs } = item;
  if (promise === null || dueAtMs === null || leftWorkMs === null) return null;
  const length = formatWorkTime(leftWorkMs);
  return (
    <span
      className={css['due']}
      data-risk={risk}
      data-tooltip={[
        t('today.leftTooltip', { when: formatDateTime(dueAtMs, zone) }),
        pausedText(item, nowMs, zone),
      ]
        .filter(Boolean)
        .join('; ')}
    >
      {risk === 'overdue'
        ? t(`today.over.${promise}`, { length })
        : t(`today.left.${promise}`, { length })}
    </span>
  );
}

/** When a countdown goes on that stands still now; empty while it runs. */
export const pausedText = ({ resumesAtMs }: AgendaItem, nowMs: number, zone: string): string =>
  resumesAtMs === null ? '' : t('today.paused', { when: whenText(resumesAtMs, nowMs, zone) });

const WEEK_MS = 6 * 86_400_000;

/** `09:00` today, `Mon 09:00` within the week, else with its date. */
export function whenText(atMs: number, nowMs: number, zone: string): string {
  const day = dayIn(zone, atMs);
  if (day === dayIn(zone, nowMs)) return formatTime(atMs, zone);
  if (atMs - nowMs < WEEK_MS) return formatWeekdayTime(atMs, zone);
  return `${formatDay(day)} ${formatTime(atMs, zone)}`;
}
