import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_QUICK_LOG_KEY,
  acceleratorOf,
  acceleratorText,
  isAccelerator,
} from '#shared/accelerator';

const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a key of the whole computer', () => {
  it.each(['CommandOrControl+Shift+L', 'Alt+Space', 'CommandOrControl+Alt+9', 'F9', 'Super+Up'])(
    'can be %s',
    (keys) => expect(isAccelerator(keys)).toBe(true),
  );

  it.each([
    ['a letter alone', 'L'],
    ['a capital letter', 'Shift+L'],
    ['modifiers alone', 'CommandOrControl+Shift'],
    ['two keys', 'CommandOrControl+A+B'],
    ['modifiers in another order', 'Shift+CommandOrControl+L'],
    ['a key that edits everywhere', 'CommandOrControl+Enter'],
    ['nothing', ''],
  ])('cannot be %s', (_name, keys) => expect(isAccelerator(keys)).toBe(false));

  it('is one by default', () => expect(isAccelerator(DEFAULT_QUICK_LOG_KEY)).toBe(true));

  it('is read from what is pressed, by the place of the key', () => {
    const pressed = { ...held, ctrlKey: true, altKey: true, code: 'KeyQ' };
    expect(acceleratorOf(pressed, false)).toBe('CommandOrControl+Alt+Q');
    expect(acceleratorOf({ ...held, metaKey: true, shiftKey: true, code: 'Digit1' }, true)).toBe(
      'CommandOrControl+Shift+1',
    );
  });

  it('is none while only modifiers are down, and none that writing needs', () => {
    expect(acceleratorOf({ ...held, ctrlKey: true, code: 'ControlLeft' }, false)).toBeNull();
    expect(acceleratorOf({ ...held, shiftKey: true, code: 'KeyL' }, false)).toBeNull();
  });

  it('is whatever is read, and can be kept', () => {
    const pressed = fc.record({
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      code: fc.oneof(
        fc.constantFrom('KeyA', 'Digit5', 'F7', 'ArrowUp', 'Space', 'Enter'),
        fc.string(),
      ),
    });
    fc.assert(
      fc.property(pressed, fc.boolean(), (keys, isMac) => {
        const read = acceleratorOf(keys, isMac);
        expect(read === null || isAccelerator(read)).toBe(true);
      }),
    );
  });

  it('is shown as it is printed on the keyboard', () => {
    expect(acceleratorText('CommandOrControl+Shift+L', false)).toBe('Ctrl+Shift+L');
    expect(acceleratorText('CommandOrControl+Alt+L', true)).toBe('⌘+⌥+L');
  });
});
