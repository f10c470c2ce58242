import { Suspense, lazy } from 'react';
import { useAssignDialog } from '../state/assign-dialog.ts';
import { useEntryDialog } from '../state/entry-dialog.ts';
import { useHasOwnWork } from './parts/own-work.ts';
import { useFetchedWhenIdle } from './use-fetched-when-idle.ts';

const loadEntryDialogs = async () => {
  const { EntryDialogs } = await import('../features/log/entry-dialogs.tsx');
  return { default: EntryDialogs };
};
const EntryDialogs = lazy(loadEntryDialogs);

const loadAssignDialogs = async () => {
  const { AssignDialogs } = await import('./parts/assign/assign-dialogs.tsx');
  return { default: AssignDialogs };
};
const AssignDialogs = lazy(loadAssignDialogs);

/** The dialogs about a piece of work, whichever view asked for them; fetched before they are first asked for. */
export function WorkDialogs() {
  const isEntryOpen = useEntryDialog((state) => state.dialog !== null);
  const isAssignOpen = useAssignDialog((state) => state.dialog !== null);
  useFetchedWhenIdle(loadEntryDialogs, useHasOwnWork());
  return (
    <>
      {isEntryOpen && (
        <Suspense>
          <EntryDialogs />
        </Suspense>
      )}
      {isAssignOpen && (
        <Suspense>
          <AssignDialogs />
        </Suspense>
      )}
    </>
  );
}
