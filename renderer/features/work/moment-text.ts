import type { Deliverable } from '#shared/deliverables/deliverable';
import { formatDateTime, formatPlace, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Work } from './use-work.ts';

/** An instant as the worker's wall shows it, and the reader's own time beside it where that differs. */
export function momentText(
  atMs: number,
  { memberId, zone }: Pick<Deliverable, 'memberId' | 'zone'>,
  { plan, zone: ownZone }: Work,
): string {
  const there = plan.memberById.get(memberId)?.timeZone ?? zone;
  const when = formatDateTime(atMs, there);
  const own = formatDateTime(atMs, ownZone);
  if (when === own) return when;
  const [day] = when.split(',');
  const mine = own.startsWith(`${day},`) ? formatTime(atMs, ownZone) : own;
  return t('work.detail.bothZones', { when, place: formatPlace(there), mine });
}
