import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { missedRuns, readRun } from '../../../../renderer/data/runs.ts';
import { ChecklistsView } from '../../../../renderer/features/checklists/checklists-view.tsx';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { TodayView } from '../../../../renderer/features/today/today-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { must } from '../../support/open-manager.tsx';

const AUDIENCE = memberAudience(ANA);
const YESTERDAY = '2026-11-17';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

async function schedules(fields: Record<string, string | number>): Promise<void> {
  const due = {
    sopId: 'sheet',
    scheduleId: 'daily',
    day: YESTERDAY,
    occurrence: `${YESTERDAY}T09:00`,
    scheduledAtMs: Date.parse(`${YESTERDAY}T01:00:00Z`),
    dueAtMs: Date.parse(`${YESTERDAY}T15:59:59Z`),
  };
  must(
    await save([{ audience: AUDIENCE, type: 'run', id: 'r-daily', fields: { ...due, ...fields } }]),
  );
}

const run = async () => await readRun(AUDIENCE, 'r-daily');

test('what was missed is told with its reason, and done afterwards by keyboard', async () => {
  await schedules({ missedAtMs: 1, missedReason: 'notStarted' });
  desk.show('checklists', <ChecklistsView />);
  expect(await screen.findByText('Nobody began it in time.')).toBeDefined();
  await desk.user.click(await screen.findByRole('button', { name: /^Look at “Put a sheet live”/ }));
  expect(currentRoute()).toMatchObject({ view: 'run', params: { runId: 'r-daily' } });
  cleanup();
  desk.show('run', <RunView />, { runId: 'r-daily' });
  const doNow = await screen.findByRole('button', { name: 'Do it now' });
  await waitFor(() => expect(document.activeElement).toBe(doNow));
  await desk.user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Read the sheet' })).toBeDefined();
  expect(await missedRuns(ANA, YESTERDAY)).toEqual([]);
});

test('what is due is left out only with a reason', async () => {
  await schedules({});
  desk.show('run', <RunView />, { runId: 'r-daily' });
  await desk.user.click(await screen.findByRole('button', { name: 'Leave it out…' }));
  await desk.user.click(await screen.findByRole('button', { name: 'Leave it out' }));
  expect(await screen.findByText('Say why, in a few words')).toBeDefined();
  expect((await run())?.missedAtMs).toBeNull();
  await desk.user.type(screen.getByLabelText('Why it is left out'), 'No sheet came{Enter}');
  expect(await screen.findByText(/Left out: No sheet came/)).toBeDefined();
  expect(await run()).toMatchObject({ missedReason: 'skipped', abandonReason: 'No sheet came' });
  expect(screen.getByRole('button', { name: 'Do it now' })).toBeDefined();
});

test('Today says quietly how much was missed, but not what was left out on purpose', async () => {
  await schedules({ missedAtMs: 1, missedReason: 'notRunning' });
  desk.show('today', <TodayView />);
  expect(await screen.findByText('1 was missed in the last 7 days')).toBeDefined();
  await schedules({ missedReason: 'skipped' });
  await waitFor(() => expect(screen.queryByText(/missed in the last/)).toBeNull());
});
