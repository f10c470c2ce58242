/** Which cards or rows are chosen, by key. Never changed in place. */
export type Selection = ReadonlySet<string>;

export const NOTHING_SELECTED: Selection = new Set();

export function toggled(selection: Selection, key: string): Selection {
  const next = new Set(selection);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** With both ends of a step: going back over what is chosen lets go of what was left. */
export function extended(selection: Selection, fromKey: string | null, toKey: string): Selection {
  const next = new Set(selection);
  if (fromKey !== null && selection.has(toKey) && selection.has(fromKey)) next.delete(fromKey);
  else if (fromKey !== null) next.add(fromKey);
  return next.add(toKey);
}
