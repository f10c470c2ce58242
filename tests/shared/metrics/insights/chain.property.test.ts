import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chainBehind, holdUps, unmetNeeds } from '#shared/metrics/insights/chain';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverable } from '../overview-support.ts';

const piece = (id: string, needs: readonly string[], fields = {}): Deliverable =>
  deliverable(`worker of ${id}`, id, {
    title: `work ${id}`,
    ...Object.fromEntries(
      needs.map((need) => [
        `need.${need}`,
        { memberId: `worker of ${need}`, title: `work ${need}`, doneAtMs: null },
      ]),
    ),
    ...fields,
  });
const byId = (all: readonly Deliverable[]) => new Map(all.map((each) => [each.id, each]));

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
/** Any graph, circles and all: who needs whom. `g` is nobody's to see. */
const graphs = fc
  .array(fc.tuple(fc.constantFrom(...IDS.slice(0, 6)), fc.constantFrom(...IDS)), { maxLength: 14 })
  .map((needs) =>
    byId(
      IDS.slice(0, 6).map((id) =>
        piece(
          id,
          needs.filter(([from]) => from === id).map(([, to]) => to),
        ),
      ),
    ),
  );

/** All that can be reached from a piece of work, step by step until nothing new comes. */
function reached(from: string, open: ReadonlyMap<string, Deliverable>): ReadonlySet<string> {
  const found = new Set<string>();
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const id of [from, ...found]) {
      for (const need of open.get(id)?.needs ?? []) found.add(need.id);
    }
  }
  return found;
}

test('a chain names all that a piece of work needs, in the end, and unfolds each once', () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom(...IDS.slice(0, 6)), (open, id) => {
      const first = open.get(id) ?? piece(id, []);
      const links = chainBehind(first, open);
      const named = new Set(links.slice(1).map((link) => link.id));
      expect(named).toEqual(reached(id, open));
      const unfolded = links.filter((link) => link.deliverable && !link.isRepeated);
      const opened = unfolded.filter(({ end }) => end?.kind !== 'circle').map((link) => link.id);
      expect(new Set(opened).size).toBe(opened.length);
    }),
  );
});

test('what waits for an end is what reaches it; whatever waits, waits for an end or for a circle', () => {
  fc.assert(
    fc.property(graphs, (open) => {
      const found = holdUps(open);
      for (const { id, behindIds } of found) {
        const expected = [...open.keys()].filter((each) => reached(each, open).has(id));
        expect(behindIds.toSorted()).toEqual(expected);
      }
      const explained = new Set(found.flatMap(({ behindIds }) => behindIds));
      const waiting = [...open.values()].filter((each) => unmetNeeds(each, open).length > 0);
      expect(waiting.every(({ id }) => explained.has(id))).toBe(true);
    }),
  );
});

describe('the end of a chain', () => {
  const block = { fromMs: 5, toMs: null, on: 'client', reason: 'No photos' };
  const open = byId([
    piece('a', ['b']),
    piece('b', ['c', 'd']),
    piece('c', [], { 'block.1': block }),
    piece('d', ['g']),
  ]);

  it('is whom blocked work waits for, or whoever has work that is nobody else’s to see', () => {
    const links = chainBehind(open.get('a') ?? piece('a', []), open);
    expect(links.map(({ id, depth, end }) => [id, depth, end?.kind ?? null])).toEqual([
      ['a', 0, null],
      ['b', 1, null],
      ['c', 2, 'waits'],
      ['d', 2, null],
      ['g', 3, 'unseen'],
    ]);
    expect(links.at(-1)?.memberId).toBe('worker of g');
  });

  it('is a circle where work needs itself through others', () => {
    const round = byId([piece('a', ['b']), piece('b', ['a'])]);
    const links = chainBehind(piece('a', ['b']), round);
    expect(links.map(({ end }) => end?.kind ?? null)).toEqual([null, null, 'circle']);
    expect(holdUps(round)).toEqual([{ id: 'a', behindIds: ['b', 'a'] }]);
  });

  it('is nothing where the needed work was done', () => {
    const done = piece('a', [], { 'need.b': { memberId: 'x', title: 'b', doneAtMs: 9 } });
    expect(unmetNeeds(done, byId([done]))).toEqual([]);
    expect(chainBehind(done, byId([done]))).toMatchObject([{ end: { kind: 'works' } }]);
  });

  it('does not overflow on a chain of thousands', () => {
    const long = Array.from({ length: 3_000 }, (_, at) => piece(`${at}`, [`${at + 1}`]));
    const all = byId(long);
    const links = chainBehind(long[0] ?? piece('0', []), all);
    expect(links).toHaveLength(3_001);
  });
});
