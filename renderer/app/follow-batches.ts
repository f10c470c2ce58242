import { bridge } from '../bridge.ts';
import { useSession } from '../state/session.ts';

/** Imports every batch file that is opened outside the window, from the one that started the app on. */
export function followBatches(): () => void {
  void takeBatches();
  const stops = [
    bridge.onBatchesOpened(() => void takeBatches()),
    // What was opened before there was a workspace waits for one.
    useSession.subscribe((now, before) => {
      if (now.workspace !== before.workspace) void takeBatches();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

async function takeBatches(): Promise<void> {
  const { workspace } = useSession.getState();
  if (!workspace) return;
  const taken = await bridge.takeOpenedBatches({ workspace: workspace.id });
  if (taken.ok && taken.value === null) return;
  const { announceOpenedBatches } = await import('../services/opened-batches.ts');
  await announceOpenedBatches(taken);
}
