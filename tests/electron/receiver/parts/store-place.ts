import type { ReceiverStore } from '../../../../electron/receiver/receiver-store.ts';
import { served } from './incoming.ts';

/** One place that stores can be opened on, again and again. */
export interface StorePlace {
  open(): Promise<ReceiverStore>;
}

export async function openServed(place: StorePlace): Promise<ReceiverStore> {
  const store = await place.open();
  await store.claim(served());
  return store;
}
