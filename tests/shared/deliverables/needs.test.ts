import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { NeedGraph } from '#shared/deliverables/needs';
import {
  cyclesIn,
  doneIn,
  isWaitingForNeeds,
  needGraph,
  settledNeeds,
  wouldCycle,
} from '#shared/deliverables/needs';
import type { Fields } from '#shared/stream/change';

const NOW_MS = Date.parse('2026-11-18T10:30:00Z');

const work = (id: string, fields: Fields = {}, audience: 'm-ana' | 'm-ben' = 'm-ana') =>
  deliverableFrom({ audience, type: 'deliverable', id, fields, stamp: '1' });
const needing = (id: string, ...needs: readonly string[]) =>
  work(id, Object.fromEntries(needs.map((need) => [`need.${need}`, openNeed])));
const openNeed = { memberId: 'ben', title: 'Scope', doneAtMs: null };

const graph = (edges: Readonly<Record<string, readonly string[]>>): NeedGraph =>
  new Map(Object.entries(edges));

/** Up to eight pieces of work that need one another at random. */
const anyGraph = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  .map((edges): NeedGraph => {
    const needs = new Map<string, string[]>();
    for (let id = 0; id < 8; id++) needs.set(String(id), []);
    for (const [from, to] of edges) needs.get(String(from))?.push(String(to));
    return needs;
  });

/** Whether one can walk from a piece of work to another: Warshall's closure, written without sight of the finder. */
function reaches(of: NeedGraph): (from: string, to: string) => boolean {
  const ids = [...of.keys()];
  const near = new Set(ids.flatMap((from) => (of.get(from) ?? []).map((to) => `${from}>${to}`)));
  for (const via of ids)
    for (const from of ids)
      for (const to of ids)
        if (near.has(`${from}>${via}`) && near.has(`${via}>${to}`)) near.add(`${from}>${to}`);
  return (from, to) => near.has(`${from}>${to}`);
}

describe('circles', () => {
  test('are named by the shortest way round', () => {
    const known = graph({ c: ['b', 'x'], b: ['a'], x: ['y'], y: ['a'], a: [] });
    expect(wouldCycle(known, 'a', 'c')).toEqual(['a', 'c', 'b', 'a']);
    expect(wouldCycle(known, 'a', 'a')).toEqual(['a', 'a']);
    expect(wouldCycle(known, 'c', 'y')).toBeNull();
  });

  test('would close exactly where one can walk back', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(7), fc.nat(7), (known, from, to) => {
        const [a, b] = [String(from), String(to)];
        const path = wouldCycle(known, a, b);
        expect(path !== null).toBe(a === b || reaches(known)(b, a));
        if (!path) return;
        expect([path[0], path[1], path.at(-1)]).toEqual([a, b, a]);
        for (let i = 1; i < path.length - 1; i++) {
          expect(known.get(path[i] ?? '')).toContain(path[i + 1]);
        }
      }),
    );
  });

  test('are found whole: who is in one can reach everybody in it, and itself', () => {
    fc.assert(
      fc.property(anyGraph, (known) => {
        const walks = reaches(known);
        const cycles = cyclesIn(known);
        const inCycle = new Map(cycles.flatMap((ids, at) => ids.map((id) => [id, at])));
        for (const a of known.keys()) {
          expect(inCycle.has(a)).toBe(walks(a, a));
          for (const b of known.keys()) {
            const isTogether = walks(a, b) && walks(b, a);
            expect(inCycle.has(a) && inCycle.get(a) === inCycle.get(b)).toBe(isTogether);
          }
        }
      }),
    );
  });

  test('in a chain of 20,000 are found without running out of stack', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => String(i));
    const chain = new Map(ids.map((id, i) => [id, [ids[(i + 1) % ids.length] ?? '']]));
    expect(cyclesIn(chain)).toHaveLength(1);
    chain.set('19999', []);
    expect(cyclesIn(chain)).toEqual([]);
    expect(wouldCycle(chain, '19999', '0')).toHaveLength(20_001);
  });

  test('no longer hold what is done', () => {
    const done = { ...openNeed, doneAtMs: NOW_MS };
    const known = needGraph([needing('a', 'b'), work('b', { 'need.a': done })]);
    expect(cyclesIn(known)).toEqual([]);
  });
});

describe('waiting', () => {
  test('ends when each need is done, as far as the reader sees', () => {
    const two = needing('a', 'b', 'c');
    const done = work('b', { completedAtMs: NOW_MS }, 'm-ben');
    expect(isWaitingForNeeds(two)).toBe(true);
    expect(isWaitingForNeeds(two, doneIn(new Map([['b', done]])))).toBe(true);
    const both = new Map([
      ['b', done],
      ['c', work('c', { deleted: true })],
    ]);
    expect(isWaitingForNeeds(two, doneIn(both))).toBe(false);
    expect(isWaitingForNeeds(work('a'))).toBe(false);
  });

  test('of finished work is over', () => {
    const finished = work('a', { 'need.b': openNeed, completedAtMs: NOW_MS });
    expect(isWaitingForNeeds(finished)).toBe(false);
  });
});

describe('settling', () => {
  const needed = (fields: Fields) => new Map([['b', work('b', fields, 'm-ben')]]);

  test.each<[string, Fields, number | null, number | null]>([
    ['done', { completedAtMs: 5_000 }, null, 5_000],
    ['reopened', { completedAtMs: null }, 5_000, null],
    ['withdrawn', { deleted: true }, null, NOW_MS],
  ])('writes once that needed work is %s', (_, fields, held, settled) => {
    const waiting = work('a', { 'need.b': { ...openNeed, doneAtMs: held } });
    const [need] = settledNeeds(waiting, needed(fields), NOW_MS);
    expect(need).toMatchObject({ id: 'b', title: 'Scope', doneAtMs: settled });
    const told = work('a', { 'need.b': { ...openNeed, doneAtMs: need?.doneAtMs ?? null } });
    expect(settledNeeds(told, needed(fields), NOW_MS + 60_000)).toEqual([]);
  });

  test('follows work to whom it moved, and says nothing of what it cannot see', () => {
    const moved = new Map([['b', work('b', {}, 'm-ana')]]);
    expect(settledNeeds(needing('a', 'b'), moved, NOW_MS)).toMatchObject([{ memberId: 'ana' }]);
    expect(settledNeeds(needing('a', 'b'), new Map(), NOW_MS)).toEqual([]);
  });
});
