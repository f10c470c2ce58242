import { longestCommon } from './longest-common.ts';

/** A stretch of text that both have, or that one of them has. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A table of more cells takes too long while somebody watches: longer texts are compared by line. */
const MOST_CELLS = 1_000_000;

/**
 * What changed in a text, word by word. The parts that are not added, one after the other, are `before`;
 * those that are not removed are `after`.
 */
export function wordDiff(before: string, after: string): readonly TextPart[] {
  const words = partsOf(before.match(WORDS) ?? [], after.match(WORDS) ?? []);
  return (
    words ?? partsOf(before.match(LINES) ?? [], after.match(LINES) ?? []) ?? whole(before, after)
  );
}

/** Words, what is between them, and signs of their own: nothing of a text is left out. */
const WORDS = /[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu;
const LINES = /[^\n]*\n|[^\n]+$/g;

/** Null where it would take too long. */
function partsOf(before: readonly string[], after: readonly string[]): readonly TextPart[] | null {
  const kept = longestCommon(before, after, MOST_CELLS);
  if (!kept) return null;
  const parts: TextPart[] = [];
  const add = (kind: TextPart['kind'], text: string): void => {
    if (text === '') return;
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  let [a, b] = [0, 0];
  for (const [keptA, keptB] of [...kept, [before.length, after.length] as const]) {
    add('removed', before.slice(a, keptA).join(''));
    add('added', after.slice(b, keptB).join(''));
    add('same', before[keptA] ?? '');
    [a, b] = [keptA + 1, keptB + 1];
  }
  return parts;
}

const whole = (before: string, after: string): readonly TextPart[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];
