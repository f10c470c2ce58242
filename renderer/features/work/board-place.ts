import type { Board } from './board-layout.ts';
import type { WorkItem } from './work-item.ts';

/** Where a card stands: which lane, which column of it, how far down. */
export interface Place {
  readonly lane: number;
  readonly column: number;
  readonly index: number;
}

export function placeOf(board: Board, key: string): Place | null {
  for (const [lane, { columns }] of board.lanes.entries()) {
    for (const [column, cards] of columns.entries()) {
      const index = cards.findIndex((card) => card.key === key);
      if (index >= 0) return { lane, column, index };
    }
  }
  return null;
}

const cardAt = (board: Board, { lane, column, index }: Place): WorkItem | undefined =>
  board.lanes[lane]?.columns[column]?.[index];

/** The number of the row that a card is drawn in. */
export function rowOf(board: Board, { lane, index }: Place): number {
  const of = board.lanes[lane];
  return board.rows.findIndex(
    (row) => row.kind === 'cards' && row.lane === of && row.index === index,
  );
}

/** The card at a place, else the last above it in its column, else the first of the board. */
export function nearestTo(board: Board, { lane, column, index }: Place): WorkItem | null {
  const cards = board.lanes[Math.min(lane, board.lanes.length - 1)]?.columns[column] ?? [];
  return cards[Math.min(index, cards.length - 1)] ?? firstCard(board);
}

const PAGE_CARDS = 5;
/** `l` and `h` as in vi; letters count in either case, since Shift extends the selection. */
const STEPS: Readonly<Record<string, readonly [columns: number, cards: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageUp: [0, -PAGE_CARDS],
  PageDown: [0, PAGE_CARDS],
  Home: [0, -Infinity],
  End: [0, Infinity],
  h: [-1, 0],
  l: [1, 0],
  k: [0, -1],
  j: [0, 1],
};

/**
 * The card that a key leads to from another, or from none; null where the key leads nowhere. Up and down
 * stay in the column through all lanes; left and right go to the next column that has a card, as far
 * down as there are cards. So every card can be reached.
 */
export function movedTo(board: Board, from: string | null, key: string): WorkItem | null {
  const step = STEPS[key.length === 1 ? key.toLowerCase() : key];
  if (!step) return null;
  const place = from === null ? null : placeOf(board, from);
  if (!place) return firstCard(board);
  const [columns, cards] = step;
  return columns === 0 ? along(board, place, cards) : across(board, place, columns);
}

function firstCard({ lanes }: Board): WorkItem | null {
  for (const { columns } of lanes) {
    for (const [first] of columns) if (first) return first;
  }
  return null;
}

function along({ lanes }: Board, { lane, column, index }: Place, cards: number): WorkItem | null {
  const whole = lanes.flatMap(({ columns }) => columns[column] ?? []);
  const above = lanes.slice(0, lane).reduce((sum, each) => sum + columnLength(each, column), 0);
  const to = Math.min(whole.length - 1, Math.max(0, above + index + cards));
  return whole[to] ?? null;
}

/** In the same lane where that has a card in the column, else in the lane nearest to it. */
function across(board: Board, { lane, column, index }: Place, step: number): WorkItem | null {
  for (let at = column + step; at >= 0 && at < board.columns.length; at += step) {
    if (!board.counts[at]) continue;
    const beside = board.lanes[lane]?.columns[at] ?? [];
    const lanes = board.lanes
      .map(({ columns }, number) => ({ first: columns[at]?.[0], apart: Math.abs(number - lane) }))
      .filter(({ first }) => first !== undefined)
      .toSorted((a, b) => a.apart - b.apart);
    return beside[Math.min(index, beside.length - 1)] ?? lanes[0]?.first ?? null;
  }
  return cardAt(board, { lane, column, index }) ?? null;
}

const columnLength = ({ columns }: Board['lanes'][number], column: number): number =>
  columns[column]?.length ?? 0;
