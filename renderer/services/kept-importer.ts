import type { Importer, ImporterOptions } from '../data/import/importer.ts';
import { FEW_CHANGES, startImporter } from '../data/import/start-importer.ts';
import type { Projection } from '../data/projection.ts';

/** One importer for all looks of a catch-up: starting a worker costs as much as merging a thousand changes. */
export class KeptImporter {
  #kept: { readonly db: Projection; readonly importer: Importer } | null = null;

  /** The importer for so many changes of a database. */
  for(db: Projection, changes: number, options: ImporterOptions): Importer {
    if (this.#kept?.db === db) return this.#kept.importer;
    this.#kept?.importer.close();
    this.#kept = null;
    const importer = startImporter(db, changes, options);
    if (changes > FEW_CHANGES) this.#kept = { db, importer };
    return importer;
  }

  /** Lets the window draw what was merged, and lets go of the worker. */
  async close(): Promise<void> {
    const kept = this.#kept;
    this.#kept = null;
    try {
      await kept?.importer.tell();
    } catch {
      // It died or was closed: whoever asked it last knows.
    } finally {
      kept?.importer.close();
    }
  }
}
