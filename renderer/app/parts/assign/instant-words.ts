import { dayIn } from '#shared/day';
import { formatDay, formatPlace, formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** `Thu 19 Nov, 14:05` on a wall clock of a zone. */
export const instantText = (ms: number, zone: string): string =>
  `${formatDay(dayIn(zone, ms))}, ${formatTime(ms, zone)}`;

/** `Thu 19 Nov, 14:05 in Manila · 06:05 in London`: the other zones with their day where it differs. */
export function instantInZones(ms: number, zone: string, others: readonly string[]): string {
  const day = dayIn(zone, ms);
  const told = new Set([zone]);
  const parts = others.flatMap((other) => {
    if (other === '' || told.has(other)) return [];
    told.add(other);
    const time = dayIn(other, ms) === day ? formatTime(ms, other) : instantText(ms, other);
    return [t('assign.due.inZone', { time, place: formatPlace(other) })];
  });
  return [
    t('assign.due.inZone', { time: instantText(ms, zone), place: formatPlace(zone) }),
    ...parts,
  ].join(' · ');
}
