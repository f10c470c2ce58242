/**
 * The longest common subsequence of two lists, as pairs of places; null where its table would have more
 * than `mostCells` cells. What both begin and end with costs nothing. (Wagner and Fischer 1974.)
 */
export function longestCommon<T>(
  before: readonly T[],
  after: readonly T[],
  mostCells: number,
): readonly (readonly [number, number])[] | null {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const rows = before.length - head - tail;
  const columns = after.length - head - tail;
  if ((rows + 1) * (columns + 1) > mostCells) return null;
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < head; at += 1) pairs.push([at, at]);
  pairs.push(
    ...middlePairs(before.slice(head, head + rows), after.slice(head, head + columns)).map(
      ([a, b]) => [a + head, b + head] as const,
    ),
  );
  for (let at = tail; at > 0; at -= 1) pairs.push([before.length - at, after.length - at]);
  return pairs;
}

function middlePairs<T>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [number, number])[] {
  const [rows, columns] = numbered(before, after);
  const width = after.length + 1;
  // `lengths[a * width + b]`: of the longest common subsequence of what begins at `a` and at `b`.
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let a = before.length - 1; a >= 0; a -= 1) {
    const row = rows[a];
    let at = a * width + after.length - 1;
    for (let b = after.length - 1; b >= 0; b -= 1, at -= 1) {
      const below = lengths[at + width] ?? 0;
      const beside = lengths[at + 1] ?? 0;
      lengths[at] =
        row === columns[b] ? (lengths[at + width + 1] ?? 0) + 1 : below > beside ? below : beside;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [a, b] = [0, 0];
  while (a < before.length && b < after.length) {
    const at = a * width + b;
    if (rows[a] === columns[b]) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) a += 1;
    else b += 1;
  }
  return pairs;
}

/** Both lists by numbers, which are compared faster than what they stand for. */
function numbered<T>(
  before: readonly T[],
  after: readonly T[],
): readonly [Uint32Array, Uint32Array] {
  const numbers = new Map<T, number>();
  const numberOf = (item: T): number => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  };
  return [Uint32Array.from(before, numberOf), Uint32Array.from(after, numberOf)];
}
