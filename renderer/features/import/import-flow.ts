import type { Tool } from '#shared/imports/formats/format';
import type { ImportRecord } from '#shared/imports/import-record';
import type { Mapping } from '#shared/imports/mapping';
import type { TableFailure } from '#shared/imports/table-failure';
import type { TableDraft, TableOutline } from '#shared/imports/table-session';
import type { ReadChoices } from '#shared/imports/table';
import type { IpcFailure } from '#shared/ipc';
import { create } from 'zustand';
import type { ImportCheck } from '../../services/table-import/check-import.ts';
import type { ImportProgress } from '../../services/table-import/import-request.ts';
import type { ImportOutcome } from '../../services/table-import/run-import.ts';
import type { TableReader } from '../../services/table-import/table-requests.ts';

/** A table in hand: how it was read, what was chosen for it, what that makes of its rows. */
export interface OpenTable {
  readonly reader: TableReader;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly outline: TableOutline;
  readonly choices: ReadChoices;
  readonly mapping: Mapping;
  readonly tableKey: string;
  /** What an assistant's own rows name them by; null where rows do not say whose they are. */
  readonly ownNames: readonly string[] | null;
  readonly earlier: ImportRecord | null;
  readonly unfinished: ImportRecord | null;
  /** The id that this import has or gets; kept over a run that failed, so that the next finishes it. */
  readonly importId: string;
  /** The tool whose export it looks to be, where a person had it read as any table. */
  readonly plainTool: Tool | null;
  /** A person said that it is not the table it looks to be. */
  readonly isAnotherTable: boolean;
  /** What a mapping made of all rows; null before the first was read. */
  readonly draft: TableDraft | null;
  /** The mapping that `draft` is of: another one than `mapping` while its rows are being read. */
  readonly draftOf: Mapping | null;
}

export type FlowFailure = TableFailure | IpcFailure;

export interface RunProgress extends ImportProgress {
  readonly phase: 'starting' | 'saving' | 'undoing';
}

/** Where the import stands. It outlives its view: a run goes on while the person works elsewhere. */
export type ImportFlow =
  | { readonly step: 'choose'; readonly isBusy: boolean; readonly failure: FlowFailure | null }
  | { readonly step: 'map'; readonly table: OpenTable }
  | {
      readonly step: 'check';
      readonly table: OpenTable;
      readonly progress: ImportProgress;
      readonly check: ImportCheck | null;
    }
  | { readonly step: 'run'; readonly table: OpenTable; readonly progress: RunProgress }
  | { readonly step: 'done'; readonly table: OpenTable; readonly outcome: ImportOutcome }
  | { readonly step: 'failed'; readonly table: OpenTable; readonly failure: FlowFailure };

export const CHOOSING: ImportFlow = { step: 'choose', isBusy: false, failure: null };

interface FlowState {
  readonly flow: ImportFlow;
  /** The seat that the flow belongs to: in another one it begins anew. */
  readonly seatKey: string;
}

export const useImportFlow = create<FlowState>(() => ({ flow: CHOOSING, seatKey: '' }));

export const currentFlow = (): ImportFlow => useImportFlow.getState().flow;

export const setFlow = (flow: ImportFlow): void => useImportFlow.setState({ flow });

/** Whether all rows have been read by the mapping on screen. */
export const isDrafted = ({ draft, draftOf, mapping }: OpenTable): boolean =>
  draft !== null && draftOf === mapping;
