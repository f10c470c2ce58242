import { type FSWatcher, watch } from 'node:fs';

/** Directories watched at most: the hint is cheap or not at all. */
const WATCHED = 64;
const SETTLE_MS = 400;

/**
 * Calls `onHint` soon after something moves in the folder. Only ever a hint: network drives and sync
 * tools drop events, so the full listing stays what counts.
 */
export class FolderWatch {
  #onHint: () => void;
  #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | null = null;

  constructor(onHint: () => void) {
    this.#onHint = onHint;
  }

  watch(directories: readonly string[]): void {
    const wanted = new Set(directories.slice(0, WATCHED));
    for (const [directory, watcher] of this.#watchers) {
      if (wanted.has(directory)) continue;
      watcher.close();
      this.#watchers.delete(directory);
    }
    for (const directory of wanted) if (!this.#watchers.has(directory)) this.#add(directory);
  }

  close(): void {
    this.watch([]);
    if (this.#timer) clearTimeout(this.#timer);
  }

  #add(directory: string): void {
    try {
      const watcher = watch(directory, { persistent: false }, () => this.#hint());
      watcher.on('error', () => {
        watcher.close();
        this.#watchers.delete(directory);
      });
      this.#watchers.set(directory, watcher);
    } catch {
      // Not every file system can be watched.
    }
  }

  #hint(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#onHint();
    }, SETTLE_MS);
    this.#timer.unref();
  }
}
