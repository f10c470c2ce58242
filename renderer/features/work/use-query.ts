import { useMemo, useState } from 'react';
import { go, replaceRoute, useRoute } from '../../state/route.ts';
import { keepChoice, keptChoice } from '../../state/work-view.ts';
import type { WorkFilter } from './work-filter.ts';
import type { Lanes, Layout } from './work-params.ts';
import { LANES, LAYOUTS, paramsOf, queryOf } from './work-params.ts';
import type { NamedView } from './use-views.ts';

/** What the view is asked to show, and how to ask for something else. */
export interface Query {
  readonly filter: WorkFilter;
  readonly layout: Layout;
  readonly lanes: Lanes;
  /** The view that was chosen, while its filter may since have been changed. */
  readonly viewId: string | null;
  readonly setFilter: (filter: WorkFilter) => void;
  readonly setLayout: (layout: Layout) => void;
  readonly setLanes: (lanes: Lanes) => void;
  readonly choose: (view: NamedView) => void;
}

/** Filters stand in the route, so that links and Back know them; layout and lanes are as they were last. */
export function useQuery(): Query {
  const { params } = useRoute();
  const [kept, setKept] = useState(() => ({
    layout: LAYOUTS.find((layout) => layout === keptChoice('layout')) ?? 'board',
    lanes: LANES.find((lanes) => lanes === keptChoice('lanes')) ?? 'none',
  }));
  return useMemo(() => {
    const asked = queryOf(params);
    const viewId = params['view'] ?? null;
    const keep = (change: Partial<typeof kept>): void => {
      for (const name of ['layout', 'lanes'] as const) {
        const value = change[name];
        if (value !== undefined) keepChoice(name, value);
      }
      setKept((before) => ({ ...before, ...change }));
      // What a link asked for once no longer stands against what was chosen since.
      const filterOnly = { filter: asked.filter, layout: null, lanes: null };
      if (asked.layout || asked.lanes) replaceRoute('work', withView(paramsOf(filterOnly), viewId));
    };
    return {
      filter: asked.filter,
      layout: asked.layout ?? kept.layout,
      lanes: asked.lanes ?? kept.lanes,
      viewId,
      setFilter: (filter) => go('work', withView(paramsOf({ ...asked, filter }), viewId)),
      setLayout: (layout) => keep({ layout }),
      setLanes: (lanes) => keep({ lanes }),
      choose: ({ key, query }) => go('work', withView(paramsOf(query), key)),
    };
  }, [params, kept]);
}

const withView = (params: Readonly<Record<string, string>>, view: string | null) => ({
  ...params,
  ...(view !== null && view !== 'all' && { view }),
});
