import { useEffect } from 'react';
import { routeText, useRoute } from '../state/route.ts';
import { savePreferences } from '../services/preferences.ts';

/** A route's text that the settings take; a longer drill-down is kept as its view alone. */
const TEXT_LIMIT = 200;
/** Moving through views is not worth a write each. */
const QUIET_MS = 1_000;

/** Remembers the view, so that the next start opens where this one was left. */
export function useKeptRoute(): void {
  const route = useRoute();
  useEffect(() => {
    const text = routeText(route);
    const kept = text.length <= TEXT_LIMIT ? text : route.view;
    const timer = setTimeout(() => void savePreferences({ route: kept }), QUIET_MS);
    return () => clearTimeout(timer);
  }, [route]);
}
