import { useState } from 'react';
import { isAudience } from '#shared/stream/change';
import type { Entry } from '../../data/entry.ts';
import type { RouteParams } from '../../state/route.ts';

type Opened = Pick<Entry, 'audience' | 'id'> | null;

/** The entry whose details are open: the one that the route names, until another row is opened. */
export function useOpenedEntry(
  params: RouteParams,
): readonly [opened: Opened, open: (entry: Opened) => void] {
  const { entry: id = '', of = '' } = params;
  const asked = id !== '' && isAudience(of) ? { audience: of, id } : null;
  const under = `${of}/${id}`;
  const [chosen, setChosen] = useState<{ readonly under: string; readonly entry: Opened } | null>(
    null,
  );
  // What was opened by hand stays open until the route names another.
  const opened = chosen?.under === under ? chosen.entry : asked;
  return [opened, (entry) => setChosen({ under, entry })];
}
