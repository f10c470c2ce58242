import type { Dialect } from './parse-records.ts';
import { parseRecords } from './parse-records.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

const SAMPLE_CHARS = 256 * 1024;
const SAMPLE_RECORDS = 300;

/** The delimiter and quote that split a text most evenly; a comma and `"` where nothing splits it. */
export function detectDialect(text: string): Dialect {
  // Cut at a line's end, so that no record is half in it.
  const end = text.length > SAMPLE_CHARS ? text.lastIndexOf('\n', SAMPLE_CHARS) : text.length;
  const sample = text.slice(0, end > 0 ? end : SAMPLE_CHARS);
  const declared = /^sep=(.)\r?\n/.exec(sample)?.[1];
  const quote = detectQuote(sample);
  if (declared) return { delimiter: declared, quote };
  let best: Dialect = { delimiter: ',', quote };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(sample, { delimiter, quote });
    if (score > bestScore) {
      best = { delimiter, quote };
      bestScore = score;
    }
  }
  return best;
}

/**
 * Share of records with the commonest width, weighed by that width. A separator that the first wide
 * record has otherwise, or that the first of all does not have, is most likely one within cells.
 */
function evenness(sample: string, dialect: Dialect): number {
  const widths: number[] = [];
  parseRecords(sample, dialect, ({ cells }) => {
    if (cells.some((cell) => cell.trim() !== '')) widths.push(cells.length);
    return widths.length < SAMPLE_RECORDS;
  });
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let mode = 1;
  let modeCount = 0;
  for (const [width, count] of counts) {
    if (width > 1 && count > modeCount) [mode, modeCount] = [width, count];
  }
  if (mode === 1) return 0;
  const isHeaderEven = widths.find((width) => width > 1) === mode && widths[0] !== 1;
  return (modeCount / widths.length) * Math.log2(mode) * (isHeaderEven ? 1 : 0.3);
}

/** Apostrophes quote only where cells begin and end with one, and no cell begins with a double quote. */
function detectQuote(sample: string): '"' | "'" {
  const doubles = sample.match(/(?:^|[,;\t|\n\r]) ?"/g)?.length ?? 0;
  const singles =
    sample.match(/(?:^|[,;\t|\n\r])'[^'\n\r]{0,1000}'(?=[,;\t|\n\r]|$)/g)?.length ?? 0;
  return singles > 2 && singles > doubles ? "'" : '"';
}
