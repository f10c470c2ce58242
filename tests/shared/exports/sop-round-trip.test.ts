import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sopCsv } from '#shared/exports/sop-csv';
import { oneLine, sopMarkdown } from '#shared/exports/sop-markdown';
import type { WrittenSop } from '#shared/exports/sop-markdown';
import { settledStep } from '#shared/exports/sop-phrases';
import type { ImportedSop } from '#shared/imports/sop-document';
import { draftOutline } from '#shared/imports/sop-drafts';
import { readSopMarkdown } from '#shared/imports/sop-read';
import { readSopTable } from '#shared/imports/sop-table';
import type { Rule } from '#shared/sops/rule';
import { RULE_EFFECTS, TEST_KINDS } from '#shared/sops/rule';
import { EMPTY_STEP, STEP_KINDS } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { bytesOf, decode } from '../imports/support.ts';
import { only } from '../imports/sop-support.ts';

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Open',
        'the',
        'ticket',
        '*',
        '_',
        '#',
        '1.',
        '- [ ]',
        '[x]',
        '`',
        '<b>',
        '&amp;',
        '\\',
        '|',
        '~',
        '!',
        '(optional)',
        '(~5 min)',
        'https://a.example',
        'yes/no',
        '“é”',
        '日本',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) =>
    oneLine(parts.join(' '))
      .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
      .trim(),
  )
  .filter((text) => text !== '');

const markdown = fc
  .array(
    fc.constantFrom(
      'Read it first.',
      'A *strong* **word** and `code`.',
      '- one\n- two\n  - within',
      '1. first\n2. second',
      '> quoted',
      '```sh\nrm -r x\n```',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '[a page](https://a.example/x_y)',
      `![the form](evidence:${'a'.repeat(64)})`,
      '### A heading',
      '- [ ] tick\n- [x] ticked',
      '- **Answer:** tick',
      '> **Why:**\n>\n> because',
    ),
    { maxLength: 4 },
  )
  .map((blocks) => blocks.join('\n\n'));

/** What is shown as it is written: lines and paragraphs, of whatever marks. */
const plain = fc
  .array(fc.tuple(words, fc.constantFrom('\n', '\n\n')), { maxLength: 4 })
  .map((lines) => lines.flat().join('').trim());

const value = fc.oneof(words, fc.integer({ min: -1000, max: 1000 }), fc.constant(null));
const limit = fc.option(fc.integer({ min: -1_000, max: 1_000 }), { nil: null });

const stepFields = fc.record({
  title: words,
  how: markdown,
  why: plain,
  kind: fc.constantFrom(...STEP_KINDS),
  isRequired: fc.boolean(),
  options: fc.uniqueArray(words, { maxLength: 4 }),
  min: limit,
  max: limit,
  expectedMinutes: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
  url: fc.constantFrom('', 'https://a.example/b?c=d_e', 'https://a.example/"x"'),
  sopId: fc.constantFrom('', 'sop-1'),
  waitOn: fc.constantFrom('manager', 'client', 'system'),
  waitMinutes: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
});

