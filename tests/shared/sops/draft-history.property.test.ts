import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftHistory } from '#shared/sops/draft-history';
import { actedHistory, NO_HISTORY, redoneHistory, undoneHistory } from '#shared/sops/draft-history';
import type { DraftPatch } from '#shared/sops/draft-patch';
import { inversePatch, NO_PATCH, outlinePatch, patchedSop } from '#shared/sops/draft-patch';
import { movedTogether, outlineItems, outlineOf, placed } from '#shared/sops/outline';
import type { Sop } from '#shared/sops/sop';
import { sopFrom } from '#shared/sops/sop';
import { EMPTY_STEP } from '#shared/sops/step';

type Act =
  | { readonly kind: 'write' | 'remove' | 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'step' | 'section' | 'title' | 'undo' | 'redo'; readonly to: number }
  | { readonly kind: 'pause' };

const place = fc.nat(30);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('write', 'remove', 'move'), at: place, to: place }),
  fc.record({ kind: fc.constantFrom('step', 'section', 'title', 'undo', 'redo'), to: place }),
  fc.record({ kind: fc.constant('pause') }),
);

const EMPTY = sopFrom({ audience: 'team', type: 'sop', id: 'sop', fields: {}, stamp: '0' });
const begun: Sop = {
  ...EMPTY,
  draftSteps: [1, 2, 3].map((n) => ({
    ...EMPTY_STEP,
    id: `s${n}`,
    order: n * 1024,
    title: `${n}`,
  })),
  draftSections: [{ id: 'a', order: 1_500, title: 'A' }],
};

const outlineIn = (sop: Sop) => ({ steps: sop.draftSteps, sections: sop.draftSections });
const textOf = (sop: Sop) =>
  JSON.stringify([sop.title, outlineItems(outlineIn(sop)).map((item) => ({ ...item }))]);

interface Desk {
  sop: Sop;
  history: DraftHistory;
  atMs: number;
  count: number;
}

function patchOf({ sop, count }: Desk, done: Act): { patch: DraftPatch; group: string | null } {
  const items = outlineItems(outlineIn(sop));
  const insert = (item: (typeof items)[number], to: number) =>
    outlinePatch(outlineIn(sop), outlineOf(placed(items, [item], to)));
  const step = { ...EMPTY_STEP, id: `n${count}`, order: 0 };
  const section = { id: `n${count}`, order: 0, title: 'B' };
  switch (done.kind) {
    case 'step':
      return { patch: insert({ kind: 'step', id: step.id, order: 0, step }, done.to), group: null };
    case 'section':
      return {
        patch: insert({ kind: 'section', id: section.id, order: 0, section }, done.to),
        group: null,
      };
    case 'title':
      return { patch: { ...NO_PATCH, head: { title: `T${count}` } }, group: 'head.title' };
    case 'write': {
      const written = sop.draftSteps[done.at % Math.max(1, sop.draftSteps.length)];
      if (!written) return { patch: NO_PATCH, group: null };
      const steps = new Map([[written.id, { ...written, title: `${written.title}x` }]]);
      return { patch: { ...NO_PATCH, steps }, group: `step.${written.id}.title` };
    }
    case 'remove': {
      const gone = items[done.at % Math.max(1, items.length)];
      if (!gone) return { patch: NO_PATCH, group: null };
      const without = new Map([[gone.id, null]]);
      const patch =
        gone.kind === 'step' ? { ...NO_PATCH, steps: without } : { ...NO_PATCH, sections: without };
      return { patch, group: null };
    }
    case 'move': {
      const moved = items[done.at % Math.max(1, items.length)];
      if (!moved) return { patch: NO_PATCH, group: null };
      const next = placed(items, movedTogether(items, moved.id), done.to);
      return { patch: outlinePatch(outlineIn(sop), outlineOf(next)), group: null };
    }
    default:
      return { patch: NO_PATCH, group: null };
  }
}

function perform(desk: Desk, done: Act): void {
  desk.atMs += done.kind === 'pause' ? 10_000 : 100;
  desk.count += 1;
  if (done.kind === 'undo' || done.kind === 'redo') {
    const isUndo = done.kind === 'undo';
    const turned = isUndo ? desk.history.done.at(-1) : desk.history.undone.at(-1);
    desk.history = (isUndo ? undoneHistory : redoneHistory)(desk.history);
    if (turned) desk.sop = patchedSop(desk.sop, isUndo ? turned.back : turned.forth);
    return;
  }
  const { patch, group } = patchOf(desk, done);
  if (patch.steps.size + patch.sections.size + Object.keys(patch.head).length === 0) return;
  const back = inversePatch(desk.sop, patch);
  desk.history = actedHistory(
    desk.history,
    { kind: 'stepWritten', name: '', group, back, forth: patch },
    desk.atMs,
  );
  desk.sop = patchedSop(desk.sop, patch);
}

const begin = (): Desk => ({ sop: begun, history: NO_HISTORY, atMs: 0, count: 0 });

describe('what is done to a draft', () => {
  test('is all taken back, act by act through every state it was in, and all done again', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const desk = begin();
        for (const done of acts) perform(desk, done);
        const end = textOf(desk.sop);
        const turns = desk.history.done.length;
        const seen: string[] = [];
        for (let turn = 0; turn < turns; turn++) {
          perform(desk, { kind: 'undo', to: 0 });
          seen.push(textOf(desk.sop));
        }
        expect(seen.at(-1) ?? end).toBe(turns > 0 ? textOf(begun) : end);
        for (const former of seen.toReversed().slice(1)) {
          perform(desk, { kind: 'redo', to: 0 });
          expect(textOf(desk.sop)).toBe(former);
        }
        if (turns > 0) perform(desk, { kind: 'redo', to: 0 });
        expect(textOf(desk.sop)).toBe(end);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps one order without two items in one place', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const desk = begin();
        for (const done of acts) {
          perform(desk, done);
          const orders = outlineItems(outlineIn(desk.sop)).map(({ order }) => order);
          expect(orders).toEqual(orders.toSorted((a, b) => a - b));
          expect(new Set(orders).size).toBe(orders.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('typing in one field is taken back together until there is a pause', () => {
    const desk = begin();
    for (const done of ['write', 'write', 'pause', 'write'] as const) {
      perform(desk, done === 'pause' ? { kind: 'pause' } : { kind: done, at: 0, to: 0 });
    }
    const titleOf = () => desk.sop.draftSteps[0]?.title;
    expect(titleOf()).toBe('1xxx');
    perform(desk, { kind: 'undo', to: 0 });
    expect(titleOf()).toBe('1xx');
    perform(desk, { kind: 'undo', to: 0 });
    expect(titleOf()).toBe('1');
  });

  test('something new leaves nothing to be done again', () => {
    const desk = begin();
    perform(desk, { kind: 'title', to: 0 });
    perform(desk, { kind: 'undo', to: 0 });
    expect(desk.history.undone).toHaveLength(1);
    perform(desk, { kind: 'step', to: 0 });
    expect(desk.history.undone).toHaveLength(0);
  });
});
