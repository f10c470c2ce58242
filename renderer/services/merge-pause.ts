let goOn: (() => void) | null = null;
let paused: Promise<void> | null = null;

/** Holds merging after what the importer has in hand, until `resumeMerge`. What has been merged stays and is shown. */
export function pauseMerge(): void {
  if (paused) return;
  paused = new Promise((resolve) => {
    goOn = resolve;
  });
}

export function resumeMerge(): void {
  goOn?.();
  goOn = null;
  paused = null;
}

/** What merging waits for while it is paused; null while it is not. */
export const mergePause = (): Promise<void> | null => paused;
