import { checkImport } from '../../services/table-import/check-import.ts';
import type { ImportRequest } from '../../services/table-import/import-request.ts';
import { PauseGate } from '../../services/table-import/pause-gate.ts';
import { currentSeat } from '../../services/table-import/import-seat.ts';
import { runImport } from '../../services/table-import/run-import.ts';
import { useImportRun } from '../../state/import-run.ts';
import type { OpenTable } from './import-flow.ts';
import { currentFlow, setFlow } from './import-flow.ts';

/** Compares all rows with what is here, saving nothing. */
export async function startCheck(): Promise<void> {
  const flow = currentFlow();
  if (flow.step !== 'map') return;
  const request = requestOf(flow.table);
  if (!request) return;
  const { table } = flow;
  const total = request.draft.draftCount;
  setFlow({ step: 'check', table, progress: { done: 0, total }, check: null });
  try {
    const check = await checkImport(request, (progress) => {
      if (isChecking(table)) setFlow({ step: 'check', table, progress, check: null });
    });
    if (isChecking(table))
      setFlow({ step: 'check', table, progress: { done: total, total }, check });
  } catch (error) {
    // A table that was let go answers nothing more.
    if (isChecking(table)) throw error;
  }
}

export function backToMapping(): void {
  const flow = currentFlow();
  if (flow.step === 'check') setFlow({ step: 'map', table: flow.table });
}

let stopper = new AbortController();
let gate = new PauseGate();

/** Imports the table; the run goes on whatever view is shown. */
export async function startRun(): Promise<void> {
  const flow = currentFlow();
  if (flow.step !== 'check' && flow.step !== 'failed') return;
  const { table } = flow;
  const request = requestOf(table);
  if (!request) return;
  stopper = new AbortController();
  gate = new PauseGate();
  const running = gate;
  const { signal } = stopper;
  const total = request.draft.draftCount;
  setFlow({ step: 'run', table, progress: { phase: 'starting', done: 0, total } });
  useImportRun.setState({ importId: table.importId });
  try {
    const ran = await runImport(request, await currentSeat(), {
      signal,
      goOn: async () => await running.pass(),
      onProgress: (progress) => setFlow({ step: 'run', table, progress }),
    });
    if (ran.ok) setFlow({ step: 'done', table, outcome: ran.value });
    else setFlow({ step: 'failed', table, failure: ran.error });
  } catch (error) {
    // A bug: it can still be finished or undone.
    setFlow({ step: 'failed', table, failure: { code: 'unexpected', retry: 'later' } });
    throw error;
  } finally {
    useImportRun.setState({ importId: null });
  }
}

/** Stops and takes back, also from a pause. */
export function stopRun(): void {
  stopper.abort();
  gate.resume();
}

/** Holds the run after the rows that are being saved; what is saved stays meanwhile. */
export const pauseRun = (): void => gate.pause();

/** Whether it is held: also for a view that comes back to it. */
export const isRunPaused = (): boolean => gate.isPaused;

export const resumeRun = (): void => gate.resume();

const isChecking = (table: OpenTable): boolean => {
  const flow = currentFlow();
  return flow.step === 'check' && flow.table === table;
};

function requestOf(table: OpenTable): ImportRequest | null {
  const { draft } = table;
  return draft && { ...table, draft };
}
