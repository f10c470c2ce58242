import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftPatch } from '#shared/sops/draft-patch';
import { NO_PATCH } from '#shared/sops/draft-patch';
import { keptFields, keptPatch } from '#shared/sops/kept-draft';
import { EMPTY_STEP } from '#shared/sops/step';

const id = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const order = fc.integer({ min: 1, max: 1_000_000 });

const patch: fc.Arbitrary<DraftPatch> = fc.record({
  head: fc.record(
    { title: fc.string(), purpose: fc.string(), reviewEveryDays: fc.integer({ min: 1, max: 365 }) },
    { requiredKeys: [] },
  ),
  steps: itemsOf((stepId) =>
    fc.record({ order, title: fc.string(), how: fc.string(), why: fc.string() }).map((step) => ({
      ...EMPTY_STEP,
      ...step,
      id: stepId,
    })),
  ),
  sections: itemsOf((sectionId) =>
    fc.record({ order, title: fc.string() }).map((section) => ({ ...section, id: sectionId })),
  ),
});

function itemsOf<T>(of: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<Map<string, T | null>> {
  const entry = id.chain((each) =>
    fc.option(of(each)).map((item): [string, T | null] => [each, item]),
  );
  return fc.array(entry, { maxLength: 5 }).map((entries) => new Map(entries));
}

test('what is kept of a draft comes back from its text as it was', () => {
  fc.assert(
    fc.property(patch, (written) => {
      const back = keptPatch(JSON.parse(JSON.stringify(keptFields(written))));
      expect(back?.head).toEqual(written.head);
      expect(sorted(back?.steps)).toEqual(sorted(written.steps));
      expect(sorted(back?.sections)).toEqual(sorted(written.sections));
    }),
  );
});

test('what is no draft is nothing', () => {
  expect(keptPatch(null)).toBeNull();
  expect(keptPatch(['step.a'])).toBeNull();
  expect(keptPatch({ 'step.a': 'words', other: 3 })).toEqual(NO_PATCH);
});

const sorted = <T>(items: ReadonlyMap<string, T> = new Map()): readonly [string, T][] =>
  [...items].toSorted(([a], [b]) => (a < b ? -1 : 1));
