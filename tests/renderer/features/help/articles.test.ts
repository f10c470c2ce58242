import { describe, expect, test } from 'vitest';
import { isViewOf } from '../../../../renderer/app/navigation.ts';
import { articleOfView, articlesOf, idOf } from '../../../../renderer/features/help/articles.ts';
import { helpSearch } from '../../../../renderer/features/help/search.ts';
import { helpCatalogue } from '../../../../renderer/i18n/en/help-catalogue.ts';
import '../../../../renderer/i18n/help-words.ts';
import '../../../../renderer/i18n/view-words.ts';
import { VIEWS } from '../../../../renderer/state/route.ts';

const SEATS = ['manager', 'assistant'] as const;
const idsOf = (seat: (typeof SEATS)[number]) => articlesOf(seat).map(idOf);

describe('the pages of the help', () => {
  test.each(SEATS)('tell a %s of every screen they have', (seat) => {
    const views = VIEWS.filter((view) => isViewOf(seat, view));
    const missing = views.filter((view) => !idsOf(seat).includes(articleOfView(view, seat)));
    expect(missing).toEqual([]);
  });

  test('are all listed, each once in a seat', () => {
    const { helpTerms: _, ...areas } = helpCatalogue;
    const written = Object.entries(areas).flatMap(([area, pages]) =>
      Object.keys(pages).map((page) => `${area}.${page}`),
    );
    const listed = new Set(SEATS.flatMap((seat) => articlesOf(seat).map(({ words }) => words)));
    expect(written.filter((words) => ![...listed].some((each) => each === words))).toEqual([]);
    for (const seat of SEATS) expect(new Set(idsOf(seat)).size).toBe(idsOf(seat).length);
  });

  test('lead on to pages that there are', () => {
    const all = new Set(SEATS.flatMap(idsOf));
    const led = SEATS.flatMap((seat) => articlesOf(seat).flatMap(({ see = [] }) => see));
    expect(led.filter((id) => !all.has(id))).toEqual([]);
  });

  test('open no screen that a seat does not have', () => {
    for (const seat of SEATS) {
      const views = articlesOf(seat).flatMap(({ view }) => view ?? []);
      expect(views.filter((view) => !isViewOf(seat, view))).toEqual([]);
    }
  });
});

describe('searching the help', () => {
  const titlesOf = (query: string, seat: (typeof SEATS)[number] = 'manager') =>
    helpSearch(articlesOf(seat))(query).map(({ kind, id }) => `${kind} ${id}`);

  test('a title comes before what only mentions the word', () => {
    expect(titlesOf('invite')[0]).toBe('article invite');
    expect(titlesOf('turnaround')[0]).toBe('term turnaround');
  });

  test('a word that is not finished, or mistyped, is found', () => {
    expect(titlesOf('glossa offl')).toEqual([]);
    expect(titlesOf('offl')).toContain('article offline');
    expect(titlesOf('turnarond')).toContain('term turnaround');
  });

  test('what a number means is found by its words', () => {
    expect(titlesOf('Wilson interval')).toContain('article overview');
  });

  test('an assistant finds no page about a manager’s screens', () => {
    expect(titlesOf('strategy', 'assistant')).not.toContain('article strategy');
    expect(titlesOf('strategy')).toContain('article strategy');
  });
});
