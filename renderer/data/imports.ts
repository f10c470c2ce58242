import type { ImportRecord } from '#shared/imports/import-record';
import { importFrom } from '#shared/imports/import-record';
import { flagOf } from '#shared/record-fields';
import type { Audience } from '#shared/stream/change';
import { currentProjection } from './current.ts';

export interface ImportEntry extends ImportRecord {
  readonly audience: Audience;
}

/** Imports of tables, latest first. */
export async function importRecords(): Promise<ImportEntry[]> {
  const rows = await currentProjection().imports.toArray();
  return rows
    .filter(({ fields }) => !flagOf(fields, 'deleted'))
    .map((row) => ({ ...importFrom(row), audience: row.audience }))
    .toSorted((a, b) => b.startedAtMs - a.startedAtMs);
}
