import { addDays, dayIn, startOfWeek } from '#shared/day';
import type { DayKey } from '#shared/day';
import { foldText } from '#shared/deliverables/log-line-words';
import type { WorkItem } from './work-item.ts';

/** By what work can be picked out. */
export const FACETS = [
  'member',
  'outcome',
  'client',
  'stage',
  'waiting',
  'due',
  'by',
  'owner',
  'text',
] as const;
export type Facet = (typeof FACETS)[number];

export const DUE_CHOICES = ['overdue', 'atRisk', 'today', 'week', 'none'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

/** Waiting for other work, beside the people and systems that a block can name. */
export const WAITS_FOR_WORK = 'work';

/** The wanted values of each facet: any of them will do, and every facet named must. Texts must all occur. */
export type WorkFilter = Readonly<Partial<Record<Facet, readonly string[]>>>;

export const NO_FILTER: WorkFilter = {};

/** The calendar by which "today" and "this week" are meant: the reader's own. */
export interface FilterDays {
  readonly zone: string;
  readonly today: DayKey;
}

/** Answers whether an item is wanted. */
export function matcherOf(filter: WorkFilter, days: FilterDays): (item: WorkItem) => boolean {
  const tests = FACETS.flatMap((facet) => {
    const values = filter[facet] ?? [];
    return values.length === 0 ? [] : [testOf(facet, values, days)];
  });
  return (item) => tests.every((test) => test(item));
}

type Test = (item: WorkItem) => boolean;

function testOf(facet: Facet, values: readonly string[], days: FilterDays): Test {
  const wanted = new Set(values);
  switch (facet) {
    case 'member':
      return ({ entry }) => wanted.has(entry.memberId);
    case 'outcome':
      return ({ entry }) => wanted.has(entry.outcomeId);
    case 'client':
      return ({ entry }) => wanted.has(entry.client);
    case 'stage':
      return ({ stage }) => wanted.has(stage);
    case 'by':
      return ({ entry }) => wanted.has(entry.assignedById);
    case 'owner':
      return ({ isUnowned }) => isUnowned;
    case 'waiting':
      return ({ block, openNeedCount }) =>
        (block !== null && wanted.has(block.on)) ||
        (openNeedCount > 0 && wanted.has(WAITS_FOR_WORK));
    case 'due': {
      const tests = DUE_CHOICES.filter((choice) => wanted.has(choice)).map((choice) =>
        dueTest(choice, days),
      );
      return (item) => tests.some((test) => test(item));
    }
    case 'text': {
      const words = values.flatMap((value) => foldText(value).split(/\s+/)).filter(Boolean);
      return (item) => words.every((word) => wordsOf(item).includes(word));
    }
  }
}

function dueTest(choice: DueChoice, { zone, today }: FilterDays): Test {
  if (choice === 'overdue' || choice === 'atRisk') {
    return ({ pressure }) => pressure.risk === choice;
  }
  if (choice === 'none') {
    return ({ stage, pressure }) => stage !== 'completed' && pressure.dueAtMs === null;
  }
  const lastDay = choice === 'today' ? today : addDays(startOfWeek(today), 6);
  return ({ pressure: { dueAtMs } }) => {
    if (dueAtMs === null) return false;
    const day = dayIn(zone, dueAtMs);
    return day >= today && day <= lastDay;
  };
}

const folded = new WeakMap<WorkItem['entry'], string>();

/** What an item is found by; folded once for as long as its entry lives. */
function wordsOf({ entry, title, outcomeName, memberName }: WorkItem): string {
  let words = folded.get(entry);
  if (words === undefined) {
    const { client, reference, note } = entry;
    words = foldText([title, outcomeName, memberName, client, reference, note].join('\n'));
    folded.set(entry, words);
  }
  return words;
}

/** The filter with one more value, or the same where it holds it. */
export function withValue(filter: WorkFilter, facet: Facet, value: string): WorkFilter {
  const values = filter[facet] ?? [];
  return values.includes(value) ? filter : { ...filter, [facet]: [...values, value] };
}

export function withoutValue(filter: WorkFilter, facet: Facet, value: string): WorkFilter {
  const { [facet]: values = [], ...rest } = filter;
  const left = values.filter((each) => each !== value);
  return left.length === 0 ? rest : { ...rest, [facet]: left };
}

export interface FilterPart {
  readonly facet: Facet;
  readonly value: string;
}

/** Each value of each facet, in the order of the facets. */
export const partsOf = (filter: WorkFilter): readonly FilterPart[] =>
  FACETS.flatMap((facet) => (filter[facet] ?? []).map((value) => ({ facet, value })));

/** Whether two filters pick the same, whatever order their values were added in. */
export const isSameFilter = (a: WorkFilter, b: WorkFilter): boolean => keyOf(a) === keyOf(b);

const keyOf = (filter: WorkFilter): string =>
  JSON.stringify(FACETS.map((facet) => (filter[facet] ?? []).toSorted()));
