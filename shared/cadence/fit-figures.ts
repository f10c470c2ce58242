import { z } from 'zod';
import type { Json } from '../json.ts';
import { MonthlyFigures, WeeklyFigures } from './review-figures.ts';
import type { ReviewFigures } from './review-figures.ts';

/** What a review's figures may take: one change of a log carries 64 KiB. */
export const FIGURES_BYTES = 48 * 1024;

/** Longer texts are cut: the log has them whole. */
const TEXT_CHARS = 240;

/** Beyond so many a list is no longer read in a meeting. What is most pressing stands first in each. */
const LIST_LIMITS: Readonly<Record<string, number>> = {
  output: 60,
  behind: 40,
  changes: 8,
  versions: 10,
  stuck: 25,
  late: 25,
  priorities: 12,
  suggestions: 20,
  actions: 40,
  weeks: 16,
  returned: 12,
};

/**
 * The figures as they can be kept: long texts cut, long lists ended and what is left out counted, all
 * within `FIGURES_BYTES`. What a review shows has gone through here, so that history says the same.
 */
export const fitWeekly = (figures: WeeklyFigures): WeeklyFigures =>
  WeeklyFigures.parse(fitted(figures));

/** The same of a member's month. */
export const fitMonthly = (figures: MonthlyFigures): MonthlyFigures =>
  MonthlyFigures.parse(fitted(figures));

const plainFields = z.record(z.string(), z.json());

function fitted(figures: ReviewFigures): Json {
  const leftOut: Record<string, number> = { ...figures.leftOut };
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(plainFields.parse(figures))) {
    if (name !== 'leftOut') fields[name] = fittedValue(name, value, leftOut);
  }
  for (;;) {
    const whole = { ...fields, leftOut };
    if (utf8Bytes(JSON.stringify(whole)) <= FIGURES_BYTES) return whole;
    const longest = longestList(fields);
    // Without any list the rest is a few hundred bytes.
    if (longest === null) return whole;
    const { name, list } = longest;
    const kept = Math.floor(list.length / 2);
    leftOut[name] = (leftOut[name] ?? 0) + list.length - kept;
    fields[name] = list.slice(0, kept);
  }
}

function fittedValue(name: string, value: Json, leftOut: Record<string, number>): Json {
  const clipped = clipTexts(value);
  const limit = LIST_LIMITS[name];
  if (!Array.isArray(clipped) || limit === undefined || clipped.length <= limit) return clipped;
  leftOut[name] = (leftOut[name] ?? 0) + clipped.length - limit;
  return clipped.slice(0, limit);
}

function longestList(
  figures: Readonly<Record<string, Json>>,
): { readonly name: string; readonly list: readonly Json[] } | null {
  let longest: { name: string; list: readonly Json[]; bytes: number } | null = null;
  for (const [name, list] of Object.entries(figures)) {
    if (!Array.isArray(list) || list.length === 0) continue;
    const bytes = utf8Bytes(JSON.stringify(list));
    if (longest === null || bytes > longest.bytes) longest = { name, list, bytes };
  }
  return longest;
}

function clipTexts(value: Json): Json {
  if (typeof value === 'string') return clip(value);
  if (Array.isArray(value)) return value.map(clipTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clipTexts(each)]));
}

/** Never in the middle of a character: half of one has no place in a log. */
function clip(text: string): string {
  if (text.length <= TEXT_CHARS) return text;
  const cut = text.slice(0, TEXT_CHARS - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
