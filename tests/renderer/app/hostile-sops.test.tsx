import '../support/window-outlog.ts';
import { cleanup, screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ViewOutlet } from '../../../renderer/app/view-outlet.tsx';
import { t } from '../../../renderer/i18n/text.ts';
import { makeDueRuns } from '../../../renderer/services/due-runs.ts';
import { save } from '../../../renderer/services/save.ts';
import type { View } from '../../../renderer/state/route.ts';
import { ODD_VALUES, hostileRunIds, hostileSops } from '../support/hostile-sops.ts';
import { must, openManager } from '../support/open-manager.tsx';
import type { ManagerDesk } from '../support/open-manager.tsx';

const COLLEAGUE = 'colleague';

let desk: ManagerDesk;
beforeAll(async () => {
  desk = await openManager();
  const fields = { name: 'Colleague', seat: 'assistant', timeZone: 'Atlantis/Capital' };
  must(
    await save([
      { audience: 'team', type: 'member', id: COLLEAGUE, fields },
      ...hostileSops(desk.memberId, COLLEAGUE),
    ]),
  );
  must(await makeDueRuns());
}, 120_000);
afterEach(cleanup);
afterAll(async () => {
  await desk.leave();
});

async function expectShown(view: View, params: Readonly<Record<string, string>>): Promise<void> {
  const { container } = desk.show(view, <ViewOutlet />, params);
  const state = (): string => {
    const { textContent } = container;
    if (screen.queryByText('This view stopped working')) return `stopped: ${textContent}`;
    return textContent === '' || textContent?.includes(t('ui.loading')) ? 'loading' : 'shown';
  };
  await expect.poll(state, { timeout: 20_000, interval: 10 }).not.toBe('loading');
  expect(state()).toBe('shown');
  expect(container.textContent).not.toMatch(/NaN|Infinity|undefined|\[object|Invalid Date/);
  expect(container.querySelector('img[src="x"]')).toBeNull();
  cleanup();
}

test.each<readonly [View, Readonly<Record<string, string>>]>([
  ['today', {}],
  ['checklists', {}],
  ['overview', {}],
  ['work', {}],
  ['team', {}],
  ['sops', {}],
  ['sync', {}],
  ['wrap-up', {}],
])('%s %j stands whatever was merged', async (view, params) => {
  await expectShown(view, params);
});

const SIDES = ['preview', 'versions', 'readers', 'suggestions', 'insights', 'schedules'];
const SOPS = [...ODD_VALUES.map((_, at) => `odd-${at}`), 'ring-a', 'never', 'partial'];

test.each(SIDES)('the %s of every procedure', { timeout: 240_000 }, async (side) => {
  for (const sopId of SOPS) await expectShown('sops', { sopId, side });
});

test.each(['own', 'of a colleague'])('every run, %s', { timeout: 240_000 }, async (whose) => {
  const memberId = whose === 'own' ? desk.memberId : COLLEAGUE;
  for (const runId of hostileRunIds()) await expectShown('run', { memberId, runId });
});
