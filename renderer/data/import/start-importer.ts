import type { Projection } from '../projection.ts';
import type { Importer, ImporterOptions } from './importer.ts';
import { LocalImporter } from './importer.ts';
import { WorkerImporter } from './worker-importer.ts';

/** Up to here merging takes less time than starting a worker. */
export const FEW_CHANGES = 200;

/** The importer for so many changes: in this thread for a handful, else in a worker. */
export const startImporter = (
  db: Projection,
  changes: number,
  options: ImporterOptions,
): Importer =>
  changes <= FEW_CHANGES || typeof Worker === 'undefined'
    ? new LocalImporter(db, options)
    : new WorkerImporter(db.name, options);
