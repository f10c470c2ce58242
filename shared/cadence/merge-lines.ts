/** A generated line of text and what it is about, so that a newer wording finds the older. */
export interface KeyedLine {
  readonly key: string;
  readonly text: string;
}

export const linesText = (lines: readonly KeyedLine[]): string =>
  lines.map(({ text }) => text).join('\n');

/**
 * Brings newly generated lines into a text that a person has edited since `base` was generated.
 * Lines left as they were follow their key's new wording, or go where the key is gone. Lines that
 * were written or reworded by hand stay, and what was deleted stays deleted. New keys come in after the
 * line they follow in `next`.
 */
export function mergeLines(
  base: readonly KeyedLine[],
  edited: string,
  next: readonly KeyedLine[],
): string {
  if (edited === linesText(base)) return linesText(next);
  const nextByKey = new Map(next.map((line) => [line.key, line]));
  const untouched = keysByText(base);
  const merged: MergedLine[] = [];
  for (const text of edited === '' ? [] : edited.split('\n')) {
    const key = untouched.get(text)?.shift() ?? null;
    if (key === null) merged.push({ key: null, text });
    else {
      const line = nextByKey.get(key);
      if (line) merged.push({ key, text: line.text });
    }
  }
  const known = new Set(base.map(({ key }) => key));
  for (const [at, line] of next.entries()) {
    if (!known.has(line.key)) insertAfter(merged, next.slice(0, at), line);
  }
  return merged.map(({ text }) => text).join('\n');
}

interface MergedLine {
  readonly key: string | null;
  readonly text: string;
}

/** Equal lines of different keys are met in order. */
function keysByText(lines: readonly KeyedLine[]): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { key, text } of lines) keys.set(text, [...(keys.get(text) ?? []), key]);
  return keys;
}

function insertAfter(merged: MergedLine[], before: readonly KeyedLine[], line: KeyedLine): void {
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const place = merged.findIndex(({ key }) => key === before[at]?.key);
    if (place >= 0) {
      merged.splice(place + 1, 0, line);
      return;
    }
  }
  merged.push(line);
}
