import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { openView } from './fields.ts';

/** A screen of the sample workspace: who sees it, and the way there from anywhere. */
export interface Screen {
  readonly name: string;
  readonly who: 'manager' | 'assistant';
  /** Its parts, and so their colours, are on other screens of the list too. */
  readonly isSeenElsewhere?: true;
  readonly open: (page: Page) => Promise<void>;
}

const view = (who: Screen['who'], title: string, shown?: string | RegExp): Screen => ({
  name: `${who}-${title.toLowerCase().replaceAll(' ', '-')}`,
  who,
  open: async (page) => {
    await openView(page, title);
    if (shown !== undefined) await expect(page.getByText(shown).first()).toBeVisible();
  },
});

/** A view that the manager has as well. */
const sharedView = (title: string, shown: string): Screen => ({
  ...view('assistant', title, shown),
  isSeenElsewhere: true,
});

const teamTab = (tab: string, shown: string): Screen => ({
  name: `manager-team-${tab.toLowerCase()}`,
  who: 'manager',
  isSeenElsewhere: true,
  open: async (page) => {
    await openView(page, 'Team');
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByText(shown).first()).toBeVisible();
  },
});

const UPLOADS_SOP = 'Put a sheet of products live';

async function openSop(page: Page, title: string): Promise<void> {
  await openView(page, 'SOPs');
  await page.getByRole('row').filter({ hasText: title }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeVisible();
}

const sopTab = (tab: string, title: string, shown: string): Screen => ({
  name: `manager-sop-${tab.toLowerCase()}`,
  who: 'manager',
  // Insights alone has colours of its own: its charts.
  ...(tab !== 'Insights' && { isSeenElsewhere: true }),
  open: async (page) => {
    await openSop(page, title);
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByText(shown).first()).toBeVisible();
  },
});

const insightsTab = (tab: string, shown: string): Screen => ({
  name: `manager-insights-${tab.toLowerCase()}`,
  who: 'manager',
  open: async (page) => {
    await openView(page, 'Insights');
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expect(page.getByRole('heading', { name: shown })).toBeVisible();
  },
});

const heldReview = (kind: string, shown: string): Screen => ({
  name: `manager-review-${kind.toLowerCase()}`,
  who: 'manager',
  open: async (page) => {
    await openView(page, 'Reviews');
    const due = page.getByRole('button', {
      name: new RegExp(`^(Hold|Prepare) the ${kind} review`),
    });
    await due.first().click();
    await expect(page.getByRole('heading', { name: shown })).toBeVisible();
  },
});

