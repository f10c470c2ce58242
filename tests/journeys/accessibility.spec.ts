import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import type { Launched } from './launch.ts';
import { openView } from './steps/fields.ts';
import { startTeam } from './steps/manager.ts';
import { SCREENS, closeOverlays, openSample, takeSeat } from './steps/screens.ts';
import { outOfReach, tabStops, violationsOf } from './steps/sound.ts';

/** What a common laptop shows, and how much larger its text is asked for. */
const WINDOW = { width: 1366, height: 768, zoom: 2 };
/** Screens that differ most in how they are laid out; the others are built of the same parts. */
const ZOOMED: ReadonlySet<string> = new Set([
  'manager-overview',
  'manager-insights-flow',
  'manager-quality-sample',
  'manager-work-board',
  'manager-sop-editor',
  'manager-strategy-details',
  'assistant-run',
]);

test('twice the size of text hides nothing and scrolls no page sideways', async ({ outlog }) => {
  test.setTimeout(180_000);
  const { page } = outlog;
  await openSample(page);
  for (const who of ['manager', 'assistant'] as const) {
    await takeSeat(page, who === 'manager' ? 'Robin Hale' : 'Joanna Salcedo');
    for (const screen of SCREENS.filter((each) => each.who === who && ZOOMED.has(each.name))) {
      await test.step(screen.name, async () => {
        await screen.open(page);
        await zoomTo(outlog, WINDOW.zoom);
        expect.soft(await outOfReach(page), screen.name).toEqual([]);
        await zoomTo(outlog, 1);
        await closeOverlays(page);
      });
    }
  }
});

test('a new team’s window is gone through with Tab, says where one is, and keeps still', async ({
  outlog,
}) => {
  test.setTimeout(180_000);
  const { page } = outlog;
  await test.step('the three ways in, one after the other', async () => {
    await expect(page.getByRole('button', { name: /^Join with an invite/ })).toBeVisible();
    const stops = await tabStops(page, 3);
    expect(stops.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Join with an invite/),
      expect.stringMatching(/^Start a team/),
      expect.stringMatching(/^Look around a sample/),
    ]);
    expect(stops.every(({ hasRing }) => hasRing)).toBe(true);
  });
  await startTeam(page, 'Cedar Lane Shop', 'Inês Prado');
  await expect(page.getByText('First steps for Cedar Lane Shop')).toBeVisible();

  await test.step('content can be skipped to, and every stop shows itself', async () => {
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const stops = await tabStops(page, 6);
    expect(stops.map(({ name }) => name).slice(0, 3)).toEqual([
      'Skip to content',
      expect.stringContaining('Cedar Lane Shop'),
      'Overview',
    ]);
    expect(stops.filter(({ hasRing }) => !hasRing)).toEqual([]);
  });

  for (const view of ['Overview', 'Insights', 'Entries', 'Quality', 'Help']) {
    await test.step(`${view}, empty`, async () => {
      await openView(page, view);
      expect.soft(await violationsOf(page), view).toEqual([]);
      expect
        .soft(await landmarksOf(page), view)
        .toEqual({ mains: 1, firstHeadings: 1, unnamed: 0 });
    });
  }

  await test.step('nothing moves for whoever asked for that', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openView(page, 'Overview');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await expect(dialog).toBeVisible();
    const longest = await dialog.evaluate((element) =>
      Math.max(...getComputedStyle(element).transitionDuration.split(',').map(parseFloat)),
    );
    expect(longest).toBeLessThan(0.001);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});

/** A window of a laptop's size, its content enlarged. */
async function zoomTo({ app, page }: Launched, zoom: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height, factor }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(factor);
    },
    { ...WINDOW, factor: zoom },
  );
  await page.waitForFunction(
    (wanted) => Math.abs(innerWidth - wanted) <= 2,
    Math.round(WINDOW.width / zoom),
  );
}

/** How many main parts and first headings there are, and how many navigations have no name. */
const landmarksOf = (page: Page) =>
  page.evaluate(() => ({
    mains: document.querySelectorAll('main').length,
    firstHeadings: document.querySelectorAll('h1').length,
    unnamed: document.querySelectorAll('nav:not([aria-label], [aria-labelledby])').length,
  }));
