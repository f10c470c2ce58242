import type { NameMapping, NameTarget } from './mapping.ts';
import { nameKey } from './mapping.ts';

/** A name in a column, as it was first written, and how many rows have it. */
export interface NameCount {
  readonly name: string;
  readonly count: number;
  /** The address that most of its rows give; absent where none does. */
  readonly email?: string;
}

/** A member or outcome that is there already. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
  /** Left or archived. */
  readonly isGone: boolean;
  /** Other names that mean it, addresses among them. */
  readonly aliases?: readonly string[];
}

export interface ResolvedName {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
  /** It bears another name that is nearly the same. */
  readonly isNear?: boolean;
  readonly email?: string;
}

export interface ResolvedNames {
  /** By `nameKey`. */
  readonly byKey: ReadonlyMap<string, ResolvedName>;
  /** For rows that name nothing; null rejects them. */
  readonly otherwise: ResolvedName | null;
}

/**
 * What each name stands for: what was chosen by hand, what an earlier import made of the same name
 * (whatever it is called now), what bears that name or address, what is nearly called so where `isNear`
 * judges names, else something new with an id that follows from the name.
 */
export function resolveNames(
  used: readonly NameCount[],
  mapping: NameMapping,
  known: readonly KnownName[],
  idOf: (name: string) => string,
  isNear: (a: string, b: string) => boolean = () => false,
): ResolvedNames {
  const byId = new Map(known.map((each) => [each.id, each]));
  const byName = namesOf(known);
  const fresh: ResolvedName[] = [];
  const exact = (name: string, email?: string): ResolvedName | null => {
    const found =
      byId.get(idOf(name)) ?? byName.get(nameKey(name)) ?? (email && byName.get(nameKey(email)));
    return found ? { id: found.id, name: found.name, isNew: false } : null;
  };
  const made = (name: string, email?: string): ResolvedName => ({
    id: idOf(name),
    name,
    isNew: true,
    ...(email !== undefined && { email }),
  });
  const near = (name: string): ResolvedName | null => {
    const current = known.find((each) => !each.isGone && isNear(each.name, name));
    if (current) return { id: current.id, name: current.name, isNew: false, isNear: true };
    const other = fresh.find((each) => isNear(each.name, name));
    return other ? { ...other, isNear: true } : null;
  };
  const target = (to: NameTarget): ResolvedName | null => {
    if ('newName' in to) return exact(to.newName) ?? made(to.newName);
    const found = 'id' in to ? byId.get(to.id) : undefined;
    return found ? { id: found.id, name: found.name, isNew: false } : null;
  };
  const otherwise = mapping.otherwise && target(mapping.otherwise);
  const byKey = new Map<string, ResolvedName>();
  // The commonest come first: a rarer spelling is taken for them, not they for it.
  for (const { name, email } of used) {
    const key = nameKey(name);
    const chosen = Object.hasOwn(mapping.matches, key) ? mapping.matches[key] : undefined;
    if (chosen && 'isNobody' in chosen) {
      if (otherwise) byKey.set(key, otherwise);
      continue;
    }
    const resolved =
      (chosen && target(chosen)) ?? exact(name, email) ?? near(name) ?? made(name, email);
    if (resolved.isNew && !resolved.isNear) fresh.push(resolved);
    byKey.set(key, resolved);
  }
  return { byKey, otherwise };
}

/** Known names by `nameKey`: one that is there goes before one that is gone, a name before another's alias. */
function namesOf(known: readonly KnownName[]): ReadonlyMap<string, KnownName> {
  const byName = new Map<string, KnownName>();
  for (const each of known) {
    const key = nameKey(each.name);
    const held = byName.get(key);
    if (!held || (held.isGone && !each.isGone)) byName.set(key, each);
  }
  for (const each of known) {
    for (const alias of each.aliases ?? []) {
      const key = nameKey(alias);
      if (!byName.has(key)) byName.set(key, each);
    }
  }
  return byName;
}

/** What a row's name stands for, or null where it names nothing and nothing is set for that. */
export const resolvedName = (names: ResolvedNames, name: string): ResolvedName | null =>
  name === '' ? names.otherwise : (names.byKey.get(nameKey(name)) ?? null);
