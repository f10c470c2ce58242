import { IMPORT_TYPE } from '#shared/imports/import-record';
import { mappingFields } from '#shared/imports/mapping-fields';
import { memberEdit, outcomeEdit } from '#shared/imports/plan-edits';
import type { ResolvedTable } from '#shared/imports/resolve-draft';
import { resolveTable } from '#shared/imports/resolve-draft';
import { resolvedName } from '#shared/imports/resolve-names';
import { sopEdits } from '#shared/imports/table-procedures';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Audience, Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { importedIndex } from '../../data/imported.ts';
import type { Plan } from '../../data/plan.ts';
import { readPlan } from '../../data/plan.ts';
import { now } from '../clock.ts';
import { planAdditions } from './check-import.ts';
import { compareRows } from './compare-rows.ts';
import type { ImportProgress, ImportRequest } from './import-request.ts';
import { ROWS_AT_ONCE } from './import-request.ts';
import type { ImportSeat } from './import-seat.ts';
import { undoImport } from './undo-import.ts';

export interface ImportOutcome {
  readonly isCancelled: boolean;
  readonly newCount: number;
  readonly changedCount: number;
  readonly sameCount: number;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Awaited between chunks: pending while the import is paused. */
  readonly goOn?: () => Promise<void>;
  readonly onProgress: (
    progress: ImportProgress & { readonly phase: 'saving' | 'undoing' },
  ) => void;
}

/**
 * Imports a table whole or not at all: the record of the import first, then the plan's additions, then
 * the rows in chunks, then the record's end. Cancelled, it takes back what it wrote. Where saving fails
 * or the app dies, the unfinished record stays, by which the import can be finished or undone.
 */
export async function runImport(
  request: ImportRequest,
  seat: ImportSeat,
  { signal, goOn, onProgress }: RunOptions,
): Promise<Result<ImportOutcome, IpcFailure>> {
  const { importId } = request;
  const audience = seat.isManager ? 'managers' : memberAudience(seat.memberId);
  const plan = await readPlan();
  const table = resolveTable(request.draft, request.mapping, plan);
  const counts = { new: 0, changed: 0, same: 0 };
  const write = async (fields: Fields) => await seat.save([recordEdit(audience, importId, fields)]);
  const begun = await write(startFields(request, seat.memberId));
  if (!begun.ok) return begun;
  const additions = planAdditionEdits(request, table, seat, plan);
  for (let at = 0; at < additions.length; at += ROWS_AT_ONCE) {
    const planned = await seat.save(additions.slice(at, at + ROWS_AT_ONCE));
    if (!planned.ok) return planned;
  }
  const index = await importedIndex();
  const total = request.draft.draftCount;
  for (let at = 0; at < total; at += ROWS_AT_ONCE) {
    await goOn?.();
    if (signal.aborted) {
      const undone = await undoImport({ id: importId, audience }, seat, (progress) =>
        onProgress({ ...progress, phase: 'undoing' }),
      );
      return undone.ok ? ok(outcome(counts, true)) : undone;
    }
    const drafts = await request.reader.take({ from: at, count: ROWS_AT_ONCE });
    const { rows } = await compareRows(drafts, table, index, importId);
    for (const { kind } of rows) counts[kind] += 1;
    const saved = await seat.save(rows.flatMap(({ edits }) => edits));
    if (!saved.ok) return saved;
    onProgress({ done: Math.min(total, at + ROWS_AT_ONCE), total, phase: 'saving' });
  }
  const ended = await write({
    finishedAtMs: now(),
    newCount: counts.new,
    changedCount: counts.changed,
  });
  return ended.ok ? ok(outcome(counts, false)) : ended;
}

const outcome = (
  counts: { new: number; changed: number; same: number },
  isCancelled: boolean,
): ImportOutcome => ({
  isCancelled,
  newCount: counts.new,
  changedCount: counts.changed,
  sameCount: counts.same,
});

const startFields = (
  { fileName, outline, mapping, tableKey, draft }: ImportRequest,
  memberId: string,
): Fields => ({
  fileName,
  memberId,
  startedAtMs: now(),
  tableKey,
  headers: outline.headers.slice(0, 200),
  mapping: mappingFields(mapping, outline.headers),
  rowCount: outline.rowCount,
  rejectedCount: draft.rejectedRowCount,
});

const recordEdit = (audience: Audience, id: string, fields: Fields): Edit => ({
  audience,
  type: IMPORT_TYPE,
  id,
  fields,
});

function planAdditionEdits(
  request: ImportRequest,
  table: ResolvedTable,
  seat: ImportSeat,
  plan: Plan,
): readonly Edit[] {
  const { importId } = request;
  const { addedMembers, addedOutcomes, addedSops } = planAdditions(request, table, plan);
  if (!seat.isManager) return [];
  const { zone, unit } = request.mapping;
  const addition = { importId, zone, unit, calendarId: seat.calendarId };
  const everybody = new Set([...table.members.byKey.values()].map((member) => member.id));
  if (request.draft.unnamedMemberCount > 0 && table.members.otherwise) {
    everybody.add(table.members.otherwise.id);
  }
  return [
    ...addedMembers.map((name) => memberEdit(name, addition)),
    ...addedOutcomes.map((name) => outcomeEdit(name, [...everybody], addition)),
    ...addedSops.flatMap((sop) => {
      const outcomeId = resolvedName(table.outcomes, sop.outcomeName)?.id ?? '';
      return sopEdits(sop, { outcomeId, ownerId: seat.memberId, importId });
    }),
  ];
}
