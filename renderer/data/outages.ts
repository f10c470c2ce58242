import type { Outage } from '#shared/outages/outage';
import { outageFrom } from '#shared/outages/outage';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';
import { sharedLive } from './shared-live.ts';
import type { OutageRow } from './stored.ts';

export interface OutageEntry extends Outage, Delivery {}

/** Everybody's outages that this device may read, latest first. */
const allOutages = async (): Promise<readonly OutageEntry[]> =>
  (await currentProjection().outages.toArray())
    .flatMap(outageEntry)
    .toSorted((a, b) => b.fromMs - a.fromMs || (a.id < b.id ? -1 : 1));

function outageEntry(row: OutageRow): readonly OutageEntry[] {
  const outage = outageFrom(row);
  return outage ? [{ ...outage, ...deliveryOf(row) }] : [];
}

const liveOutages = sharedLive(async () => await allOutages());

/** The same, live and shared; undefined until they have been read. */
export const useOutages = (): readonly OutageEntry[] | undefined => liveOutages.use();