const part = fc.record({
  step: stepFields,
  isSectioned: fc.boolean(),
  section: words,
  rules: fc.array(
    fc.record({
      effect: fc.constantFrom(...RULE_EFFECTS),
      match: fc.constantFrom('all', 'any'),
      tests: fc.array(fc.record({ at: fc.nat(20), kind: fc.constantFrom(...TEST_KINDS), value }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { maxLength: 2 },
  ),
});

const sops: fc.Arbitrary<WrittenSop> = fc
  .record({
    title: words,
    purpose: plain,
    ownerName: fc.constantFrom('', 'Ana', 'Ben: the 2nd'),
    reviewOn: fc.constantFrom('', '2027-01-15'),
    reviewEveryDays: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
    version: fc.nat(9),
    parts: fc.array(part, { minLength: 1, maxLength: 6 }),
  })
  .map(({ parts, ...head }) => {
    const sections = parts.flatMap(({ isSectioned, section }, index) =>
      isSectioned ? [{ id: `h${index}`, order: index * 2, title: section }] : [],
    );
    const steps = parts.map(({ step, rules }, index): Step => ({
      ...EMPTY_STEP,
      ...step,
      id: `s${index + 1}`,
      order: index * 2 + 1,
      rules: rules.map(({ tests, ...rule }): Rule => ({
        ...rule,
        // A test that needs no value has none, and of one match `all` and `any` say the same.
        match: tests.length === 1 ? 'all' : rule.match,
        tests: tests.map(({ at, ...test }) => ({
          ...test,
          value: test.kind === 'answered' || test.kind === 'notAnswered' ? null : test.value,
          stepId: `s${(at % parts.length) + 1}`,
        })),
      })),
    }));
    return { ...head, steps, sections };
  });

const titleOfSop = () => 'Another';

const again = (sop: WrittenSop, imported: ImportedSop): WrittenSop => {
  let count = 0;
  const outline = draftOutline(imported, () => `n${(count += 1)}`);
  return { ...sop, title: imported.title, purpose: imported.purpose, ...outline };
};

/** What people read of steps, and what a step asks for; ids by their place. */
function content({ steps, sections }: Pick<WrittenSop, 'steps' | 'sections'>) {
  const places = new Map(steps.map(({ id }, index) => [id, index]));
  return {
    sections: sections.map(({ title, order }) => [
      title,
      steps.filter((step) => step.order < order).length,
    ]),
    steps: steps.map(settledStep).map(({ rules, ...step }) => ({
      ...step,
      id: '',
      order: 0,
      how: '',
      rules: rules.map((rule) => ({
        ...rule,
        tests: rule.tests.map((test) => ({ ...test, stepId: places.get(test.stepId) })),
      })),
    })),
  };
}

function readBack(sop: WrittenSop): WrittenSop {
  const read = readSopMarkdown(sopMarkdown(sop, titleOfSop), 'x.md');
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.notes).toEqual([]);
  return again(sop, only(read.value));
}

describe('a procedure written as Markdown', () => {
  it('is read back with its steps, sections, kinds and rules', () => {
    fc.assert(
      fc.property(sops, (sop) => {
        const back = readBack(sop);
        expect(back).toMatchObject({ title: sop.title, purpose: sop.purpose });
        expect(content(back)).toEqual(content(sop));
      }),
      { numRuns: 120 },
    );
  });

  it('keeps an address that stands there as a word', () => {
    const why = 'ask ana@shop.example, or 0@-.A';
    const sop: WrittenSop = {
      title: 'Ask',
      purpose: '',
      ownerName: '',
      reviewOn: '',
      reviewEveryDays: null,
      version: 1,
      steps: [{ ...EMPTY_STEP, id: 's1', order: 1, title: 'Ask', why }],
      sections: [],
    };
    expect(readBack(sop).steps.map((each) => each.why)).toEqual([why]);
  });

  it('says the same when it is written again, how too', () => {
    fc.assert(
      fc.property(sops, (sop) => {
        const first = readBack(sop);
        const text = sopMarkdown(first, titleOfSop);
        expect(sopMarkdown(readBack(first), titleOfSop)).toBe(text);
        expect(readBack(first).steps.map(({ how }) => how)).toEqual(
          first.steps.map(({ how }) => how),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is something that people read', () => {
    const step = { ...EMPTY_STEP, order: 2 };
    const text = sopMarkdown(
      {
        title: 'Refund a customer',
        purpose: 'A refund that waits costs us the customer.',
        ownerName: 'Ana',
        reviewOn: '2027-01-15',
        reviewEveryDays: 90,
        version: 3,
        sections: [{ id: 'a', order: 1, title: 'Check' }],
        steps: [
          { ...step, id: 's1', title: 'Is it paid?', kind: 'choice', options: ['Yes', 'No'] },
          {
            ...step,
            id: 's2',
            title: 'Pay back',
            how: 'Press **Refund**.',
            why: 'The bank closes at five.',
            kind: 'number',
            min: 1,
            isRequired: false,
            expectedMinutes: 5,
            rules: [
              { effect: 'show', match: 'all', tests: [{ stepId: 's1', kind: 'is', value: 'Yes' }] },
            ],
          },
        ],
      },
      titleOfSop,
    );
    expect(text).toBe(`---
format: outlog-sop-1
owner: Ana
version: 3
review on: 2027-01-15
review every: 90 days
---

# Refund a customer

> A refund that waits costs us the customer.

## Check

1. Is it paid?

   - **Answer:** choice of "Yes", "No"

2. Pay back

   Press **Refund**.

   > **Why:**
   >
   > The bank closes at five.

   - **Answer:** number, at least 1
   - **Required:** no
   - **Expected time:** 5 minutes
   - **Shown when:** step 1 is "Yes"
`);
  });
});

describe('a procedure written as a table', () => {
  it('is read back with its steps, sections, kinds and rules', () => {
    fc.assert(
      fc.property(sops, (sop) => {
        const read = readSopTable(bytesOf(sopCsv(sop.steps, sop.sections)), decode, 'x.csv');
        if (!read.ok) throw new Error(read.error.code);
        const back = again(sop, only(read.value));
        expect(back.steps.map(({ how, why, title }) => [title, how, why])).toEqual(
          sop.steps.map(({ how, why, title }) => [title, how.trim(), why.trim()]),
        );
        expect(content(back).steps).toEqual(content(sop).steps);
      }),
      { numRuns: 200 },
    );
  });
});
