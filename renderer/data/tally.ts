/** What merging did to deliverables. */
export interface MergeTally {
  /** Deliverables that were not held before. */
  readonly newEntries: number;
  /** Deliverables that were held and are different now. */
  readonly changedEntries: number;
  /** Deliverables that were held and are the same still. */
  readonly sameEntries: number;
}

export const NOTHING_MERGED: MergeTally = { newEntries: 0, changedEntries: 0, sameEntries: 0 };

export const addTallies = (a: MergeTally, b: MergeTally): MergeTally => ({
  newEntries: a.newEntries + b.newEntries,
  changedEntries: a.changedEntries + b.changedEntries,
  sameEntries: a.sameEntries + b.sameEntries,
});
