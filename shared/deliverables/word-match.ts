/**
 * How well a typed word stands for a vocabulary word, 0 (not at all) to 1 (the same). Both are folded.
 * Understands plurals, beginnings ("list" for "listings") and typing errors: one in four letters
 * or more, two in eight or more.
 */
export function matchWord(typed: string, target: string): number {
  if (typed === target) return 1;
  if (typed.length < 2 || typed.length > 40 || target.length > 40) return 0;
  if (singularOf(typed) === singularOf(target)) return 0.97;
  if (typed.length >= 3 && target.startsWith(typed)) {
    return 0.6 + (0.35 * typed.length) / target.length;
  }
  const allowed = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (allowed === 0) return 0;
  if (Math.abs(typed.length - target.length) <= allowed) {
    const distance = editDistance(typed, target, allowed);
    if (distance <= allowed) return 0.8 - 0.12 * distance;
  }
  return typed.length >= 5 &&
    target.length > typed.length &&
    editDistance(typed, target.slice(0, typed.length), 1) <= 1
    ? 0.55
    : 0;
}

/**
 * How much of a name some typed words say, 0 to 1: each word must stand for a word of the name, in the
 * name's order. The initials of a name of several words say it too.
 */
export function matchPhrase(
  typed: readonly string[],
  name: readonly string[],
  match: (typed: string, target: string) => number,
): number {
  if (typed.length === 0 || name.length === 0) return 0;
  if (typed.length === 1 && name.length > 1 && typed[0] === initialsOf(name)) return 0.75;
  let said = 0;
  let at = 0;
  for (const word of typed) {
    let score = 0;
    while (at < name.length && score === 0) {
      score = match(word, name[at] ?? '');
      at += 1;
    }
    if (score === 0) return 0;
    said += score;
  }
  return said / name.length;
}

const initialsOf = (words: readonly string[]): string => words.map((word) => word[0]).join('');

export function singularOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(s|i|u)s$/.test(word)
    ? word.slice(0, -1)
    : word;
}

/**
 * Optimal string alignment distance (Damerau–Levenshtein with adjacent transpositions only);
 * gives up with `limit + 1` as soon as it is certain to be above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}
