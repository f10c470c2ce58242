import { useEffect, useState } from 'react';
import type { RouteParams } from './route.ts';
import { currentRoute, replaceRoute } from './route.ts';

/**
 * Parameters that ask for something once, such as a dialog: read when the view opens and taken out of
 * the route, so that neither Back nor the next start asks again.
 */
export function useOnceParams(names: readonly string[]): RouteParams {
  const [asked] = useState(() => picked(currentRoute().params, (name) => names.includes(name)));
  useEffect(() => {
    const { view, params } = currentRoute();
    const left = picked(params, (name) => !(name in asked));
    if (Object.keys(asked).length > 0) replaceRoute(view, left);
  }, [asked]);
  return asked;
}

const picked = (params: RouteParams, isWanted: (name: string) => boolean): RouteParams =>
  Object.fromEntries(Object.entries(params).filter(([name]) => isWanted(name)));
