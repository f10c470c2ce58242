import { describe, expect, test } from 'vitest';
import {
  NOTHING_SELECTED,
  extended,
  toggled,
} from '../../../../renderer/features/work/selection.ts';

describe('choosing several', () => {
  test('chooses one and lets it go', () => {
    const one = toggled(NOTHING_SELECTED, 'a');
    expect([...one]).toEqual(['a']);
    expect(toggled(one, 'a').size).toBe(0);
    expect(NOTHING_SELECTED.size).toBe(0);
  });

  test('a step takes both its ends; a step back lets go of what was left', () => {
    const three = extended(extended(NOTHING_SELECTED, 'a', 'b'), 'b', 'c');
    expect([...three].toSorted()).toEqual(['a', 'b', 'c']);
    expect([...extended(three, 'c', 'b')].toSorted()).toEqual(['a', 'b']);
  });

  test('begins with the one reached where the keyboard was nowhere', () => {
    expect([...extended(NOTHING_SELECTED, null, 'a')]).toEqual(['a']);
  });
});
