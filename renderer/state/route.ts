import { create } from 'zustand';

export const VIEWS = [
  'today',
  'entries',
  'checklists',
  'run',
  'wrap-up',
  'overview',
  'insights',
  'quality',
  'reviews',
  'check-in',
  'strategy',
  'work',
  'outcomes',
  'outcome',
  'sops',
  'team',
  'import',
  'sync',
  'settings',
  'privacy',
  'help',
  'handover',
] as const;
export type View = (typeof VIEWS)[number];

export type RouteParams = Readonly<Record<string, string>>;

export interface Route {
  readonly view: View;
  readonly params: RouteParams;
}

/** How many steps back are remembered. */
const TRAIL_LIMIT = 50;

interface RouteState {
  readonly route: Route;
  readonly trail: readonly Route[];
}

const useRouteState = create<RouteState>(() => ({
  route: { view: 'today', params: {} },
  trail: [],
}));

/** The view on screen and its parameters (a drill-down's filters). */
export const useRoute = (): Route => useRouteState((state) => state.route);

export const useCanGoBack = (): boolean => useRouteState((state) => state.trail.length > 0);

export const currentRoute = (): Route => useRouteState.getState().route;

export function go(view: View, params: RouteParams = {}): void {
  useRouteState.setState(({ route, trail }) =>
    isSameRoute(route, { view, params })
      ? {}
      : { route: { view, params }, trail: [...trail, route].slice(-TRAIL_LIMIT) },
  );
}

/** Changes what a view shows without a step that Back would return to: a dialog closed, a filter set. */
export function replaceRoute(view: View, params: RouteParams = {}): void {
  useRouteState.setState({ route: { view, params } });
}

/** Returns to the view before this one; does nothing where there is none. */
export function goBack(): void {
  useRouteState.setState(({ trail }) => {
    const last = trail.at(-1);
    return last ? { route: last, trail: trail.slice(0, -1) } : {};
  });
}

/** Starts anew at a view: another workspace or seat has another past. */
export function resetRoute(route: Route): void {
  useRouteState.setState({ route, trail: [] });
}

/** A route as it is kept in the settings: `entries?memberId=x`. */
export function routeText({ view, params }: Route): string {
  const query = new URLSearchParams(params).toString();
  return query ? `${view}?${query}` : view;
}

/** The route in a kept text, or null where this version has no such view. */
export function parseRoute(text: string): Route | null {
  const [name = '', query = ''] = text.split('?', 2);
  const view = VIEWS.find((each) => each === name);
  return view ? { view, params: Object.fromEntries(new URLSearchParams(query)) } : null;
}

const isSameRoute = (a: Route, b: Route): boolean => routeText(a) === routeText(b);
