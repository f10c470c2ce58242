import { longestCommon } from './longest-common.ts';

/** A stretch of text that both have, or that one of them has. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The same for one text that shows both: changes with nothing but a space, a sign or a short word between
 * them become one, so that it reads as a phrase that was replaced and not as words that alternate.
 */
export function joinedChanges(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = [];
  let removed = '';
  let added = '';
  const end = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [at, { kind, text }] of parts.entries()) {
    const isInside = at > 0 && at < parts.length - 1 && isShort(text);
    if (kind === 'same' && !isInside) {
      end();
      joined.push({ kind, text });
      continue;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  }
  end();
  return joined;
}

/** No more than one word of a few letters. */
const isShort = (text: string): boolean =>
  /^[^\p{L}\p{N}]*[\p{L}\p{N}]{0,3}[^\p{L}\p{N}]*$/u.test(text);

/** A table of more cells takes too long while somebody watches: longer texts are compared by line. */
const MOST_CELLS = 1_000_000;

/**
 * What changed in a text, word by word. The parts that are not added, one after the other, are `before`;
 * those that are not removed are `after`.
 */
export function wordDiff(before: string, after: string): readonly TextPart[] {
  const parts =
    partsOf(before.match(WORDS) ?? [], after.match(WORDS) ?? []) ??
    partsOf(before.match(LINES) ?? [], after.match(LINES) ?? []);
  return parts ? bridged(parts) : replaced(before, after);
}

/** As much, at most, stands between two changes that are read as one. */
const BRIDGE_CHARS = 3;

/** A space or a small word between two changes would tear them into shreds: they become one. */
function bridged(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    joined.push(...replaced(removed, added));
    [removed, added] = ['', ''];
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const isWithin = removed + added !== '' && index < parts.length - 1;
    const isBridge = isWithin && text.trim().length <= BRIDGE_CHARS && !text.includes('\n');
    if (kind === 'same' && !isBridge) {
      flush();
      joined.push({ kind, text });
    } else {
      if (kind !== 'added') removed += text;
      if (kind !== 'removed') added += text;
    }
  }
  flush();
  return joined;
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

function replaced(before: string, after: string): readonly TextPart[] {
  const parts: readonly TextPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
