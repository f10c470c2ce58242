import type { WorkItem, WorkStage } from './work-item.ts';

/** A column of the board: what stands in it, and the stages that it gathers. */
export interface BoardColumn {
  readonly key: WorkStage;
  readonly stages: readonly WorkStage[];
}

/** For who follows others' work: each stage by itself, with what waits for their word at the end. */
export const MANAGER_COLUMNS: readonly BoardColumn[] = [
  { key: 'requested', stages: ['requested'] },
  { key: 'started', stages: ['started'] },
  { key: 'blocked', stages: ['blocked'] },
  { key: 'completed', stages: ['completed'] },
  { key: 'returned', stages: ['returned'] },
];

/** For who does the work: what came back is to be done like what was asked for. */
export const ASSISTANT_COLUMNS: readonly BoardColumn[] = [
  { key: 'requested', stages: ['returned', 'requested'] },
  { key: 'started', stages: ['started'] },
  { key: 'blocked', stages: ['blocked'] },
  { key: 'completed', stages: ['completed'] },
];

/** The column beside the one that a stage stands in, where an arrow key points; undefined at the edge. */
export function besideStage(
  columns: readonly BoardColumn[],
  stage: WorkStage,
  key: string,
): WorkStage | undefined {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const at = columns.findIndex(({ stages }) => stages.includes(stage));
  return step === 0 || at < 0 ? undefined : columns[at + step]?.key;
}

/** A band across all columns, of one member or outcome; the only one where nothing divides the board. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  /** The cards of each column, most pressing first. */
  readonly columns: readonly (readonly WorkItem[])[];
  readonly count: number;
}

/** What is drawn at one height of the board: a lane's heading, or one card of each column. */
export type BoardRow =
  | { readonly kind: 'lane'; readonly lane: Lane }
  | { readonly kind: 'cards'; readonly lane: Lane; readonly index: number };

export interface Board {
  readonly columns: readonly BoardColumn[];
  readonly lanes: readonly Lane[];
  readonly rows: readonly BoardRow[];
  readonly counts: readonly number[];
}

/** Which lane an item stands in; null where the board has one lane only. */
export type LaneOf = (item: WorkItem) => { readonly key: string; readonly name: string };

/** Items keep their order within a column; lanes stand by name. */
export function boardOf(
  items: readonly WorkItem[],
  columns: readonly BoardColumn[],
  laneOf: LaneOf | null,
): Board {
  const columnOf = new Map(columns.flatMap(({ stages }, at) => stages.map((each) => [each, at])));
  const lanes = new Map<string, { name: string; columns: WorkItem[][] }>();
  const counts = columns.map(() => 0);
  for (const item of items) {
    const at = columnOf.get(item.stage);
    if (at === undefined) continue;
    const { key, name } = laneOf?.(item) ?? ONLY_LANE;
    let lane = lanes.get(key);
    if (!lane) lanes.set(key, (lane = { name, columns: columns.map(() => []) }));
    lane.columns[at]?.push(item);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const named = [...lanes]
    .map(([key, lane]): Lane => {
      const count = lane.columns.reduce((sum, cards) => sum + cards.length, 0);
      return { key, ...lane, count };
    })
    .toSorted((a, b) => collator.compare(a.name, b.name));
  return { columns, lanes: named, rows: rowsOf(named, laneOf !== null), counts };
}

const ONLY_LANE = { key: '', name: '' };

function rowsOf(lanes: readonly Lane[], hasHeadings: boolean): readonly BoardRow[] {
  const rows: BoardRow[] = [];
  for (const lane of lanes) {
    if (hasHeadings) rows.push({ kind: 'lane', lane });
    const height = Math.max(0, ...lane.columns.map((cards) => cards.length));
    for (let index = 0; index < height; index += 1) rows.push({ kind: 'cards', lane, index });
  }
  return rows;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
