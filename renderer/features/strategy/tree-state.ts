import { create } from 'zustand';

/** A line by its place in the tree and by its record: the place is lost when the line is moved. */
interface Active {
  readonly key: string;
  readonly id: string;
}

interface TreeState {
  readonly closedKeys: ReadonlySet<string>;
  /** The line in hand. */
  readonly active: Active | null;
  /** The key result that asks for an outcome; empty where none does. */
  readonly servingId: string;
}

/** Kept while the app runs: a look elsewhere neither opens the whole tree nor loses the place in it. */
export const useTreeState = create<TreeState>()(() => ({
  closedKeys: new Set(),
  active: null,
  servingId: '',
}));

export const setActive = (key: string | null): void =>
  useTreeState.setState({
    servingId: '',
    active: key === null ? null : { key, id: key.split('/').at(-1) ?? '' },
  });

export const askForOutcome = (servingId: string): void => useTreeState.setState({ servingId });

export const setClosed = (keys: Iterable<string>): void =>
  useTreeState.setState({ closedKeys: new Set(keys) });

export function setExpanded(keys: readonly string[], isExpanded: boolean): void {
  const closed = new Set(useTreeState.getState().closedKeys);
  for (const key of keys) {
    if (isExpanded) closed.delete(key);
    else closed.add(key);
  }
  setClosed(closed);
}
