import '../../support/window-outlog.ts';
import { openManager, must } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { useBridge } from '../../support/window-outlog.ts';
import { keepFileTokens } from '../../../../electron/ipc/file-tokens.ts';
import { offerTable, readTable } from '../../../../electron/ipc/table-files.ts';
import type { Mapping } from '#shared/imports/mapping';
import type { Bridge } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import { checkImport } from '../../../../renderer/services/table-import/check-import.ts';
import type { ImportCheck } from '../../../../renderer/services/table-import/check-import.ts';
import type { ImportRequest } from '../../../../renderer/services/table-import/import-request.ts';
import { currentSeat } from '../../../../renderer/services/table-import/import-seat.ts';
import { localTableReader } from '../../../../renderer/services/table-import/local-table-reader.ts';
import { chooseTable } from '../../../../renderer/services/table-import/read-file.ts';
import { runImport } from '../../../../renderer/services/table-import/run-import.ts';
import type { ImportOutcome } from '../../../../renderer/services/table-import/run-import.ts';
import { suggestFor } from '../../../../renderer/services/table-import/suggest-for.ts';
import { undoImport } from '../../../../renderer/services/table-import/undo-import.ts';
import { importRecords } from '../../../../renderer/data/imports.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A manager who chooses files in the dialog and finds out what came of them. */
export interface TableDesk extends ManagerDesk {
  /** What the next file dialog answers; null cancels it. */
  choose(file: string | null): void;
  /** Writes a file to be chosen. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** The real engine and files; only the dialogs are answered by the test. */
  readonly bridge: Bridge;
  readonly copied: string[];
}

export async function openTableDesk(): Promise<TableDesk> {
  const desk = await openManager();
  const dir = await mkdtemp(path.join(tmpdir(), 'outlog-tables-'));
  const tokens = keepFileTokens();
  const copied: string[] = [];
  let chosen: string | null = null;
  const bridge: Bridge = {
    ...desk.computer.bridge,
    chooseTable: async () =>
      chosen === null ? fail('cancelled', 'later') : await offerTable(chosen, tokens),
    readTable: async (input) => await readTable(input, tokens),
    copyText: async ({ text }) => {
      copied.push(text);
      return ok(null);
    },
  };
  useBridge(bridge);
  return {
    ...desk,
    bridge,
    copied,
    choose: (file) => {
      chosen = file;
    },
    write: async (name, content) => {
      const file = path.join(dir, name);
      await writeFile(file, content);
      return file;
    },
    leave: async () => {
      await desk.leave();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A file as far as the mapping: chosen, read, mapped as suggested but for `change`. */
export async function prepare(
  desk: TableDesk,
  file: string,
  change: Partial<Mapping> = {},
): Promise<ImportRequest> {
  desk.choose(file);
  const raw = must(await chooseTable());
  const reader = localTableReader();
  const outline = must(await reader.open(raw.bytes));
  const suggestion = await suggestFor(outline, raw.fileName);
  const mapping = { ...suggestion.mapping, ...change };
  const draft = await reader.draft({ mapping, tableKey: suggestion.tableKey });
  return { reader, fileName: raw.fileName, outline, draft, ...suggestion, mapping };
}

export const check = async (request: ImportRequest): Promise<ImportCheck> =>
  await checkImport(request, () => undefined);

/** Runs an import; `stopAfter` rows it is cancelled. */
export async function run(
  request: ImportRequest,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<ImportOutcome> {
  const stopper = new AbortController();
  return must(
    await runImport(request, await currentSeat(), {
      signal: stopper.signal,
      onProgress: ({ done, phase }) => {
        if (phase === 'saving' && done >= stopAfter) stopper.abort();
      },
    }),
  );
}

export async function undo(importId: string): Promise<void> {
  const record = (await importRecords()).find(({ id }) => id === importId);
  if (!record) throw new Error('No such import');
  must(await undoImport(record, await currentSeat(), () => undefined));
}
