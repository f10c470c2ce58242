import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids';
import { parsers } from '#shared/ipc-parsers';
import type { Readable } from '#shared/sops/diff';
import { pathOf } from '#shared/sops/path';
import { SOURCE_WORDS, sopWords } from '#shared/sops/sop-words';
import { EMPTY_STEP } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import {
  languageOfTranslation,
  sopTranslationFrom,
  sopTranslationId,
  textField,
} from '#shared/sops/translation';
import {
  lostPictures,
  originalsIn,
  sopTextBlocks,
  textReader,
  translationStanding,
} from '#shared/sops/translation-texts';
import { fieldPieces } from '#shared/stream/field-pieces';
import { BATCH_LIMITS } from '#shared/stream/batch-format';
import type { Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';

const step = (id: string, order: number, change: Partial<Step>): Step => ({
  ...EMPTY_STEP,
  id,
  order,
  ...change,
});

const KIND = step('kind', 2, {
  title: 'Kind of return',
  kind: 'choice',
  options: ['Refund', 'Exchange'],
});
const PAY = step('pay', 3, {
  title: 'Pay it back',
  how: 'Below **$50** at once.',
  rules: [
    { effect: 'show', match: 'all', tests: [{ stepId: 'kind', kind: 'is', value: 'Refund' }] },
  ],
});
const RETURNS: Readable = {
  title: 'A return',
  purpose: 'So that they come back.',
  steps: [KIND, PAY],
  sections: [{ id: 'look', order: 1, title: 'Look' }],
};

const stateOf = (...changes: readonly Fields[]): RecordState => {
  const id = sopTranslationId('returns', 'fil');
  let state: RecordState | undefined;
  for (const [at, fields] of changes.entries()) {
    const hlc = `00000000000${at + 1}0000`;
    state = mergeChange(state, { hlc, type: 'sopTranslation', id, fields }, 's', 'team');
  }
  if (!state) throw new Error('nothing was written');
  return state;
};

const FILIPINO = {
  [textField('title', 'A return')]: 'Isang pagbabalik',
  [textField('section.look', 'Look')]: 'Tingnan',
  [textField('step.kind.title', 'Kind of return')]: 'Uri ng pagbabalik',
  [textField('step.kind.option', 'Refund')]: 'Isauli ang bayad',
  [textField('step.pay.how', 'Below **$50** at once.')]: 'Agad kung mas mababa sa **$50**.',
};
const inFilipino = (fields: Fields = FILIPINO) => sopWords(sopTranslationFrom(stateOf(fields)));

describe('an SOP in another language', () => {
  test('is read text by text, and in its own words where nothing is said', () => {
    const words = inFilipino();
    expect(words.title(RETURNS)).toBe('Isang pagbabalik');
    expect(words.purpose(RETURNS)).toBe('So that they come back.');
    expect(words.section({ id: 'look', title: 'Look' })).toBe('Tingnan');
    expect(words.step(KIND)).toEqual({ title: 'Uri ng pagbabalik', how: '', why: '' });
    expect(words.step(PAY)).toEqual({
      title: 'Pay it back',
      how: 'Agad kung mas mababa sa **$50**.',
      why: '',
    });
    expect(words.option(KIND, 'Refund')).toBe('Isauli ang bayad');
    expect(words.option(KIND, 'Exchange')).toBe('Exchange');
    expect(sopWords(undefined)).toBe(SOURCE_WORDS);
  });

  test('still says what a later version left as it was, wherever it moved, and nothing that changed', () => {
    const words = inFilipino();
    const later = { ...PAY, order: 9, how: 'Below **$80** at once.' };
    expect(words.step({ ...KIND, order: 7 }).title).toBe('Uri ng pagbabalik');
    expect(words.step(later).how).toBe('Below **$80** at once.');
    expect(words.step(PAY).how).toBe('Agad kung mas mababa sa **$50**.');
    // The same words at another step may mean something else.
    expect(words.step({ ...KIND, id: 'other' }).title).toBe('Kind of return');
  });

  test('leaves answers and conditions alone: what is compared are the words of the version', () => {
    const spoken = { ...KIND, ...inFilipino().step(KIND) };
    expect(spoken.options).toEqual(['Refund', 'Exchange']);
    const answer = { value: 'Refund', atMs: 1, isSkipped: false, waitingSinceMs: null };
    const path = pathOf([spoken, PAY], new Map([['kind', answer]]));
    expect(path.map(({ isShown, problem }) => [isShown, problem])).toEqual([
      [true, null],
      [true, 'missing'],
    ]);
  });

  test('is written as the program takes it from its window', () => {
    const sopId = newId((length) => new Uint8Array(length));
    const edit = {
      audience: 'team',
      type: 'sopTranslation',
      id: sopTranslationId(sopId, 'pt-BR'),
      fields: { [textField(`step.${sopId}.option`, 'Só “isto” #1')]: 'Only this' },
    };
    const asked = { workspace: 'w', memberId: 'robin', edits: [edit] };
    expect(parsers.append.safeParse(asked).error).toBeUndefined();
  });

  test('is known by its id, and a language of a newer program is none of ours', () => {
    expect(languageOfTranslation(sopTranslationId('returns', 'pt-BR'))).toBe('pt-BR');
    expect(languageOfTranslation('returns.tlh')).toBeNull();
    expect(sopTranslationFrom(stateOf(FILIPINO)).sopId).toBe('returns');
  });
});

describe('the texts to be translated', () => {
  const blocks = sopTextBlocks(RETURNS);

  test('are all that somebody reads, in their order; what says nothing is not asked for', () => {
    expect(
      blocks.map(({ kind, number, texts }) => [kind, number, texts.map(({ part }) => part)]),
    ).toEqual([
      ['head', null, ['title', 'purpose']],
      ['section', 1, ['section']],
      ['step', 1, ['stepTitle', 'option', 'option']],
      ['step', 2, ['stepTitle', 'how']],
    ]);
    expect(sopTextBlocks({ title: ' ', purpose: '', steps: [], sections: [] })).toEqual([]);
  });

  test('are counted: translated, and changed since', () => {
    const read = textReader(stateOf(FILIPINO));
    expect(translationStanding(blocks, read)).toEqual({ count: 8, translated: 5, changed: 0 });
    const now = { ...RETURNS, title: 'Returns', steps: [KIND, { ...PAY, how: 'Below $80.' }] };
    expect(translationStanding(sopTextBlocks(now), read)).toEqual({
      count: 8,
      translated: 3,
      changed: 2,
    });
    expect(translationStanding(blocks, textReader(undefined))).toMatchObject({ translated: 0 });
  });

  test('show what was last said while the words were others, and what these were', () => {
    const before = { ...RETURNS, title: 'Returning' };
    const read = textReader(
      stateOf(
        { [textField('title', 'Sending back')]: 'Pagpapadala' },
        { [textField('title', 'Returning')]: 'Pagsasauli' },
      ),
    );
    const title = blocks[0]?.texts[0];
    if (!title) throw new Error('there is no title');
    const { state, text, former } = read(title);
    expect([state, text, former?.text]).toEqual(['changed', '', 'Pagsasauli']);
    expect(originalsIn([RETURNS, before]).get(former?.field ?? '')).toBe('Returning');
  });

  test('keep their pictures, or say how many are left out', () => {
    const picture = (digit: string): string => `![Shelf](evidence:${digit.repeat(64)})`;
    const original = `Look: ${picture('a')} ${picture('b')} ${picture('b')}`;
    expect(lostPictures(original, `Tingnan: ${picture('b')}`)).toBe(1);
    expect(lostPictures(original, original.replaceAll('Shelf', 'Estante'))).toBe(0);
    expect(lostPictures('Look.', 'Tingnan.')).toBe(0);
  });

  test('are not translated any more once that is taken back', () => {
    const read = textReader(
      stateOf(FILIPINO, { [textField('title', 'A return')]: '' }, { other: 'x' }),
    );
    expect(blocks[0]?.texts.map((text) => read(text).state)).toEqual(['missing', 'missing']);
  });

  test('written apart from each other both stay', () => {
    const mine = { [textField('step.kind.option', 'Refund')]: 'Isauli' };
    const theirs = { [textField('step.kind.option', 'Exchange')]: 'Palitan' };
    const words = sopWords(sopTranslationFrom(stateOf(mine, theirs)));
    expect(KIND.options.map((option) => words.option(KIND, option))).toEqual(['Isauli', 'Palitan']);
  });

  test('fit into changes, however long they are', () => {
    const long = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [
        textField(`step.s${at}.how`, `Step ${at}`),
        'क'.repeat(16_000),
      ]),
    );
    for (const piece of fieldPieces(long)) {
      const bytes = new TextEncoder().encode(JSON.stringify(piece)).length;
      expect(bytes).toBeLessThan(BATCH_LIMITS.changeBytes - 1_024);
    }
  });
});
