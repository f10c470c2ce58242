import '../../support/window-outlog.ts';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { TodayView } from '../../../../renderer/features/today/today-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { useLogBar } from '../../../../renderer/state/log-bar.ts';
import { must } from '../../support/open-manager.tsx';
import { ANA, UPLOADS, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const own = async (type: string, id: string, fields: Fields) =>
  must(await save([{ audience: memberAudience(ANA), type, id, fields }]));

const logged = async (day: string) =>
  await own('deliverable', `${day.slice(0, 7).replace('-', '')}-${day}`, {
    outcomeId: UPLOADS,
    zone: 'Asia/Manila',
    day,
    quantity: 4,
    completedAtMs: Date.parse(`${day}T04:00:00Z`),
  });

test('somebody who has joined is led through a day, and it is over when it was done', async () => {
  desk.show('today', <TodayView />);
  expect(await screen.findByText('1 of 3 done')).toBeDefined();
  await desk.user.click(screen.getByRole('button', { name: 'Log something' }));
  expect(useLogBar.getState().isOpen).toBe(true);
  await logged('2026-11-18');
  expect(await screen.findByText('2 of 3 done')).toBeDefined();
  await own('run', 'a-run', {
    sopId: 'sheet',
    versionId: 'sheet.v1',
    outcomeId: UPLOADS,
    day: '2026-11-18',
    startedAtMs: Date.parse('2026-11-18T05:00:00Z'),
    finishedAtMs: Date.parse('2026-11-18T05:20:00Z'),
  });
  await waitFor(() => expect(screen.queryByText('Your first day')).toBeNull());
});

test('whoever has logged for weeks is not told what they never tried', async () => {
  await logged('2026-11-02');
  await logged('2026-11-18');
  desk.show('today', <TodayView />);
  expect(await screen.findByText('Logged today')).toBeDefined();
  expect(screen.queryByText('Your first day')).toBeNull();
});
