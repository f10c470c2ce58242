import { describe, expect, test } from 'vitest';
import {
  formatAgo,
  formatDateTime,
  formatDay,
  formatDuration,
  formatMoney,
  formatNumber,
  formatQuantity,
  formatRatio,
  formatRatioEnds,
  formatRatioSpan,
  formatTime,
  formatWeekdayTime,
  formatWorkTime,
} from '../../../renderer/i18n/format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const nowMs = Date.UTC(2026, 10, 3, 6, 5);

test('numbers are grouped, with no more decimals than they need', () => {
  expect(formatNumber(12_480)).toBe('12,480');
  expect(formatQuantity(7.5)).toBe('7.5');
  expect(formatQuantity(1 / 3)).toBe('0.33');
  expect(formatRatio(0.983)).toBe('98.3%');
  expect(formatRatio(1)).toBe('100%');
});

test.each([
  [0.981, 0.989, '98.1–98.9%'],
  [0.98683, 0.98717, '98.68–98.72%'],
  [1, 1, '100–100%'],
  [0.5, 0.5000000001, '50–50%'],
])('an interval from %d to %d has the digits that tell its ends apart', (low, high, words) => {
  const written = formatRatioSpan({ lowRatio: low, highRatio: high });
  expect(`${written.low}–${written.high}`.replace('\u2060', '')).toBe(words);
});

test('an interval that is told in whole percents has decimals only where it needs them', () => {
  expect(formatRatioEnds({ lowRatio: 0.91, highRatio: 0.97 }, 0)).toEqual({
    low: '91%',
    high: '97%',
  });
  expect(formatRatioEnds({ lowRatio: 0.983, highRatio: 0.984 }, 0)).toEqual({
    low: '98.3%',
    high: '98.4%',
  });
});

test.each([
  [0, '0 min'],
  [45 * MINUTE, '45 min'],
  [HOUR + 20 * MINUTE, '1 h 20 min'],
  [-2 * HOUR, '2 h'],
  [26 * HOUR + 10 * MINUTE, '26 h'],
])('working time of %d ms is %s: never days, which are not 24 hours of work', (ms, words) => {
  expect(formatWorkTime(ms)).toBe(words);
});

test('money has its currency’s own decimals', () => {
  expect(formatMoney(125_000, 'USD')).toBe('$1,250.00');
  expect(formatMoney(125_000, 'PHP')).toBe('₱1,250.00');
  expect(formatMoney(1_250, 'JPY')).toBe('¥1,250');
  expect(formatMoney(125_000, 'no such')).toBe('1,250 no such');
});

test.each([
  [0, '0 s'],
  [45_000, '45 s'],
  [35 * MINUTE, '35 min'],
  [HOUR, '1 h'],
  [2 * HOUR + 15 * MINUTE, '2 h 15 min'],
  [DAY, '1 day'],
  [6.7 * DAY, '6.7 days'],
  [-90 * MINUTE, '−1 h 30 min'],
  [59.7 * MINUTE, '1 h'],
])('%d ms lasts %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});

describe('days', () => {
  test('name their month and move with no zone', () => {
    expect(formatDay('2026-11-03')).toBe('Tue 3 Nov');
    expect(formatDay('2026-11-03', 'dated')).toBe('3 Nov 2026');
    expect(formatDay('2026-11-03', 'long')).toBe('Tuesday 3 November 2026');
  });

  test('what is no day stays as it is', () => {
    expect(formatDay('soon')).toBe('soon');
  });
});

describe('times', () => {
  test('are told in the zone that is named', () => {
    expect(formatTime(nowMs, 'Asia/Manila')).toBe('14:05');
    expect(formatDateTime(nowMs, 'Asia/Manila')).toBe('3 Nov 2026, 14:05');
    expect(formatTime(Date.UTC(2026, 10, 3), 'UTC')).toBe('00:00');
    expect(formatWeekdayTime(nowMs, 'Asia/Manila')).toBe('Tue 14:05');
  });

  test('an unknown zone reads as UTC', () => {
    expect(formatTime(nowMs, 'Nowhere/Else')).toBe('06:05');
  });

  test.each([
    [0, 'just now'],
    [5 * MINUTE, '5 min ago'],
    [3.9 * HOUR, '3 h ago'],
    [1.5 * DAY, '1 day ago'],
    [12 * DAY, '12 days ago'],
    [-5 * MINUTE, 'in 5 min'],
  ])('%d ms before now was %s', (agoMs, words) => {
    expect(formatAgo(nowMs - agoMs, nowMs)).toBe(words);
  });
});
