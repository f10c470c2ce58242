import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { choose, openView } from './steps/fields.ts';
import { launchAt, offsetTo } from './steps/launch-at.ts';
import type { RunningApp } from './steps/launch-at.ts';
import { openSample, takeSeat } from './steps/screens.ts';

/** Monday 23 November 2026, 10:30 in London: half an hour after the weekly review was due. */
const MONDAY_MS = Date.parse('2026-11-23T10:30:00Z');
const WEEK_MS = 7 * 86_400_000;
const OWN = 'Decide the shipping class of stools with storage';
const JOANNAS = 'Move Winter candles to the top of the queue';

const startAt = async (userData: string, atMs: number): Promise<RunningApp> =>
  await launchAt(userData, { clockOffsetMs: offsetTo(atMs), timeZone: 'Europe/London' });

/** The review that is due, opened from where reviews are kept. */
async function openDueReview(page: Page): Promise<void> {
  await openView(page, 'Reviews');
  await page.getByRole('button', { name: /^Hold the Weekly review/ }).click();
  await expect(page.getByRole('heading', { name: 'What changed, and why' })).toBeVisible();
}

test('Monday morning: what needs the manager, what is behind it, the review, and a week later what was agreed', async () => {
  test.setTimeout(180_000);
  const userData = await temporaryFolder('monday');
  const monday = await startAt(userData, MONDAY_MS);
  try {
    const { page } = monday;
    await openSample(page);

    await test.step('the list on top leads to the chain behind what is blocked', async () => {
      const list = page.getByRole('region', { name: /^Needs you now/ });
      await expect(list).toBeVisible();
      const chains = list.getByRole('button', { name: /^See the chain behind/ });
      await chains.first().click();
      await expect(page.getByRole('heading', { name: 'Where work waits now' })).toBeVisible();
      await expect(page.getByRole('heading', { name: /^Behind “/ })).toBeVisible();
    });

    await test.step('the review is prepared, and two actions are agreed', async () => {
      await openDueReview(page);
      await expect(page.getByRole('row', { name: /^Product uploads/ })).toBeVisible();
      const line = page.getByRole('textbox', { name: 'What will be done' });
      const actions = page.getByRole('region', { name: /^Actions/ });
      await line.fill(OWN);
      await line.press('Enter');
      await expect(actions.getByText(OWN)).toBeVisible();
      await choose(actions, 'Who', 'Joanna Salcedo');
      await line.fill(JOANNAS);
      await line.press('Enter');
      await expect(actions.getByText(JOANNAS)).toBeVisible();
      await page.getByRole('button', { name: 'Finish review' }).click();
      const dialog = page.getByRole('dialog', { name: 'Finish this review?' });
      await expect(dialog).toContainText('2 actions go to those who do them');
      await dialog.getByRole('button', { name: 'Finish review' }).click();
      await expect(page.getByText('The figures are as they were then.')).toBeVisible();
    });
  } finally {
    await monday.app.close();
  }

  const nextMonday = await startAt(userData, MONDAY_MS + WEEK_MS);
  try {
    const { page } = nextMonday;
    await test.step('a week later they come back, and stand on the day of who does them', async () => {
      await openDueReview(page);
      const last = page.getByRole('region', { name: /^Last time’s actions/ });
      await expect(last.getByText(OWN)).toBeVisible();
      const own = last.getByRole('checkbox', { name: `Done: ${OWN}` });
      await own.click();
      await expect(own).toBeChecked();
      await expect(last.getByText(JOANNAS)).toBeVisible();
      await takeSeat(page, 'Joanna Salcedo');
      await openView(page, 'Today');
      const agreed = page.getByRole('region', { name: /^Agreed in reviews/ });
      await expect(agreed.getByText(JOANNAS)).toBeVisible();
    });
  } finally {
    await nextMonday.app.close();
    await rm(userData, { recursive: true, force: true });
  }
});
