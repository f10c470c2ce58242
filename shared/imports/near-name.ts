import { nameKey } from './mapping.ts';

/** What a name says without signs, emoji, an article, numbering before it and the plural. */
const bareName = (name: string): string =>
  nameKey(name)
    .slice(0, 80)
    .replace(/&/g, ' and ')
    .replace(/^\W*\d{1,3}[.)]\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|a|an) /g, '')
    .replace(/([\p{L}]{3})s\b/gu, '$1')
    .trim();

/** Shorter words are codes as often as not: `Sales EU` is not `Sales US`. */
const MIN_CHARS = 6;

/**
 * Whether two names are most likely one, written twice: `Product Uploads` and `product upload`,
 * `Customer suport`. Words differ in one letter at most, and no figure differs.
 */
export function isNearName(a: string, b: string): boolean {
  const first = bareName(a);
  const second = bareName(b);
  if (first === '' || second === '') return false;
  if (first === second) return true;
  const words = first.split(' ');
  const others = second.split(' ');
  return (
    words.length === others.length &&
    words.every((word, index) => isNearWord(word, others[index] ?? ''))
  );
}

function isNearWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < MIN_CHARS || /\d/.test(a + b)) return false;
  return isWithin(a, b, 1);
}

/** Whether so many letters put in, left out or changed lead from one text to the other (Levenshtein 1966). */
function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const changed = (row[j - 1] ?? 0) + (isSame ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return false;
    row = next;
  }
  return (row.at(-1) ?? 0) <= limit;
}
