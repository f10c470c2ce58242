import { describe, expect, test } from 'vitest';
import '../../../../../renderer/i18n/view-words.ts';
import { reviewDocument } from '../../../../../renderer/app/parts/reports/review-document.ts';
import type { MonthlyFigures, WeeklyFigures } from '#shared/cadence/review-figures';
import { reviewFrom } from '#shared/cadence/review';
import { reportFormats } from '#shared/exports/formats';
import { forOutside } from '#shared/exports/report-document';
import { reportMarkdown } from '#shared/exports/report-markdown';

const share = { ratio: 0.96, lowRatio: 0.92, highRatio: 0.98, count: 214 };
const nothing = { now: null, before: null };

const common = {
  fromDay: '2026-11-16',
  toDay: '2026-11-22',
  before: { fromDay: '2026-11-09', toDay: '2026-11-15' },
  asOfMs: Date.UTC(2026, 10, 23, 8),
  currency: 'EUR',
  headline: {
    attainment: { now: { ratio: 0.9, targetCount: 4, onPaceCount: 3 }, before: null },
    completedCount: { now: 120, before: 98 },
    accuracy: { now: share, before: null },
    promises: { now: share, before: null },
    promisesExcused: { now: { ...share, ratio: 0.99 }, before: null },
    turnaround: { now: { medianMs: 5_400_000, count: 118 }, before: null },
    reworked: nothing,
    valueMinor: { now: 1_234_500, before: 1_000_000 },
    costMinor: { now: 0, before: null },
  },
  output: [
    {
      outcomeId: 'uploads',
      name: 'Product uploads',
      unit: 'listings',
      quantity: 48,
      target: 60,
      expected: 60,
      before: 50,
      count: 48,
      accuracy: share,
      promises: null,
    },
  ],
  changes: [],
  versions: [],
  stuck: [
    {
      id: 'd1',
      memberId: 'ana',
      member: 'Ana Cruz',
      outcomeId: 'uploads',
      outcome: 'Product uploads',
      title: 'Spring catalogue',
      on: 'client',
      who: '',
      reason: 'prices are missing',
      sinceMs: 0,
      behind: [],
    },
  ],
  late: [],
  suggestions: [],
  actions: [
    {
      id: 'a0',
      text: 'Ask for the price list',
      ownerId: 'ana',
      owner: 'Ana Cruz',
      dueDay: '2026-11-20',
      state: 'late',
      result: '',
    },
  ],
  leftOut: {},
} satisfies Omit<WeeklyFigures, 'kind' | 'behind' | 'priorities'>;

const weekly: WeeklyFigures = {
  ...common,
  kind: 'weekly',
  behind: [
    {
      memberId: 'ana',
      member: 'Ana Cruz',
      outcomeId: 'uploads',
      outcome: 'Product uploads',
      unit: 'listings',
      quantity: 48,
      target: 60,
    },
  ],
  priorities: [
    {
      id: 'p',
      name: 'Faster catalogue',
      goal: 'Grow',
      ratio: 0.5,
      expectedRatio: 0.6,
      keyResults: [],
    },
  ],
};

const review = reviewFrom({
  audience: 'managers',
  type: 'review',
  id: 'weekly.2026-11-16',
  stamp: '',
  fields: {
    kind: 'weekly',
    'note.output': 'Prices come late',
    'decision.x': { text: 'Upload without prices', atMs: 1 },
    'action.y': { text: 'Call Northwind', ownerId: 'ana', dueDay: '2026-11-27', atMs: 2 },
  },
});

const names = { team: 'Cedar Lane', member: () => 'Ana Cruz', timeZone: 'Europe/Lisbon' };

/** Runtimes differ in which space they put between a number and its sign. */
const spaced = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const words = (document: Parameters<typeof reportMarkdown>[0]): string =>
  spaced(reportMarkdown(document));

describe('a weekly review as a report', () => {
  const whole = reviewDocument(weekly, review, names, reportFormats('de-DE'));

  test('says each rate with how many it is of, written as the reader’s country writes', () => {
    const text = words(whole);
    expect(text).toContain('Promises kept: **96 %** (n = 214, 99 % excused)');
    expect(text).toContain('Value: **12.345,00 €** (before: 10.000,00 €)');
    expect(text).toContain('**Product uploads**: Done 48 listings');
    expect(text).not.toContain('Cost');
  });

  test('has what was noted, decided and agreed', () => {
    const text = words(whole);
    expect(text).toContain('Prices come late');
    expect(text).toContain('Upload without prices');
    expect(text).toContain('Call Northwind (Ana Cruz, ');
    expect(text).toContain('Late: Ask for the price list (Ana Cruz)');
  });

  test('for somebody outside leaves that out, and whose output is behind', () => {
    const text = words(forOutside(whole));
    for (const internal of ['Prices come late', 'Call Northwind', 'price list', 'Ana Cruz']) {
      expect(text).not.toContain(internal);
    }
    expect(text).toContain('Spring catalogue (Product uploads) waits for the client');
    expect(text).toContain('Faster catalogue: 50 % of the way (60 % expected by now)');
  });
});

test('a member’s month has its weeks, what came back and its check-ins', () => {
  const monthly: MonthlyFigures = {
    ...common,
    kind: 'monthly',
    memberId: 'ana',
    member: 'Ana Cruz',
    weeks: [{ fromDay: '2026-11-16', toDay: '2026-11-22', ratio: 0.8, quantity: 48, count: 48 }],
    returned: [{ reason: 'Wrong size', count: 2 }],
    checkIns: { sentCount: 18, owedCount: 20 },
  };
  const text = words(reviewDocument(monthly, null, names, reportFormats('en-GB')));
  expect(text).toContain('Ana Cruz, November 2026');
  expect(text).toContain('Wrong size (2 times)');
  expect(text).toContain('18 of 20 sent');
  expect(text).toMatch(/16 Nov 2026\*\*: Completed 48 · Of what the hours ask for 80%/);
});
