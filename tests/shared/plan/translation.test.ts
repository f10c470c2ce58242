import { describe, expect, test } from 'vitest';
import {
  inLanguage,
  languagesOf,
  translationFields,
  translationsOf,
} from '#shared/plan/translation';
import type { RecordState } from '#shared/stream/merge';

const outcome = (
  fields: RecordState['fields'],
  stamps: RecordState['stamps'] = {},
): RecordState => ({
  audience: 'team',
  type: 'outcome',
  id: 'uploads',
  fields,
  stamp: '1.s',
  stamps,
});

describe('a translation', () => {
  test('is read in place of the original, field by field', () => {
    const state = outcome({ name: 'Uploads', why: 'It sells', 'name.es': 'Cargas', 'why.es': ' ' });
    expect(inLanguage(state, 'es').fields).toMatchObject({ name: 'Cargas', why: 'It sells' });
    expect(inLanguage(state, 'hi')).toBe(state);
    expect(state.fields['name']).toBe('Uploads');
  });

  test('says that the original has changed since', () => {
    const fields = { name: 'Uploads, daily', 'name.es': 'Cargas' };
    expect(translationsOf(outcome(fields, { name: '3.s', 'name.es': '2.s' }), 'es')).toEqual([
      { field: 'name', original: 'Uploads, daily', text: 'Cargas', isOutdated: true },
    ]);
    expect(translationsOf(outcome(fields, { name: '2.s', 'name.es': '3.s' }), 'es')).toMatchObject([
      { isOutdated: false },
    ]);
  });

  test('is offered of texts that there are, and only of the plan’s own', () => {
    expect(translationsOf(outcome({ name: 'Uploads', why: '' }), 'vi')).toMatchObject([
      { field: 'name', text: '' },
    ]);
    const member = { ...outcome({ name: 'Ana', 'name.es': 'Anita' }), type: 'member' };
    expect(translationsOf(member, 'es')).toEqual([]);
    expect(inLanguage(member, 'es')).toBe(member);
  });

  test('is taken back by an empty text', () => {
    const fields = translationFields({ name: ' Cargas ', why: '' }, 'pt-BR');
    expect(fields).toEqual({ 'name.pt-BR': 'Cargas', 'why.pt-BR': '' });
    expect(languagesOf(outcome({ name: 'Uploads', ...fields }))).toEqual(['pt-BR']);
  });
});
