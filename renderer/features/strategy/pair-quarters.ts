import type { Intent } from '#shared/plan/intent';

/** Something in the earlier quarter, in the later one, or in both. */
export interface Pair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

interface Held {
  readonly item: Pick<Intent, 'id' | 'carriedFromId'>;
}

/**
 * Each of the earlier ones with what it became, then what is new. What was carried is followed back
 * over the quarters between by `originOf`, a circle of which no further than once.
 */
export function pairedBy<T extends Held>(
  before: readonly T[],
  after: readonly T[],
  originOf: (id: string) => string,
): readonly Pair<T>[] {
  const beforeIds = new Set(before.map(({ item }) => item.id));
  const becameOf = new Map<string, T[]>();
  const added: T[] = [];
  for (const node of after) {
    const origin = rootAmong(beforeIds, node.item.carriedFromId, originOf);
    if (origin === null) added.push(node);
    else becameOf.set(origin, [...(becameOf.get(origin) ?? []), node]);
  }
  return [
    ...before.flatMap((node): Pair<T>[] => {
      const became = becameOf.get(node.item.id) ?? [];
      return became.length > 0
        ? became.map((each, at) => ({ before: at === 0 ? node : null, after: each }))
        : [{ before: node, after: null }];
    }),
    ...added.map((node) => ({ before: null, after: node })),
  ];
}

function rootAmong(
  ids: ReadonlySet<string>,
  from: string,
  originOf: (id: string) => string,
): string | null {
  const seen = new Set<string>();
  for (let id = from; id !== '' && !seen.has(id); id = originOf(id)) {
    if (ids.has(id)) return id;
    seen.add(id);
  }
  return null;
}
