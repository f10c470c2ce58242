import type { Device } from '#shared/stream/device';

type NamedDevice = Pick<Device, 'keyId' | 'memberId' | 'name' | 'joinedAtMs'>;

/**
 * What each device is called among its member's: its own name, with a number where two have the same, in
 * the order in which they joined.
 */
export function deviceNames(devices: readonly NamedDevice[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const { keyId, memberId, name } of devices.toSorted((a, b) => a.joinedAtMs - b.joinedAtMs)) {
    if (name === '') continue;
    const which = `${memberId}\0${name}`;
    const count = (taken.get(which) ?? 0) + 1;
    taken.set(which, count);
    names.set(keyId, count === 1 ? name : `${name} ${count}`);
  }
  return names;
}
