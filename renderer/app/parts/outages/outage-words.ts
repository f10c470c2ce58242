import { dayIn } from '#shared/day';
import type { Outage } from '#shared/outages/outage';
import { formatDay, formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

const SEEN = {
  'unclean-stop': { sure: 'restarted', unsure: 'stopped' },
  'unreachable-target': { sure: 'noNetwork', unsure: 'unreachable' },
} as const;

/** How it is known of; `name` is absent for the member's own eyes. */
export function seenText({ seenBy, isSure }: Outage, name?: string): string {
  if (seenBy === 'told') {
    return name === undefined ? t('outages.seen.toldByYou') : t('outages.seen.told', { name });
  }
  return t(`outages.seen.${SEEN[seenBy][isSure ? 'sure' : 'unsure']}`);
}

/** What is asked of the member about what the program saw; empty of what was told or still lasts. */
export function questionText(outage: Outage, zone: string, nowMs: number): string {
  const { seenBy, isSure, fromMs, toMs } = outage;
  if (seenBy === 'told' || toMs === null) return '';
  return t(`outages.ask.${SEEN[seenBy][isSure ? 'sure' : 'unsure']}`, {
    from: timeText(fromMs, zone, dayIn(zone, nowMs)),
    to: timeText(toMs, zone, dayIn(zone, fromMs)),
  });
}

/** `Fri 20 Nov, 14:02 to 15:40` */
export function spanText({ fromMs, toMs }: Outage, zone: string): string {
  const from = timeText(fromMs, zone, '');
  return toMs === null
    ? t('outages.since', { from })
    : t('outages.span', { from, to: timeText(toMs, zone, dayIn(zone, fromMs)) });
}

/** The time, and its day where that is another than is clear from what stands before. */
function timeText(atMs: number, zone: string, clearDay: string): string {
  const day = dayIn(zone, atMs);
  const time = formatTime(atMs, zone);
  return day === clearDay ? time : `${formatDay(day)}, ${time}`;
}
