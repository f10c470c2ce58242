import type { NameMapping, NameTarget } from './mapping.ts';
import { nameKey } from './mapping.ts';

/** A name in a column, as it was first written, and how many rows have it. */
export interface NameCount {
  readonly name: string;
  readonly count: number;
}

/** A member or outcome that is there already. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
  /** Left or archived. */
  readonly isGone: boolean;
}

export interface ResolvedName {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
}

export interface ResolvedNames {
  /** By `nameKey`. */
  readonly byKey: ReadonlyMap<string, ResolvedName>;
  /** For rows that name nothing; null rejects them. */
  readonly otherwise: ResolvedName | null;
}

/**
 * What each name stands for: what was chosen by hand, what an earlier import made of the same name
 * (whatever it is called now), what bears that name, else something new with an id that follows from
 * the name.
 */
export function resolveNames(
  used: readonly NameCount[],
  mapping: NameMapping,
  known: readonly KnownName[],
  idOf: (name: string) => string,
): ResolvedNames {
  const byId = new Map(known.map((each) => [each.id, each]));
  const byName = new Map<string, KnownName>();
  for (const each of known) {
    const key = nameKey(each.name);
    const held = byName.get(key);
    if (!held || (held.isGone && !each.isGone)) byName.set(key, each);
  }
  const named = (name: string): ResolvedName => {
    const id = idOf(name);
    const found = byId.get(id) ?? byName.get(nameKey(name));
    return found ? { id: found.id, name: found.name, isNew: false } : { id, name, isNew: true };
  };
  const target = (to: NameTarget): ResolvedName | null => {
    if ('newName' in to) return named(to.newName);
    const found = byId.get(to.id);
    return found ? { id: found.id, name: found.name, isNew: false } : null;
  };
  const byKey = new Map<string, ResolvedName>();
  for (const { name } of used) {
    const key = nameKey(name);
    const chosen = Object.hasOwn(mapping.matches, key) ? mapping.matches[key] : undefined;
    byKey.set(key, (chosen && target(chosen)) ?? named(name));
  }
  return { byKey, otherwise: mapping.otherwise && target(mapping.otherwise) };
}

/** What a row's name stands for, or null where it names nothing and nothing is set for that. */
export const resolvedName = (names: ResolvedNames, name: string): ResolvedName | null =>
  name === '' ? names.otherwise : (names.byKey.get(nameKey(name)) ?? null);
