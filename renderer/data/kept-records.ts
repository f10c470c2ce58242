import type { RecordState } from '#shared/stream/merge';

/** How records of one type are read, named and told from those that are gone. */
export interface Reading<T> {
  readonly read: (state: RecordState) => T;
  /** What they are sorted by; without it they keep the order in which they came. */
  readonly nameOf?: (each: T) => string;
  readonly isKept?: (state: RecordState) => boolean;
}

/**
 * The records of one type as objects, in order. A change of one record leaves all others the same
 * objects, and its type sorted without comparing them anew.
 */
export class KeptRecords<T> {
  readonly #reading: Reading<T>;
  #byKey = new Map<string, T>();
  #items: readonly T[] = [];
  #byId: ReadonlyMap<string, T> | null = null;

  constructor(reading: Reading<T>) {
    this.#reading = reading;
  }

  get items(): readonly T[] {
    return this.#items;
  }

  /** The same object until a record changes. */
  get byId(): ReadonlyMap<string, T> {
    this.#byId ??= new Map([...this.#byKey].map(([key, item]) => [idIn(key), item]));
    return this.#byId;
  }

  replace(states: ReadonlyMap<string, RecordState>): void {
    const { read, nameOf, isKept = always } = this.#reading;
    this.#byKey = new Map(
      [...states].flatMap(([key, state]) => (isKept(state) ? [[key, read(state)] as const] : [])),
    );
    this.#byId = null;
    const items = [...this.#byKey.values()];
    this.#items = nameOf ? items.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b))) : items;
  }

  change(states: ReadonlyMap<string, RecordState | undefined>): void {
    const { read, nameOf, isKept = always } = this.#reading;
    const former = new Set([...states.keys()].map((key) => this.#byKey.get(key)));
    const items = this.#items.filter((item) => !former.has(item));
    for (const [key, state] of states) {
      if (!state || !isKept(state)) {
        this.#byKey.delete(key);
        continue;
      }
      const item = read(state);
      this.#byKey.set(key, item);
      const at = nameOf ? placeOf(items, nameOf(item), nameOf) : items.length;
      items.splice(at, 0, item);
    }
    this.#byId = null;
    this.#items = items;
  }
}

/** The id in a key that names audience, type and id (`recordKey`). */
const idIn = (key: string): string => key.slice(key.lastIndexOf('|') + 1);

const always = (): boolean => true;

/** Where a name stands among sorted ones, after those of the same name. */
function placeOf<T>(items: readonly T[], name: string, nameOf: (each: T) => string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && collator.compare(nameOf(item), name) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const collator = new Intl.Collator(undefined, { numeric: true });
