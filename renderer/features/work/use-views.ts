import { useMemo } from 'react';
import type { SavedView } from '#shared/saved-view';
import { useLive } from '../../data/live.ts';
import { savedViews } from '../../data/saved-views.ts';
import { t } from '../../i18n/text.ts';
import { builtInViews } from './built-in-views.ts';
import type { BuiltInView } from './built-in-views.ts';
import type { FilterDays } from './work-filter.ts';
import { matcherOf } from './work-filter.ts';
import type { WorkQuery } from './work-params.ts';
import { queryOf } from './work-params.ts';
import type { Work } from './use-work.ts';

/** A built-in or a saved way of looking at the work. */
export interface NamedView {
  readonly key: string;
  readonly name: string;
  readonly query: WorkQuery;
  readonly count: number;
  readonly tone?: 'warn' | 'bad' | undefined;
  /** Null for those that are built in. */
  readonly saved: SavedView | null;
}

const TONES: Readonly<Partial<Record<BuiltInView, NamedView['tone']>>> = {
  overdue: 'bad',
  atRisk: 'warn',
  returned: 'warn',
};

/** All views of the seat with how much work is in each. */
export function useViews(work: Work, days: FilterDays): readonly NamedView[] {
  const { viewer, items } = work;
  const saved = useLive(async () => await savedViews(viewer.memberId, 'work'), [viewer.memberId]);
  return useMemo(() => {
    const countOf = ({ filter }: WorkQuery): number => {
      const isWanted = matcherOf(filter, days);
      return items.reduce((count, item) => count + Number(isWanted(item)), 0);
    };
    const built = builtInViews(viewer.isManager ? 'manager' : 'assistant').map(
      ({ key, filter }): NamedView => {
        const query = { filter, layout: null, lanes: null };
        const name = t(`work.view.${key}`);
        return { key, name, query, count: countOf(query), tone: TONES[key], saved: null };
      },
    );
    const own = (saved ?? []).map((view): NamedView => {
      const query = queryOf(view.params);
      return { key: view.id, name: view.name, query, count: countOf(query), saved: view };
    });
    return [...built, ...own];
  }, [viewer.isManager, items, days, saved]);
}
