import { describe, expect, test } from 'vitest';
import type { DrawUnit } from '#shared/quality/draw';
import { compareDraws } from '#shared/quality/compare-draws';
import { draw } from '#shared/quality/draw';

const units = (count: number, from = 0): readonly DrawUnit[] =>
  Array.from({ length: count }, (_, at) => ({
    memberId: 'ana',
    deliverableId: `202611-${from + at}`,
  }));
const drawOf = (all: readonly DrawUnit[]) => draw([{ id: '', units: all }], 20, 'seed');

describe('a draw that is made again', () => {
  const then = drawOf(units(200));

  test('from the same log is the same', () => {
    expect(compareDraws('seed', then, drawOf(units(200)))).toEqual({
      sameCount: 20,
      goneCount: 0,
      cameCount: 0,
    });
  });

  test('tells what went and what came, not whom they pushed in or out', () => {
    const drawnIds = new Set(then[0]?.units.map(({ deliverableId }) => deliverableId));
    const gone = new Set([...drawnIds].slice(0, 2));
    const left = units(200).filter(({ deliverableId }) => !gone.has(deliverableId));
    expect(compareDraws('seed', then, drawOf(left))).toEqual({
      sameCount: 18,
      goneCount: 2,
      cameCount: 0,
    });
    const grown = compareDraws('seed', then, drawOf(units(400)));
    expect(grown.cameCount).toBe(20 - grown.sameCount);
    expect(grown.cameCount).toBeGreaterThan(0);
    expect(grown.goneCount).toBe(0);
  });

  test('finds out a deliverable that was put in by hand', () => {
    const forged = [{ id: '', populationCount: 200, units: (then[0]?.units ?? []).slice(1) }];
    const { deliverableId = '' } = then[0]?.units[0] ?? {};
    expect(deliverableId).not.toBe('');
    expect(compareDraws('seed', forged, drawOf(units(200))).cameCount).toBe(1);
  });

  test('of a group that has nothing any more says that all of it is gone', () => {
    expect(compareDraws('seed', then, []).goneCount).toBe(20);
  });
});
