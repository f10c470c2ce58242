import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSame, isUntouched, sopDiff, STEP_FIELDS } from '#shared/sops/diff';
import type { DiffRow, Readable } from '#shared/sops/diff';
import { outlineItems } from '#shared/sops/outline';
import type { Section } from '#shared/sops/section';
import { byOrder, EMPTY_STEP } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { wordDiff } from '#shared/sops/word-diff';

const step = (id: string, order: number, change: Partial<Step> = {}): Step => ({
  ...EMPTY_STEP,
  id,
  order,
  title: `Do ${id}`,
  ...change,
});
const readable = (steps: readonly Step[], sections: readonly Section[] = []): Readable => ({
  title: 'Upload',
  purpose: 'So that it sells',
  steps: steps.toSorted(byOrder),
  sections: sections.toSorted(byOrder),
});

const words = fc.constantFrom('', 'Open the sheet', 'Open **it**', 'Löschen, bitte.');
const anyStep = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  order: fc.nat(1000),
  title: words,
  how: words,
  kind: fc.constantFrom('tick' as const, 'number' as const, 'choice' as const),
  isRequired: fc.boolean(),
  options: fc.constantFrom(['Yes', 'No'], ['Yes']),
  min: fc.constantFrom(null, 1),
});
const anySection = fc.record({
  id: fc.constantFrom('a', 'x', 'y'),
  order: fc.nat(1000),
  title: words,
});
const anySop: fc.Arbitrary<Readable> = fc
  .record({
    steps: fc.uniqueArray(anyStep, { selector: ({ id }) => id }),
    sections: fc.uniqueArray(anySection, { selector: ({ id }) => id }),
  })
  .map(({ steps, sections }) =>
    readable(
      steps.map((each) => step(each.id, each.order, each)),
      sections,
    ),
  );

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind}.${id}`;

/** The old procedure after what a diff says, as keys in order and contents: nothing else of the new one is used. */
function applied(before: Readable, rows: readonly DiffRow[]): readonly [string, unknown][] {
  const old = new Map(outlineItems(before).map((item) => [keyOf(item), item]));
  return rows.flatMap((row): [string, unknown][] => {
    if (row.change === 'removed') return [];
    const was = old.get(keyOf(row));
    if (row.kind === 'section') {
      const title = row.change === 'same' && was?.kind === 'section' ? was.section : row.after;
      return [[keyOf(row), title?.title]];
    }
    const base = was?.kind === 'step' ? was.step : row.after;
    const changes = row.fields.map((field) => [field, row.after?.[field]]);
    return [[keyOf(row), contentOf({ ...base, ...Object.fromEntries(changes) })]];
  });
}

const contentOf = (of: object): unknown => {
  const values = new Map<string, unknown>(Object.entries(of));
  return STEP_FIELDS.map((field) => values.get(field));
};

const contents = (sop: Readable): readonly [string, unknown][] =>
  outlineItems(sop).map((item) => [
    keyOf(item),
    item.kind === 'step' ? contentOf(item.step) : item.section.title,
  ]);

describe('a diff of two procedures', () => {
  test('applied to the old one gives the new one', () => {
    fc.assert(
      fc.property(anySop, anySop, (before, after) => {
        const { rows } = sopDiff(before, after);
        expect(applied(before, rows)).toEqual(contents(after));
      }),
    );
  });

  test('backwards, it gives the old one: what is gone is there in its order', () => {
    fc.assert(
      fc.property(anySop, anySop, (before, after) => {
        const { rows } = sopDiff(before, after);
        const unmoved = rows.filter(({ before: was, isMoved }) => was !== null && !isMoved);
        const keys = outlineItems(before).map(keyOf);
        const order = unmoved.map((row) => keys.indexOf(keyOf(row)));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(rows.filter(({ before: was }) => was !== null)).toHaveLength(keys.length);
      }),
    );
  });

  test('of a procedure with itself is empty, whatever the numbers of its places', () => {
    fc.assert(
      fc.property(anySop, fc.integer({ min: 1, max: 9 }), (sop, factor) => {
        const spread = <T extends { readonly order: number }>(items: readonly T[]): T[] =>
          items.map((item) => ({ ...item, order: item.order * factor }));
        const again = readable(spread(sop.steps), spread(sop.sections));
        expect(isSame(sopDiff(sop, again))).toBe(true);
      }),
    );
  });

  test('one step that moves is told as one, and no other', () => {
    const before = readable(['a', 'b', 'c', 'd', 'e'].map((id, at) => step(id, at)));
    const after = readable([...before.steps.slice(1), step('a', 9)]);
    const { rows } = sopDiff(before, after);
    expect(rows.filter((row) => !isUntouched(row))).toMatchObject([
      { id: 'a', isMoved: true, change: 'same', beforeNumber: 1, afterNumber: 5 },
    ]);
  });

  test('says which parts of a step are different', () => {
    const before = readable([step('a', 1, { kind: 'number', min: 1, max: 5 })]);
    const after = readable([step('a', 1, { kind: 'number', min: 2, max: 5, why: 'It costs' })]);
    expect(sopDiff(before, after).rows).toMatchObject([
      { change: 'changed', fields: ['why', 'min'], isMoved: false },
    ]);
  });
});

describe('a diff of words', () => {
  const text = fc.array(
    fc.constantFrom('open', 'the', 'Sheet', ' ', '\n', '—', '日本', 'e\u0301', '👍🏽'),
  );

  test('has both texts in it, and nothing else', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const parts = wordDiff(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  test('tells a word apart and no more', () => {
    expect(wordDiff('Open the old sheet.', 'Open the new sheet.')).toEqual([
      { kind: 'same', text: 'Open the ' },
      { kind: 'removed', text: 'old' },
      { kind: 'added', text: 'new' },
      { kind: 'same', text: ' sheet.' },
    ]);
    // What is rewritten is not torn into shreds by the small words that both happen to have.
    expect(wordDiff('Read it from end to end.', 'Open it and look at all.')).toEqual([
      { kind: 'removed', text: 'Read it from end to end' },
      { kind: 'added', text: 'Open it and look at all' },
      { kind: 'same', text: '.' },
    ]);
    expect(wordDiff('Same', 'Same')).toEqual([{ kind: 'same', text: 'Same' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  test('a long text is compared by line, and two that have nothing in common are two', () => {
    const lines = Array.from({ length: 900 }, (_, at) => `Line ${at} of many words\n`);
    const other = lines.with(4, 'Another line\n').with(890, 'And another\n');
    const parts = wordDiff(lines.join(''), other.join(''));
    expect(parts.filter(({ kind }) => kind === 'added').map((part) => part.text)).toEqual([
      'Another line\n',
      'And another\n',
    ]);
    const strange = wordDiff('a\n'.repeat(3000), 'b\n'.repeat(3000));
    expect(strange.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
