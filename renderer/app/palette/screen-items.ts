import type { PaletteItem } from './palette-item.ts';
import { paletteItem } from './palette-item.ts';

const PRESSABLE = 'button, a[href], [role="tab"], [role="button"]';
/** Rows have their own buttons, one as the other: what they do is done from the row. */
const REPEATED =
  'tr, li, [role="row"], [role="listitem"], [role="option"], [role="gridcell"], article';
const LONGEST_NAME = 60;

/**
 * What the screen behind the palette offers at this moment: its buttons and tabs, by the names that they are
 * read out with. A screen that gains a button has it here, too.
 */
export function screenItems(content: ParentNode = document): readonly PaletteItem[] {
  const found = new Map<string, PaletteItem>();
  for (const element of content.querySelectorAll<HTMLElement>(`#content :is(${PRESSABLE})`)) {
    if (!isAtHand(element)) continue;
    const name = nameOf(element);
    if (name === '' || name.length > LONGEST_NAME || found.has(name)) continue;
    const keys = element.getAttribute('aria-keyshortcuts')?.replace('Control', 'Ctrl');
    found.set(
      name,
      paletteItem({
        id: `screen/${name}`,
        group: 'screen',
        text: name,
        shortcut: keys?.split(' ')[0],
        open: () => {
          element.focus();
          element.click();
        },
      }),
    );
  }
  return [...found.values()];
}

function isAtHand(element: HTMLElement): boolean {
  if (
    element.matches(
      ':disabled, [aria-disabled="true"], [aria-hidden="true"], [aria-selected="true"]',
    )
  ) {
    return false;
  }
  if (element.closest(REPEATED)) return false;
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}

const nameOf = (element: HTMLElement): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
