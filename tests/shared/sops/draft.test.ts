import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeChange } from '#shared/stream/merge';
import type { RecordState } from '#shared/stream/merge';
import { movedSteps, newStep, orderAtEnd, sopState, versionPieces } from '#shared/sops/draft';
import type { Publication } from '#shared/sops/draft';
import { sopFrom, sopVersionFrom } from '#shared/sops/sop';
import type { Sop } from '#shared/sops/sop';
import { stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import type { Fields } from '#shared/stream/change';

const step = (id: string, order: number, change: Partial<Step> = {}): Step => ({
  ...newStep(id, order),
  title: `Step ${id}`,
  ...change,
});

const publication = (changeNote: string): Publication => ({
  number: 1,
  token: 't',
  changeNote,
  changeReason: '',
  publishedById: 'mia',
  publishedAtMs: 5,
  effectiveOn: '',
  credits: [],
});

const sopOf = (steps: readonly Step[], fields: Fields = {}): Sop =>
  sopFrom({
    audience: 'team',
    type: 'sop',
    id: 'sop1',
    fields: { title: 'Upload', purpose: 'So that it sells', ...fields, ...stepFields(steps) },
    stamp: '0',
  });

const bySequence = (steps: readonly Step[]) => steps.toSorted((a, b) => a.order - b.order);

describe('moving a step', () => {
  test('any series of moves leaves the steps as moving them in a list would', () => {
    const moves = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 80 });
    fc.assert(
      fc.property(moves, (moves) => {
        let steps: readonly Step[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => step(id, at));
        let expected = steps.map((each) => each.id);
        for (const [from, to] of moves) {
          const changed = new Map(movedSteps(steps, from, to).map((each) => [each.id, each]));
          steps = bySequence(steps.map((each) => changed.get(each.id) ?? each));
          const [id] = expected.slice(from, from + 1);
          if (id) expected = expected.toSpliced(from, 1).toSpliced(to, 0, id);
          expect(steps.map((each) => each.id)).toEqual(expected);
        }
      }),
    );
  });

  test('one step changes where there is room', () => {
    const steps = [step('a', 1024), step('b', 2048), step('c', 3072)];
    expect(movedSteps(steps, 2, 1)).toHaveLength(1);
  });
});

describe('publishing', () => {
  const steps = [
    step('a', 1024, { how: 'Open **admin**', why: 'It starts here' }),
    step('b', 2048, { kind: 'number', min: 1, max: 5, isRequired: false, expectedMinutes: 3 }),
    step('c', 3072, { kind: 'choice', options: ['Yes', 'No'] }),
  ];

  test('the version says what the draft said', () => {
    const sop = sopOf(steps);
    const { id, pieces } = versionPieces(sop, publication('First'));
    const version = sopVersionFrom(mergedOf(id, pieces));
    expect(version).toMatchObject({ id: 'sop1.v1.t', number: 1, changeNote: 'First' });
    expect(version.steps).toEqual(steps);
    expect(sopState({ ...sop, publishedVersion: 1 }, version)).toBe('published');
  });

  test('a draft that went on is told from its version', () => {
    const sop = sopOf(steps, { publishedVersion: 1 });
    const { id, pieces } = versionPieces(sopOf(steps), publication(''));
    const version = sopVersionFrom(mergedOf(id, pieces));
    expect(sopState(sop, version)).toBe('published');
    expect(sopState({ ...sop, draftSteps: steps.slice(1) }, version)).toBe('changed');
    expect(sopState({ ...sop, purpose: 'Other' }, version)).toBe('changed');
  });

  test('a long procedure is cut into pieces that each fit into a change, and nothing is lost', () => {
    const long = Array.from({ length: 200 }, (_, at) =>
      step(`s${at}`, at, { how: 'Löng "text" '.repeat(90) }),
    );
    const { id, pieces } = versionPieces(sopOf(long), publication(''));
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      expect(new TextEncoder().encode(JSON.stringify(piece)).length).toBeLessThan(64 * 1024);
    }
    expect(sopVersionFrom(mergedOf(id, pieces)).steps).toEqual(long);
  });
});

test('a new step goes last', () => {
  expect(orderAtEnd([step('a', 10), step('b', 700)])).toBeGreaterThan(700);
});

function mergedOf(id: string, pieces: readonly Fields[]): RecordState {
  let state: RecordState | undefined;
  for (const [at, fields] of pieces.entries()) {
    const hlc = at.toString(16).padStart(16, '0');
    state = mergeChange(state, { hlc, type: 'sopVersion', id, fields }, 'stream', 'team');
  }
  if (!state) throw new Error('a version without a piece');
  return state;
}
