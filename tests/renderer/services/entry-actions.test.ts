import { expect, test } from 'vitest';
import { actionOfKey } from '../../../renderer/services/entry-actions.ts';
import { entryOf } from '../features/work/items.ts';

const started = entryOf('w', { startedAtMs: 1 });

test('letters act in either case; one that fits nothing does nothing', () => {
  expect(actionOfKey('C', started)).toBe('complete');
  expect(actionOfKey('s', started)).toBeNull();
});

test('Backspace, which people press to take back a letter, deletes nothing', () => {
  expect(actionOfKey('Delete', started)).toBe('delete');
  expect(actionOfKey('Backspace', started)).toBeNull();
});
