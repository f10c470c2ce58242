import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeChange } from '#shared/stream/merge';
import type { RecordState } from '#shared/stream/merge';
import { newStep, versionPieces } from '#shared/sops/draft';
import { sopFrom, versionId, versionInForce } from '#shared/sops/sop';
import type { SopVersion } from '#shared/sops/sop';
import { stepFields } from '#shared/sops/step';
import { nextNumber, versionsFrom } from '#shared/sops/versions';
import type { Fields } from '#shared/stream/change';

/** One piece of a publication on its way, as a stream carries it. */
interface Piece {
  readonly id: string;
  readonly fields: Fields;
  readonly stream: string;
  readonly hlc: string;
}

const LONG = 'x'.repeat(20_000);

/** What a manager publishes: every word of it names its author. */
function published(
  author: string,
  number: number,
  atMs: number,
  options: { readonly token?: string; readonly stepCount?: number } = {},
): readonly Piece[] {
  const { token = `t${author}`, stepCount = 3 } = options;
  const steps = Array.from({ length: stepCount }, (_, at) => ({
    ...newStep(`s${at}`, at),
    title: `${author} ${number} ${at}`,
    how: LONG,
  }));
  const sop = sopFrom({
    audience: 'team',
    type: 'sop',
    id: 'sop1',
    fields: { title: author, purpose: `${author}'s`, ...stepFields(steps) },
    stamp: '0',
  });
  const { id, pieces } = versionPieces(sop, {
    number,
    token,
    changeNote: author,
    changeReason: '',
    publishedById: author,
    publishedAtMs: atMs,
    effectiveOn: '',
    credits: [],
  });
  return pieces.map((fields, at) => ({
    id,
    fields,
    stream: `stream-${author}`,
    hlc: `${String(atMs).padStart(12, '0')}${String(at).padStart(4, '0')}`,
  }));
}

function mergedFrom(pieces: readonly Piece[]): readonly SopVersion[] {
  const states = new Map<string, RecordState>();
  for (const { id, fields, stream, hlc } of pieces) {
    const change = { hlc, type: 'sopVersion', id, fields };
    states.set(id, mergeChange(states.get(id), change, stream, 'team'));
  }
  return versionsFrom([...states.values()]);
}

/** Who wrote each part of a version. */
const authorsOf = (version: SopVersion): ReadonlySet<string> =>
  new Set([
    version.title,
    version.changeNote,
    version.publishedById,
    ...version.steps.map(({ title }) => title.split(' ')[0] ?? ''),
  ]);

/** Every order in which the pieces of streams can arrive: those of one stream in theirs. */
const interleaved = (streams: readonly (readonly Piece[])[]): fc.Arbitrary<readonly Piece[]> => {
  const turns = streams.flatMap((pieces, at) => pieces.map(() => at));
  return fc.shuffledSubarray(turns, { minLength: turns.length }).map((order) => {
    const left = streams.map((pieces) => [...pieces]);
    return order.flatMap((at) => left[at]?.shift() ?? []);
  });
};

describe('versions published apart under one number', () => {
  const ana = published('ana', 2, 50);
  const ben = published('ben', 2, 40, { stepCount: 5 });

  test('are never mixed, in whatever order and however far their pieces have arrived', () => {
    const first = published('mia', 1, 10);
    fc.assert(
      fc.property(interleaved([first, ana, ben]), fc.nat(40), (order, arrived) => {
        for (const version of mergedFrom(order.slice(0, arrived))) {
          expect(authorsOf(version).size).toBe(1);
          expect(version.steps).toHaveLength(version.title === 'ben' ? 5 : 3);
        }
        const all = mergedFrom(order);
        expect(all.map(({ title, number }) => [title, number])).toEqual([
          ['ana', 2.1],
          ['ben', 2],
          ['mia', 1],
        ]);
      }),
    );
  });

  test('are not mixed either where an older program gave them one record', () => {
    const [a, b] = [published('ana', 2, 50, { token: '' }), published('ben', 2, 40, { token: '' })];
    expect(a[0]?.id).toBe(b[0]?.id);
    fc.assert(
      fc.property(interleaved([a, b]), (order) => {
        const [version, ...others] = mergedFrom(order);
        expect(others).toEqual([]);
        expect(version && [...authorsOf(version)]).toEqual(['ben']);
      }),
    );
  });

  test('renumber nothing that came after them, and leave the next number free', () => {
    const versions = mergedFrom([...ana, ...ben, ...published('mia', 3, 60)]);
    expect(versions.map(({ number }) => number)).toEqual([3, 2.1, 2]);
    expect(versionInForce(mergedFrom([...ana, ...ben]), '2026-01-01')?.title).toBe('ana');
    expect(nextNumber(mergedFrom([...ana, ...ben]), 2)).toBe(3);
    expect(nextNumber([], 0)).toBe(1);
    expect(nextNumber(mergedFrom(ben), 4)).toBe(5);
  });
});

test('a version says for ever what it said when it was published', () => {
  const [head, ...rest] = published('ana', 1, 10);
  if (!head) throw new Error('no piece');
  const later = { title: 'Other', 'step.s0': { title: 'Other' }, 'step.new': { title: 'New' } };
  const rewritten = [
    { ...head, fields: later, stream: 'stream-ben', hlc: '0000000000900000' },
    { ...head, fields: { title: 'Mine, again' }, hlc: '0000000000950000' },
  ];
  const [version] = mergedFrom([...rewritten, head, ...rest]);
  expect(version?.title).toBe('ana');
  expect(version?.steps.map(({ title }) => title)).toEqual(['ana 1 0', 'ana 1 1', 'ana 1 2']);
});

test('a version of an older program, which has no count of its parts, is read', () => {
  const fields = { sopId: 'sop1', number: 1, title: 'Old', 'step.a': { title: 'Do' } };
  const id = versionId('sop1', 1);
  const state: RecordState = { audience: 'team', type: 'sopVersion', id, fields, stamp: '1.s' };
  expect(versionsFrom([state])).toMatchObject([{ id: 'sop1.v1', number: 1, title: 'Old' }]);
});
