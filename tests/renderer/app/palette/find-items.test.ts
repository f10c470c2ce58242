import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findItems } from '../../../../renderer/app/palette/find-items.ts';
import { findable, matchOf, questionOf } from '../../../../renderer/app/palette/match.ts';
import type { PaletteGroup } from '../../../../renderer/app/palette/palette-item.ts';
import { paletteItem } from '../../../../renderer/app/palette/palette-item.ts';
import { readTyped, typedFor } from '../../../../renderer/app/palette/scope.ts';

const item = (group: PaletteGroup, text: string, also = '') =>
  paletteItem({ id: `${group}/${text}`, group, text, also, open: () => {} });

const ITEMS = [
  item('actions', 'Send now'),
  item('views', 'Insights'),
  item('views', 'Settings'),
  item('outcomes', 'Product uploads', 'Acme Ltd'),
  item('outcomes', 'Product pictures'),
  item('outcomes', 'Supplier profiles'),
  item('members', 'Inês Prado'),
  item('members', 'Camila Rincón'),
  item('sops', 'Put a product live'),
  item('work', 'Autumn linen, sheet 2', 'Product uploads'),
];

function find(typed: string, recent: readonly string[] = []) {
  const { scope, text } = readTyped(typed);
  return findItems(ITEMS, { question: questionOf(text), scope, recent }).flatMap(({ found }) =>
    found.map((each) => each.item.text),
  );
}

function marked(text: string, typed: string): string | null {
  const match = matchOf(findable(text), questionOf(typed));
  if (!match) return null;
  return match.stretches.map(([from, to]) => text.slice(from, to)).join('|');
}

describe('finding', () => {
  it('marks the letters that were typed', () => {
    expect(marked('Product uploads', 'upl')).toBe('upl');
    expect(marked('Product uploads', 'prup')).toBe('Pr|up');
    expect(marked('Put a product live', 'live prod')).toBe('prod|live');
  });

  it('takes letters with and without accents, in either case', () => {
    expect(marked('Inês Prado', 'ines')).toBe('Inês');
    expect(marked('Camila Rincón', 'RINCON')).toBe('Rincón');
  });

  it('finds nothing by letters that lie about', () => {
    expect(marked('Payouts reconciled', 'pro')).toBeNull();
    expect(marked('Supplier profiles', 'upl')).toBeNull();
    expect(marked('Settings', 'x')).toBeNull();
  });

  it('puts what begins with it before what holds it', () => {
    expect(find('pro').slice(0, 3)).toEqual([
      'Product uploads',
      'Product pictures',
      'Supplier profiles',
    ]);
  });

  it('finds by other words, too, behind what shows them', () => {
    expect(find('acme')).toEqual(['Product uploads']);
    expect(find('product').at(-1)).toBe('Autumn linen, sheet 2');
  });

  it('asks for one kind by its sign', () => {
    expect(find('@').toSorted()).toEqual(['Camila Rincón', 'Inês Prado']);
    expect(find('# pic')).toEqual(['Product pictures']);
    expect(find('>se')).toEqual(['Send now', 'Settings']);
    expect(typedFor('#pic', 'sops')).toBe('/pic');
    expect(typedFor('#pic', 'outcomes')).toBe('pic');
  });

  it('puts what was opened lately first, without a word typed and with', () => {
    const recent = ['outcomes/Supplier profiles', 'views/Settings'];
    expect(find('', recent).slice(0, 2)).toEqual(['Supplier profiles', 'Settings']);
    const lately = ['outcomes/Product uploads'];
    expect(find('product', lately)[0]).toBe('Product uploads');
  });

  it('marks only what is there, in its order, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
        const match = matchOf(findable(text), questionOf(typed));
        let end = 0;
        for (const [from, to] of match?.stretches ?? []) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });

  it('finds each text by itself and by the beginning of its words', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const text = findable(words.join(' '));
        expect(matchOf(text, questionOf(words.join(' ')))).not.toBeNull();
        const beginnings = words.map((each) => each.slice(0, 2)).join(' ');
        expect(matchOf(text, questionOf(beginnings))).not.toBeNull();
      }),
    );
  });
});
