import type { RouteParams } from '../../state/route.ts';
import type { WorkFilter } from './work-filter.ts';
import { FACETS } from './work-filter.ts';

export const LAYOUTS = ['board', 'list'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const LANES = ['none', 'member', 'outcome'] as const;
export type Lanes = (typeof LANES)[number];

/** What the view shows, as it stands in the route and in a saved view. */
export interface WorkQuery {
  readonly filter: WorkFilter;
  /** Null where the route leaves it to what was last chosen. */
  readonly layout: Layout | null;
  readonly lanes: Lanes | null;
}

/** Values stand encoded between commas, so that a client's name may hold one. */
export function queryOf(params: RouteParams): WorkQuery {
  const parts = FACETS.flatMap((facet) => {
    const values = (params[facet] ?? '').split(',').filter(Boolean).map(decoded);
    return values.length === 0 ? [] : [[facet, values] as const];
  });
  return {
    filter: Object.fromEntries(parts),
    layout: LAYOUTS.find((layout) => layout === params['layout']) ?? null,
    lanes: LANES.find((lanes) => lanes === params['lanes']) ?? null,
  };
}

export function paramsOf({ filter, layout, lanes }: WorkQuery): RouteParams {
  const parts = FACETS.flatMap((facet) => {
    const values = filter[facet] ?? [];
    return values.length === 0 ? [] : [[facet, values.map(encodeURIComponent).join(',')] as const];
  });
  return {
    ...Object.fromEntries(parts),
    ...(layout && { layout }),
    ...(lanes && { lanes }),
  };
}

/** A hand-made or newer text may not decode: then it is what it says. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An assistant's work is all one member's. */
export const lanesFor = (isManager: boolean): readonly Lanes[] =>
  LANES.filter((each) => isManager || each !== 'member');

export function nextLanes(lanes: Lanes, isManager: boolean): Lanes {
  const offered = lanesFor(isManager);
  return offered[(offered.indexOf(lanes) + 1) % offered.length] ?? 'none';
}
