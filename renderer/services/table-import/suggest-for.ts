import { newId } from '#shared/ids';
import type { ImportRecord } from '#shared/imports/import-record';
import type { Mapping } from '#shared/imports/mapping';
import { mappingFrom } from '#shared/imports/mapping-fields';
import {
  earlierImport,
  freshTableKey,
  sameToolImport,
  unfinishedImport,
} from '#shared/imports/recognise-table';
import { suggestMapping, tableName } from '#shared/imports/suggest-mapping';
import type { TableOutline } from '#shared/imports/table-session';
import type { Outcome } from '#shared/plan/outcome';
import { importRecords } from '../../data/imports.ts';
import { readPlan } from '../../data/plan.ts';
import { randomBytes } from '../clock.ts';
import { useSession } from '../../state/session.ts';

/** How a table is imported unless a person says otherwise. */
export interface Suggestion {
  readonly mapping: Mapping;
  readonly tableKey: string;
  /** What an assistant's own rows name them by; null where rows do not say whose they are. */
  readonly ownNames: readonly string[] | null;
  /** The import whose table this looks to be a later version of; or null. */
  readonly earlier: ImportRecord | null;
  /** An import of the same table that was cut off; or null. */
  readonly unfinished: ImportRecord | null;
  /** That of the one which was cut off, else a new one. */
  readonly importId: string;
}

/** Maps a table as last time where it was imported before, else by its headers and values. */
export async function suggestFor(
  outline: TableOutline,
  fileName: string,
  isAnotherTable = false,
): Promise<Suggestion> {
  const { memberId, seat } = useSession.getState();
  const [plan, records] = await Promise.all([readPlan(), importRecords()]);
  const me = plan.memberById.get(memberId);
  const fresh = suggestMapping(outline.profiles, {
    fileName,
    rowCount: outline.rowCount,
    zone: outline.zone ?? me?.timeZone ?? 'UTC',
    memberId,
    isOwnOnly: seat === 'assistant',
    currencyDigits: currencyDigits(plan.workspace?.currency ?? 'USD'),
    outcomes: ownFirst(plan.outcomes, memberId),
    meanings: outline.meanings,
    ownNames: me ? [me.name, ...(me.alsoCalled ?? []), ...(me.email ? [me.email] : [])] : [],
  });
  const { headers, tool } = outline;
  const identity = { headers, tool, source: outline.source || tableName(fileName) };
  const earlier = isAnotherTable ? null : earlierImport(identity, records);
  const chosen = (earlier ?? sameToolImport(tool, records))?.mapping;
  const kept = chosen ? mappingFrom(chosen, headers, fresh) : fresh;
  // An assistant's rows are their own, and the plan the managers', whatever was chosen when one of them imported it.
  const mapping =
    seat === 'assistant'
      ? { ...kept, member: fresh.member, onlyNames: fresh.onlyNames, checklists: fresh.checklists }
      : kept;
  if (!earlier) {
    const tableKey = freshTableKey(identity, records);
    const importId = newId(randomBytes);
    return { mapping, tableKey, ownNames: fresh.onlyNames, earlier, unfinished: null, importId };
  }
  const { tableKey } = earlier;
  const unfinished = unfinishedImport(tableKey, records);
  const importId = unfinished?.id ?? newId(randomBytes);
  return { mapping, tableKey, ownNames: fresh.onlyNames, earlier, unfinished, importId };
}

function ownFirst(outcomes: readonly Outcome[], memberId: string): readonly Outcome[] {
  const current = outcomes.filter((outcome) => !outcome.isArchived);
  const isOwn = (outcome: Outcome): boolean => outcome.memberIds.includes(memberId);
  return [...current.filter(isOwn), ...current.filter((outcome) => !isOwn(outcome))];
}

function currencyDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
