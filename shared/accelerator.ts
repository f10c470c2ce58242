/**
 * Keys that work while another program is in front, written as Electron takes them:
 * `CommandOrControl+Shift+L`. See https://www.electronjs.org/docs/latest/api/accelerator
 */

export const DEFAULT_QUICK_LOG_KEY = 'CommandOrControl+Shift+L';

/** What of a key press names its keys. */
export interface PressedKeys {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The place on the keyboard, `KeyL`: what it writes differs by layout. */
  readonly code: string;
}

const MODIFIERS = ['CommandOrControl', 'Super', 'Alt', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

const NAMED_KEYS: ReadonlySet<string> = new Set([
  'Space',
  'Insert',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Up',
  'Down',
  'Left',
  'Right',
]);

const isKey = (name: string): boolean =>
  /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4]))$/.test(name) || NAMED_KEYS.has(name);

const isModifier = (name: string): name is Modifier =>
  MODIFIERS.some((modifier) => modifier === name);

/**
 * Whether it can be a key of the whole computer: one key with modifiers in their order, of which one is more
 * than Shift, since with Shift alone it would be taken from everybody who writes a capital letter. A
 * function key may stand alone.
 */
export function isAccelerator(text: string): boolean {
  const names = text.split('+');
  const key = names.pop() ?? '';
  const modifiers = names.filter(isModifier);
  const inOrder = MODIFIERS.filter((modifier) => modifiers.includes(modifier));
  if (!isKey(key) || inOrder.join('+') !== names.join('+')) return false;
  return modifiers.some((modifier) => modifier !== 'Shift') || /^F\d/.test(key);
}

/** The keys that were pressed, or null while they are modifiers alone or cannot be a key of the whole computer. */
export function acceleratorOf(pressed: PressedKeys, isMac: boolean): string | null {
  const held: Readonly<Record<Modifier, boolean>> = {
    CommandOrControl: isMac ? pressed.metaKey : pressed.ctrlKey,
    Super: isMac ? false : pressed.metaKey,
    Alt: pressed.altKey,
    Shift: pressed.shiftKey,
  };
  // Control on a Mac is a key of its own, for which nothing here is written.
  if (isMac && pressed.ctrlKey) return null;
  const key = keyOf(pressed.code);
  const text = [...MODIFIERS.filter((modifier) => held[modifier]), key].join('+');
  return key !== '' && isAccelerator(text) ? text : null;
}

function keyOf(code: string): string {
  const name = code
    .replace(/^(?:Key|Digit|Numpad)([A-Z0-9])$/, '$1')
    .replace(/^Arrow(Up|Down|Left|Right)$/, '$1');
  return isKey(name) ? name : '';
}

const PC_NAMES: Readonly<Record<string, string>> = { CommandOrControl: 'Ctrl', Super: 'Win' };
const MAC_NAMES: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  Alt: '⌥',
  Shift: '⇧',
};

/** As it is printed on the keyboard: `Ctrl+Shift+L`. */
export const acceleratorText = (accelerator: string, isMac: boolean): string =>
  accelerator
    .split('+')
    .map((name) => (isMac ? MAC_NAMES : PC_NAMES)[name] ?? name)
    .join('+');
