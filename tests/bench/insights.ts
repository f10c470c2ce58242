import type { Page } from '@playwright/test';
import { openView } from '../journeys/steps/fields.ts';
import { msToMark, spawnElectron, stopElectron, withPage } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { median, percentile } from './figures.ts';
import { msToDrawn, scrollScriptMs } from './insights/in-page.ts';
import { reopenAt, teamProfile } from './team-profile.ts';

const MEMBERS = 100;
const DAYS = 730;
/** One change in twenty is about an earlier entry. */
const CHANGES_A_DELIVERABLE = 20 / 19;
const ROUNDS = 7;
const LIMIT_OPEN_MS = 150;
/** Every month of every member's work. */
const ROUTE = 'insights?period=all&in=month';

const MATRIX = '[role=grid][aria-label="Output by member" i]';
const EVERYBODY = `${MATRIX}[aria-rowcount="${MEMBERS + 1}"] [role=gridcell]`;
const ONE = `${MATRIX}[aria-rowcount="2"] [role=gridcell]`;
/** The first that stands for anything: who began in the middle of a month may have none in the first. */
const NUMBER = `${MATRIX} [role=gridcell][aria-colindex]:not([data-tone=faint])`;
const ENTRY = '[role=grid][aria-label="Entries"] [role=row][aria-rowindex="2"]';
const BACK = 'button[aria-label="Back"]';
const UNFILTER = 'button[aria-label^="No longer limited to"]';

/**
 * Insights of a whole team over two years, in the real app: from the press that opens it to its table
 * being drawn, from letting go of a filter to the figures of everybody, from a number to the first of its
 * entries, and what each step of scrolling its table costs. At three sizes, to see how they grow.
 */
export async function measureInsights(): Promise<Figure> {
  const small = await insightsOf(10_000);
  const middle = await insightsOf(100_000);
  const large = await insightsOf(1_000_000);
  return {
    name: 'insights',
    values: {
      ...large,
      openMs10k: small.openMs,
      openMs100k: middle.openMs,
      filterMs10k: small.filterMs,
      filterMs100k: middle.filterMs,
      drillMs10k: small.drillMs,
      drillMs100k: middle.drillMs,
      deliverables: 1_000_000,
    },
    limited: 'openMs',
    limit: LIMIT_OPEN_MS,
  };
}

interface InsightsTimes {
  readonly openMs: number;
  readonly filterMs: number;
  readonly drillMs: number;
  readonly scrollP99Ms: number;
}

async function insightsOf(deliverables: number): Promise<InsightsTimes> {
  const changesPerMember = Math.ceil((deliverables / MEMBERS) * CHANGES_A_DELIVERABLE);
  const userData = await teamProfile({ members: MEMBERS, changesPerMember, days: DAYS });
  const electron = spawnElectron('.', userData);
  try {
    await msToMark(electron, 'first-paint');
    return await withPage(electron, timesIn);
  } finally {
    await stopElectron(electron);
  }
}

async function timesIn(page: Page): Promise<InsightsTimes> {
  await reopenAt(page, ROUTE);
  await page.locator(EVERYBODY).first().waitFor({ timeout: 60_000 });
  const [openMs, drillMs, filterMs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    await openView(page, 'Overview');
    openMs.push(await page.evaluate(msToDrawn, { press: BACK, wanted: EVERYBODY }));
    drillMs.push(await page.evaluate(msToDrawn, { press: NUMBER, wanted: ENTRY }));
    await page.evaluate(msToDrawn, { press: BACK, wanted: EVERYBODY });
    await page.getByRole('combobox', { name: 'Limit to' }).fill(`Assistant ${round + 1}`);
    await page.keyboard.press('Enter');
    await page.locator(ONE).first().waitFor();
    filterMs.push(await page.evaluate(msToDrawn, { press: UNFILTER, wanted: EVERYBODY }));
  }
  const steps = await page.evaluate(scrollScriptMs, MATRIX);
  return {
    openMs: median(openMs),
    filterMs: median(filterMs),
    drillMs: median(drillMs),
    scrollP99Ms: percentile(steps, 0.99),
  };
}
