import { Suspense, lazy } from 'react';
import { useEntryDialog } from '../state/entry-dialog.ts';

const EntryDialogs = lazy(async () => {
  const { EntryDialogs } = await import('../features/log/entry-dialogs.tsx');
  return { default: EntryDialogs };
});

/** The dialogs about a piece of work, whichever view asked for them; fetched when first opened. */
export function WorkDialogs() {
  const isOpen = useEntryDialog((state) => state.dialog !== null);
  return (
    isOpen && (
      <Suspense>
        <EntryDialogs />
      </Suspense>
    )
  );
}
