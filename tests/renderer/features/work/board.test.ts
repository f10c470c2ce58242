import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ASSISTANT_COLUMNS,
  MANAGER_COLUMNS,
  besideStage,
  boardOf,
} from '../../../../renderer/features/work/board-layout.ts';
import {
  movedTo,
  nearestTo,
  placeOf,
  rowOf,
} from '../../../../renderer/features/work/board-place.ts';
import type { WorkItem } from '../../../../renderer/features/work/work-item.ts';
import { COMPLETED, REQUESTED, RETURNED, STARTED, blockedOn, itemOf } from './items.ts';

const byMember = ({ entry, memberName }: WorkItem) => ({ key: entry.memberId, name: memberName });

const KINDS = [REQUESTED, STARTED, blockedOn('client'), COMPLETED, RETURNED];
const anyItems = fc
  .array(
    fc.record({ kind: fc.constantFrom(...KINDS), member: fc.constantFrom('ana', 'ben', 'cy') }),
  )
  .map((all) =>
    all.map(({ kind, member }, at) =>
      itemOf(`w${at}`, kind, { memberId: member, memberName: member }),
    ),
  );
const anyBoard = fc
  .tuple(anyItems, fc.constantFrom(MANAGER_COLUMNS, ASSISTANT_COLUMNS), fc.boolean())
  .map(([items, columns, hasLanes]) => ({
    items,
    board: boardOf(items, columns, hasLanes ? byMember : null),
  }));

describe('a board', () => {
  test('shows each piece of work once, in the column of its stage', () => {
    fc.assert(
      fc.property(anyBoard, ({ items, board }) => {
        const shown = board.lanes.flatMap(({ columns }) =>
          columns.flatMap((cards, at) =>
            cards.map((card) => {
              expect(board.columns[at]?.stages).toContain(card.stage);
              return card.key;
            }),
          ),
        );
        expect(shown.toSorted()).toEqual(items.map(({ key }) => key).toSorted());
        expect(board.counts.reduce((sum, count) => sum + count, 0)).toBe(items.length);
      }),
    );
  });

  test('gives every card a row, and heads each lane', () => {
    fc.assert(
      fc.property(anyBoard, ({ items, board }) => {
        for (const { key } of items) {
          const place = placeOf(board, key);
          const row = place && board.rows[rowOf(board, place)];
          expect(row).toMatchObject({ kind: 'cards', index: place?.index });
        }
        const headings = board.rows.filter(({ kind }) => kind === 'lane').length;
        expect([0, board.lanes.length]).toContain(headings);
      }),
    );
  });

  test('puts what came back to an assistant among what they have to do', () => {
    const board = boardOf(
      [itemOf('back', RETURNED), itemOf('new', REQUESTED)],
      ASSISTANT_COLUMNS,
      null,
    );
    expect(board.counts).toEqual([2, 0, 0, 0]);
  });
});

describe('moving through it by keyboard', () => {
  test('reaches every card, and never leaves the board', () => {
    fc.assert(
      fc.property(anyBoard, ({ items, board }) => {
        const reached = new Set<string>();
        const queue = [movedTo(board, null, 'j')?.key];
        for (const key of queue) {
          if (key === undefined || reached.has(key)) continue;
          reached.add(key);
          for (const arrow of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
            queue.push(movedTo(board, key, arrow)?.key);
          }
        }
        expect(reached.size).toBe(items.length);
      }),
    );
  });

  const items = [
    itemOf('a1', REQUESTED),
    itemOf('a2', REQUESTED),
    itemOf('a3', REQUESTED),
    itemOf('b1', blockedOn('client')),
  ];
  const board = boardOf(items, MANAGER_COLUMNS, null);
  const from = (id: string, key: string) => movedTo(board, `m-ana/${id}`, key)?.entry.id;

  test('passes over empty columns and stays as far down as there are cards', () => {
    expect(from('a3', 'ArrowRight')).toBe('b1');
    expect(from('b1', 'h')).toBe('a1');
    expect(from('b1', 'ArrowRight')).toBe('b1');
  });

  test('Home, End and letters in either case move too; other keys do not', () => {
    expect(from('a1', 'End')).toBe('a3');
    expect(from('a3', 'Home')).toBe('a1');
    expect(from('a1', 'J')).toBe('a2');
    expect(movedTo(board, 'm-ana/a1', 'x')).toBeNull();
  });

  test('a card that went away leaves its place to the next, at the end to the one above', () => {
    expect(nearestTo(board, { lane: 0, column: 0, index: 1 })?.entry.id).toBe('a2');
    expect(nearestTo(board, { lane: 0, column: 0, index: 9 })?.entry.id).toBe('a3');
    expect(nearestTo(board, { lane: 4, column: 4, index: 0 })?.entry.id).toBe('a1');
  });

  test('the column beside a stage ends at the edges', () => {
    expect(besideStage(MANAGER_COLUMNS, 'requested', 'ArrowRight')).toBe('started');
    expect(besideStage(MANAGER_COLUMNS, 'requested', 'ArrowLeft')).toBeUndefined();
    expect(besideStage(ASSISTANT_COLUMNS, 'returned', 'ArrowRight')).toBe('started');
  });
});
