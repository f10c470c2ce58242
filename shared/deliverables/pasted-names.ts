import { nameKey } from '../imports/mapping.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly isGone: boolean;
}

/** Whom or what a typed name stands for. */
export type NameReading =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'several' }
  | { readonly kind: 'unknown' };

/**
 * Reads names as people type them: whole, or by the words they begin with ("Ana" for "Ana Reyes") where
 * that fits one alone. Who is here goes before who left.
 */
export function nameReader(known: readonly Named[]): (text: string) => NameReading {
  const keyed = known.map((each) => ({ ...each, key: nameKey(each.name) }));
  const held = new Map<string, NameReading>();
  const read = (key: string): NameReading => {
    if (key === '') return { kind: 'unknown' };
    const whole = keyed.filter((each) => each.key === key);
    const begun = keyed.filter((each) => each.key.startsWith(`${key} `));
    for (const matches of [whole, begun]) {
      const here = matches.filter((each) => !each.isGone);
      const [one] = here.length > 0 ? here : matches;
      if (!one) continue;
      if ((here.length || matches.length) > 1) return { kind: 'several' };
      return { kind: one.isGone ? 'gone' : 'found', id: one.id };
    }
    return { kind: 'unknown' };
  };
  return (text) => {
    const key = nameKey(text);
    const reading = held.get(key) ?? read(key);
    held.set(key, reading);
    return reading;
  };
}
