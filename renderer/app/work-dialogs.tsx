import { Suspense, lazy } from 'react';
import { useEntryDialog } from '../state/entry-dialog.ts';
import { useHasOwnWork } from './own-work.ts';
import { useFetchedWhenIdle } from './use-fetched-when-idle.ts';

const loadEntryDialogs = async () => {
  const { EntryDialogs } = await import('../features/log/entry-dialogs.tsx');
  return { default: EntryDialogs };
};
const EntryDialogs = lazy(loadEntryDialogs);

/** The dialogs about a piece of work, whichever view asked for them; fetched before they are first asked for. */
export function WorkDialogs() {
  const isOpen = useEntryDialog((state) => state.dialog !== null);
  useFetchedWhenIdle(loadEntryDialogs, useHasOwnWork());
  return (
    isOpen && (
      <Suspense>
        <EntryDialogs />
      </Suspense>
    )
  );
}
