import { describe, expect, test } from 'vitest';
import type { Readable } from '#shared/sops/diff';
import { sopDiff } from '#shared/sops/diff';
import { sopWords } from '#shared/sops/sop-words';
import { spokenPair } from '#shared/sops/spoken-pair';
import type { Step } from '#shared/sops/step';
import { EMPTY_STEP } from '#shared/sops/step';
import { textField } from '#shared/sops/translation';
import type { TextPlace } from '#shared/sops/translation';

const step = (id: string, order: number, change: Partial<Step>): Step => ({
  ...EMPTY_STEP,
  id,
  order,
  ...change,
});

const V1: Readable = {
  title: 'Returns',
  purpose: '',
  sections: [{ id: 'look', order: 0, title: 'Look' }],
  steps: [
    step('pay', 1, { title: 'Pay', how: 'Below 50.', why: 'They wait.' }),
    step('gone', 2, { title: 'Write it down' }),
  ],
};
const V2: Readable = {
  ...V1,
  title: 'All returns',
  sections: [{ id: 'look', order: 0, title: 'See' }],
  steps: [step('pay', 1, { title: 'Pay', how: 'Below 80.', why: 'They wait at home.' })],
};

const say = (...texts: readonly (readonly [TextPlace, string, string])[]) =>
  sopWords({
    sopId: 'returns',
    fields: Object.fromEntries(
      texts.map(([place, original, text]) => [textField(place, original), text]),
    ),
  });

describe('two versions in the words of a reader', () => {
  test('say what is the same, what changed and what is gone in the translation', () => {
    const words = say(
      ['step.pay.title', 'Pay', 'Bayaran'],
      ['step.pay.how', 'Below 50.', 'Mas mababa sa 50.'],
      ['step.pay.how', 'Below 80.', 'Mas mababa sa 80.'],
      ['step.gone.title', 'Write it down', 'Isulat'],
    );
    const { before, after } = spokenPair(words, V1, V2);
    expect(before.steps.map(({ title, how }) => [title, how])).toEqual([
      ['Bayaran', 'Mas mababa sa 50.'],
      ['Isulat', ''],
    ]);
    expect(after.steps[0]).toMatchObject({ title: 'Bayaran', how: 'Mas mababa sa 80.' });
  });

  test('compare no translation with an original', () => {
    const words = say(
      ['title', 'Returns', 'Mga pagbabalik'],
      ['step.pay.how', 'Below 50.', 'Mas mababa sa 50.'],
      ['section.look', 'See', 'Tingnan'],
    );
    const { before, after } = spokenPair(words, V1, V2);
    expect([before.title, after.title]).toEqual(['Returns', 'All returns']);
    expect([before.steps[0]?.how, after.steps[0]?.how]).toEqual(['Below 50.', 'Below 80.']);
    expect([before.sections[0]?.title, after.sections[0]?.title]).toEqual(['Look', 'See']);
  });

  test('keep a difference that the translation does not make', () => {
    const words = say(
      ['step.pay.why', 'They wait.', 'Naghihintay sila.'],
      ['step.pay.why', 'They wait at home.', 'Naghihintay sila.'],
    );
    const { before, after } = spokenPair(words, V1, V2);
    expect([before.steps[0]?.why, after.steps[0]?.why]).toEqual([
      'They wait.',
      'They wait at home.',
    ]);
    expect(sopDiff(before, after).rows.length).toBe(sopDiff(V1, V2).rows.length);
  });
});
