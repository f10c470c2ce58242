import type { Mapping } from '#shared/imports/mapping';
import { currentFlow, isDrafted, setFlow } from './import-flow.ts';

/** Takes a new mapping and reads all rows by it. */
export function changeMapping(mapping: Mapping): void {
  const flow = currentFlow();
  if (flow.step !== 'map') return;
  setFlow({ step: 'map', table: { ...flow.table, mapping } });
  void draftTable();
}

let isDrafting = false;

/**
 * Reads all rows by the mapping on screen. While one reading runs, changes wait and only the last of
 * them is read: a large table is never read for choices that are no longer made.
 */
export async function draftTable(): Promise<void> {
  if (isDrafting) return;
  isDrafting = true;
  try {
    for (
      let flow = currentFlow();
      flow.step === 'map' && !isDrafted(flow.table);
      flow = currentFlow()
    ) {
      const { reader, mapping, tableKey } = flow.table;
      const draft = await reader.draft({ mapping, tableKey });
      const now = currentFlow();
      if (now.step === 'map' && now.table.reader === reader && now.table.mapping === mapping) {
        setFlow({ step: 'map', table: { ...now.table, draft, draftOf: mapping } });
      }
    }
  } catch (error) {
    // A table that was let go answers nothing more.
    if (currentFlow().step === 'map') throw error;
  } finally {
    isDrafting = false;
  }
}
