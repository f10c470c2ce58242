import type { Option } from '../../ui/select.tsx';

/** The zone that this computer works in. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Every zone that this computer knows: `Asia/Manila` reads `Manila`, with its part of the world beside it. */
export function zoneOptions(): readonly Option[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => {
    const [area = '', ...place] = zone.split('/');
    const label = place.join(', ').replaceAll('_', ' ') || area;
    return { value: zone, label, hint: place.length > 0 ? area : undefined };
  });
}