export const SCREENS: readonly Screen[] = [
  view('manager', 'Overview', 'Output against target'),
  insightsTab('Output', 'Throughput'),
  insightsTab('Flow', 'How steadily work is delivered'),
  insightsTab('Promises', 'Promises by member'),
  insightsTab('Quality', 'Accuracy and rework by member'),
  insightsTab('Value', 'Value and cost by member'),
  view('manager', 'Check-in', 'Joanna Salcedo'),
  view('manager', 'Reviews', 'History'),
  heldReview('Weekly', 'What changed, and why'),
  heldReview('Monthly', 'Week by week'),
  view('manager', 'Quality', 'Samples that are due'),
  {
    name: 'manager-quality-sample',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Quality');
      await page.getByRole('row').filter({ hasText: 'Everybody, Product uploads' }).click();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: /^Accept/ })).toBeVisible();
    },
  },
  {
    name: 'manager-quality-draw',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Quality');
      await page.getByRole('button', { name: 'Draw a sample…' }).click();
      await expect(page.getByText(/deliverables? to look at$/)).toBeVisible();
    },
  },
  view('manager', 'Entries', 'Median turnaround'),
  {
    name: 'manager-entry-detail',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Entries');
      const rows = page.getByRole('grid', { name: 'Entries' }).getByRole('row');
      await rows.nth(3).click();
      await page.keyboard.press('Enter');
      await expect(
        page.getByRole('complementary').or(page.getByText('History')).first(),
      ).toBeVisible();
    },
  },
  view('manager', 'Strategy', 'Keep the customers that we have'),
  {
    name: 'manager-strategy-details',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Strategy');
      const line = page.getByRole('treegrid').getByRole('row');
      await line.filter({ hasText: 'Returns for “not as pictured” halved' }).click();
      await expect(page.getByRole('complementary', { name: /^Details of/ })).toBeVisible();
    },
  },
  {
    name: 'manager-work-board',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Work');
      await page.getByRole('radio', { name: 'Board' }).click();
      await expect(page.getByText('Winter candles, sheet 3').first()).toBeVisible();
    },
  },
  {
    name: 'manager-work-list',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Work');
      await page.getByRole('radio', { name: 'List' }).click();
      await expect(page.getByText('Winter candles, sheet 3').first()).toBeVisible();
    },
  },
  view('manager', 'Outcomes', 'Larkspur tickets'),
  {
    name: 'manager-outcome-editor',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Outcomes');
      await page.getByRole('button', { name: 'Add outcome' }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: 'New outcome' })).toBeVisible();
    },
  },
  view('manager', 'SOPs', 'Put a sheet of products live'),
  {
    name: 'manager-new-sop',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'SOPs');
      await page.getByRole('button', { name: 'New SOP' }).first().click();
      await expect(page.getByRole('dialog', { name: 'New SOP' })).toBeVisible();
    },
  },
  {
    name: 'manager-sop-editor',
    who: 'manager',
    open: async (page) => await openSop(page, UPLOADS_SOP),
  },
  sopTab('Versions', UPLOADS_SOP, 'Suggested by Joanna Salcedo'),
  {
    name: 'manager-sop-compare',
    who: 'manager',
    open: async (page) => {
      await openSop(page, UPLOADS_SOP);
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page.getByRole('button', { name: 'Compare…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Compare versions' });
      await expect(dialog).toContainText('Which prices differed');
    },
  },
  sopTab('Readers', UPLOADS_SOP, 'Version 2 is in force'),
  sopTab('Suggestions', UPLOADS_SOP, '1 suggestion waits'),
  sopTab('Insights', UPLOADS_SOP, 'Helped'),
  sopTab('Schedules', 'Settle a return', 'Every working day when their shift begins'),
  sopTab('Translations', UPLOADS_SOP, 'Not translated'),
  view('manager', 'Team', 'Joanna Salcedo'),
  teamTab('Calendars', 'Support desk'),
  teamTab('Clients', 'Quillhaven Paper'),
  view('manager', 'Import', 'Past imports'),
  view('manager', 'Sync', 'Logs'),
  view('manager', 'Settings', 'What is measured'),
  view('manager', 'Help', 'What would you like to do?'),
  {
    name: 'manager-help-page',
    who: 'manager',
    open: async (page) => {
      await openView(page, 'Overview');
      await page.keyboard.press('F1');
      await expect(page.getByRole('heading', { level: 2, name: 'Overview' })).toBeVisible();
    },
  },
  view('assistant', 'Today', 'Logged today'),
  {
    name: 'assistant-log-bar',
    who: 'assistant',
    open: async (page) => {
      await openView(page, 'Today');
      await page.keyboard.press('l');
      const bar = page.getByRole('combobox', { name: 'Log output' });
      // What was typed before is kept as a draft.
      await bar.fill('12 listings for Product uploads, 1 error, winter');
      await bar.pressSequentially(' candles');
      await expect(bar).toHaveValue(/candles$/);
    },
  },
  view('assistant', 'Check-in', /^(Planned|Today)/),
  view('assistant', 'Reviews', 'Your monthly reviews'),
  sharedView('Work', 'Winter candles, sheet 3'),
  sharedView('Entries', 'Median turnaround'),
  view('assistant', 'Checklists', 'To go on with'),
  {
    name: 'assistant-run',
    who: 'assistant',
    open: async (page) => {
      await openView(page, 'Checklists');
      await page.getByRole('button', { name: 'Resume' }).first().click();
      await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
    },
  },
  // In the evening the sample's day has been reported already.
  view('assistant', 'Wrap up', /^Send (the report|again)$/),
  sharedView('Import', 'Past imports'),
  sharedView('Sync', 'Saved here'),
  sharedView('Settings', 'What is measured'),
  sharedView('Help', 'What would you like to do?'),
];

/** Leaves whatever lies over the view. */
export async function closeOverlays(page: Page): Promise<void> {
  const over = page.getByRole('dialog').or(page.getByRole('combobox', { name: 'Log output' }));
  while ((await over.count()) > 0) {
    await page.keyboard.press('Escape');
    await expect(over.first()).toBeHidden();
  }
}

/** Sits down in another seat of the sample. */
export async function takeSeat(page: Page, name: string): Promise<void> {
  const switcher = page.getByRole('button', { name: /^Workspace and seat/ });
  await switcher.click();
  await page.getByRole('menu').getByText(name, { exact: true }).click();
  await expect(switcher).toContainText(name);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Look around a sample/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('Output against target').first()).toBeVisible({ timeout: 60_000 });
  await merged(page);
}

/** Waits until everything that had arrived is in the figures. */
export async function merged(page: Page): Promise<void> {
  const progress = page.getByRole('progressbar', { name: /^(Reading|Rebuilding)/ });
  await expect(progress).toHaveCount(0, { timeout: 300_000 });
}

export async function setTheme(page: Page, theme: 'Light' | 'Dark'): Promise<void> {
  await openView(page, 'Settings');
  await page.getByRole('radio', { name: theme }).click();
  await expect(page.getByRole('radio', { name: theme })).toBeChecked();
  const media = `(prefers-color-scheme: ${theme.toLowerCase()})`;
  await page.waitForFunction((query) => matchMedia(query).matches, media);
}
