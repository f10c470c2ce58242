import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import type { WorkspaceEntry } from '#shared/ipc';
import { bridge } from '../../../bridge.ts';
import { announceFailure } from '../../../services/announce.ts';

const RestoreDialog = lazy(async () => {
  const { RestoreDialog } = await import('./restore-dialog.tsx');
  return { default: RestoreDialog };
});

/** An export that was chosen, to be restored. */
export interface ChosenArchive {
  readonly token: string;
  readonly name: string;
  readonly isLocked: boolean;
}

interface RestoreButtonProps {
  /** Draws what is pressed. */
  readonly children: (choose: () => void) => ReactNode;
  /** The workspace is there; it is to be opened. */
  readonly onRestored: (entry: WorkspaceEntry) => void;
}

/** Asks for an export, then for its passphrase, and restores it. */
export function RestoreButton({ children, onRestored }: RestoreButtonProps) {
  const [archive, setArchive] = useState<ChosenArchive | null>(null);
  const choose = async () => {
    const chosen = await bridge.chooseArchive();
    if (chosen.ok) setArchive(chosen.value);
    else if (chosen.error.code !== 'cancelled') announceFailure(chosen.error);
  };
  return (
    <>
      {children(() => void choose())}
      {archive && (
        <Suspense>
          <RestoreDialog
            archive={archive}
            onRestored={(entry) => {
              setArchive(null);
              onRestored(entry);
            }}
            onClose={() => setArchive(null)}
          />
        </Suspense>
      )}
    </>
  );
}
