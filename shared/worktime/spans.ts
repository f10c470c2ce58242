/** Half-open stretches of time, sorted and apart from each other once united. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The union of any spans as sorted spans that neither touch nor overlap. */
export function unite(spans: readonly Span[]): readonly Span[] {
  const united: { from: number; to: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (span.to <= span.from) continue;
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else united.push({ from: span.from, to: span.to });
  }
  return united;
}

export const clip = (spans: readonly Span[], from: number, to: number): readonly Span[] =>
  spans.flatMap((span) => {
    const clipped = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
    return clipped.to > clipped.from ? [clipped] : [];
  });

/** Those of sorted spans that lie apart from each other which overlap a stretch: a search, however many there are. */
export function overlapping(united: readonly Span[], from: number, to: number): readonly Span[] {
  let low = 0;
  let high = united.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((united[middle] as Span).to <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < united.length && (united[end] as Span).from < to) end++;
  return united.slice(low, end);
}
