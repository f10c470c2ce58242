import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2 to level AA, and what axe's authors hold to be good practice: landmarks, the order of headings. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds that would hinder somebody: rule, what is wrong, and where. `rules` are all of them at null. */
export async function violationsOf(
  page: Page,
  rules: string[] | null = null,
): Promise<readonly string[]> {
  // Legacy mode: the other one opens a second page, which an Electron app does not have.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    // Describing every element that passes takes longer than judging it.
    .options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, nodes }) =>
      nodes
        // A tooltip belongs to what it is about, and to no landmark.
        .filter(({ html }) => id !== 'region' || !html.includes('role="tooltip"'))
        .map(({ target }) => `${id}: ${target.join(' ')}`),
    );
}

/** What a window has that is too small for a screen: the page sideways, or a control that no scrolling reaches. */
export const outOfReach = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const nameOf = (element: Element): string =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    const found: string[] = [];
    for (const each of document.querySelectorAll('[data-layout]')) {
      if (each.scrollWidth > each.clientWidth + 1) found.push(`the page: ${each.scrollWidth} px`);
    }
    for (const each of document.querySelectorAll('button, input, a[href], [role="tab"]')) {
      const { right, width } = each.getBoundingClientRect();
      if (width === 0 || right <= innerWidth + 2) continue;
      let around = each.parentElement;
      while (around && !['auto', 'scroll'].includes(getComputedStyle(around).overflowX)) {
        around = around.parentElement;
      }
      if (!around) found.push(nameOf(each));
    }
    return found;
  });

/** Where Tab leads, step by step, from where the focus is: each stop's name and whether its ring is drawn. */
export async function tabStops(
  page: Page,
  count: number,
): Promise<readonly { readonly name: string; readonly hasRing: boolean }[]> {
  const stops = [];
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused) return { name: '', hasRing: false };
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
        return {
          name: (focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim(),
          hasRing: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        };
      }),
    );
  }
  return stops;
}
