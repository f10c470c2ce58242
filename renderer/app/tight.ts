import { useSyncExternalStore } from 'react';

/** A small window, or a large zoom: the room is for the view, and the navigation is narrow by itself. */
const TIGHT = '(max-width: 960px)';

export const useIsTight = (): boolean => useSyncExternalStore(subscribe, isTight);

const isTight = (): boolean => window.matchMedia(TIGHT).matches;

function subscribe(listen: () => void): () => void {
  const query = window.matchMedia(TIGHT);
  query.addEventListener('change', listen);
  return () => query.removeEventListener('change', listen);
}
