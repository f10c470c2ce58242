import type { Formats } from './formats.ts';
import type { ReportCell, ReportColumn, ReportTable } from './report-table.ts';
import { isInstant } from './report-table.ts';

/** A cell of a written table: its words, and a bar behind them where it is a share of something. */
export interface WrittenCell {
  readonly text: string;
  /** 0–1 and beyond; drawn up to 1. */
  readonly shareRatio?: number;
  /** In a row's first cell: a line of what stands above it, across all columns. */
  readonly isPart?: boolean;
}

/** How a figure did: better or worse than what was asked for; neither where nothing was. */
export type FigureTone = 'good' | 'bad' | 'plain';

export interface WrittenFigure {
  readonly label: string;
  readonly value: string;
  /** What it is of, and how many: "of 60 asked for", "n = 214". */
  readonly note: string;
  readonly tone: FigureTone;
}

type BlockContent =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figures'; readonly figures: readonly WrittenFigure[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
      readonly rows: readonly (readonly WrittenCell[])[];
    };

/** `isInternal` where it is no business of a client's: notes, agreements, whose output is behind. */
export type ReportBlock = BlockContent & { readonly isInternal?: boolean };

/** A report for somebody outside the team. */
export const forOutside = (document: ReportDocument): ReportDocument => ({
  ...document,
  blocks: document.blocks.filter((block) => block.isInternal !== true),
});

/**
 * A report in words, for people: already written as one country writes, and drawn on paper, in Markdown or
 * on screen from this alone.
 */
export interface ReportDocument {
  readonly title: string;
  /** Whose it is and of when. */
  readonly subtitle: string;
  /** What stands small on top, by label: team, days, made at. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly blocks: readonly ReportBlock[];
  readonly locale: string;
}

/** More rows than anybody reads on paper; the table's file has them all. */
const MOST_PRINTED_ROWS = 2_000;

/** A table in words. */
export function writtenTable(table: ReportTable, formats: Formats): ReportBlock {
  return {
    kind: 'table',
    columns: table.columns.map(({ title, kind }) => ({ title, isNumber: NUMBER_KINDS.has(kind) })),
    rows: table.rows
      .slice(0, MOST_PRINTED_ROWS)
      .map((row) =>
        table.columns.map((column, at) => writtenCell(column, row[at] ?? null, formats)),
      ),
  };
}

/** Tables as a document that says no more than they do. */
export function tablesDocument(
  head: Pick<ReportDocument, 'title' | 'subtitle' | 'facts'>,
  tables: readonly ReportTable[],
  formats: Formats,
  more: (left: number) => string,
): ReportDocument {
  const blocks = tables.flatMap((table): ReportBlock[] => {
    const left = table.rows.length - MOST_PRINTED_ROWS;
    return [
      ...(tables.length > 1 ? [{ kind: 'heading', text: table.name } as const] : []),
      ...table.notes.map((text) => ({ kind: 'text', text }) as const),
      writtenTable(table, formats),
      ...(left > 0 ? [{ kind: 'text', text: more(left) } as const] : []),
    ];
  });
  return { ...head, blocks, locale: formats.locale };
}

const NUMBER_KINDS: ReadonlySet<string> = new Set(['number', 'ratio', 'duration', 'money']);

function writtenCell(column: ReportColumn, cell: ReportCell, formats: Formats): WrittenCell {
  if (cell === null) return { text: '–' };
  if (isInstant(cell)) return { text: formats.instant(cell.atMs, cell.zone) };
  if (typeof cell === 'string') {
    return { text: column.kind === 'day' ? formats.day(cell) : cell };
  }
  if (column.kind === 'ratio') return { text: formats.ratio(cell), shareRatio: cell };
  if (column.kind === 'duration') return { text: formats.duration(cell) };
  if (column.kind === 'money') return { text: formats.money(cell, column.currency) };
  return { text: formats.number(cell) };
}
