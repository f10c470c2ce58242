import type { ReadChoices } from '#shared/imports/table';
import { chooseTable, readDropped } from '../../services/table-import/read-file.ts';
import type { RawTable } from '../../services/table-import/read-file.ts';
import { openTableReader } from '../../services/table-import/open-table-reader.ts';
import { suggestFor } from '../../services/table-import/suggest-for.ts';
import { useSession } from '../../state/session.ts';
import { draftTable } from './change-table.ts';
import type { FlowFailure, OpenTable } from './import-flow.ts';
import { CHOOSING, currentFlow, setFlow, useImportFlow } from './import-flow.ts';

/** Asks for a file; nothing happens where none is chosen. */
export async function openChosen(): Promise<void> {
  setFlow({ step: 'choose', isBusy: true, failure: null });
  const raw = await chooseTable();
  if (raw.ok) await openRaw(raw.value);
  else if (raw.error.code === 'cancelled') setFlow(CHOOSING);
  else failOpening(raw.error);
}

export async function openDropped(file: File): Promise<void> {
  setFlow({ step: 'choose', isBusy: true, failure: null });
  const raw = await readDropped(file);
  if (raw.ok) await openRaw(raw.value);
  else failOpening(raw.error);
}

/** What was copied arrives as separated text, a page or Markdown. */
export async function openPasted(text: string, fileName: string): Promise<void> {
  await openRaw({ fileName, bytes: new TextEncoder().encode(text) });
}

async function openRaw({ fileName, bytes }: RawTable): Promise<void> {
  setFlow({ step: 'choose', isBusy: true, failure: null });
  const seatKey = seatKeyNow();
  const sizeBytes = bytes.length;
  const reader = openTableReader();
  const opened = await reader.open(bytes);
  if (!opened.ok) {
    reader.close();
    failOpening(opened.error);
    return;
  }
  const outline = opened.value;
  const suggestion = await suggestFor(outline, fileName);
  const table: OpenTable = {
    reader,
    fileName,
    sizeBytes,
    outline,
    choices: {},
    ...suggestion,
    plainTool: null,
    isAnotherTable: false,
    draft: null,
    draftOf: null,
  };
  useImportFlow.setState({ flow: { step: 'map', table }, seatKey });
  await draftTable();
}

const failOpening = (failure: FlowFailure): void =>
  setFlow({ step: 'choose', isBusy: false, failure });

/** Reads the same file another way. What cannot be read that way stays as it was, and says so. */
export async function readAgain(choices: ReadChoices): Promise<FlowFailure | null> {
  const flow = currentFlow();
  if (flow.step !== 'map') return null;
  const { reader, fileName, choices: before, isAnotherTable } = flow.table;
  const merged = { ...before, ...choices };
  const opened = await reader.reopen(merged);
  if (!opened.ok) {
    await reader.reopen(before);
    await draftTable();
    return opened.error;
  }
  const suggestion = await suggestFor(opened.value, fileName, isAnotherTable);
  setFlow({
    step: 'map',
    table: {
      ...flow.table,
      outline: opened.value,
      plainTool: merged.isPlain ? (flow.table.outline.tool ?? flow.table.plainTool) : null,
      choices: merged,
      ...suggestion,
      draft: null,
      draftOf: null,
    },
  });
  await draftTable();
  return null;
}

/** Decides whether this is a later version of a table that was imported before. */
export async function treatAs(kind: 'same' | 'another'): Promise<void> {
  const flow = currentFlow();
  if (flow.step !== 'map') return;
  const { outline, fileName } = flow.table;
  const isAnotherTable = kind === 'another';
  const suggestion = await suggestFor(outline, fileName, isAnotherTable);
  setFlow({
    step: 'map',
    table: { ...flow.table, ...suggestion, isAnotherTable, draft: null, draftOf: null },
  });
  await draftTable();
}

/** Lets the table go and begins anew. */
export function startOver(): void {
  const flow = currentFlow();
  if ('table' in flow) flow.table.reader.close();
  setFlow(CHOOSING);
}

/** A flow of another workspace or seat is not for here. */
export function forgetOtherSeat(): void {
  const { seatKey, flow } = useImportFlow.getState();
  if ('table' in flow && seatKey !== seatKeyNow()) startOver();
}

function seatKeyNow(): string {
  const { workspace, memberId } = useSession.getState();
  return `${workspace?.id ?? ''}/${memberId}`;
}
