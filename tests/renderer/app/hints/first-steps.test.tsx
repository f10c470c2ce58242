import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { HelpView } from '../../../../renderer/features/help/help-view.tsx';
import { OverviewView } from '../../../../renderer/features/overview/overview-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { useSession } from '../../../../renderer/state/session.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const plan = async (type: string, id: string, fields: Fields) =>
  must(await save([{ audience: 'team', type, id, fields }]));
const TARGET = [{ kind: 'quantity', direction: 'atLeast', target: 10, period: 'day' }];

describe('the first steps of a new workspace', () => {
  test('are ticked by what was written, and each opens its own screen', async () => {
    desk.show('overview', <OverviewView />);
    expect(await screen.findByText('0 of 5 done')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Write the result' }));
    expect(currentRoute()).toEqual({ view: 'outcome', params: { new: '1' } });
    // Pressing it did nothing: the record does.
    expect(screen.getByText('0 of 5 done')).toBeDefined();

    await plan('outcome', 'uploads', { name: 'Product uploads', unit: 'listings' });
    expect(await screen.findByText('1 of 5 done')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Set a target' }));
    expect(currentRoute()).toEqual({ view: 'outcome', params: { id: 'uploads', at: 'measures' } });

    await plan('outcome', 'uploads', { measures: TARGET });
    expect(await screen.findByText('2 of 5 done')).toBeDefined();
    await plan('sop', 'sheet', { title: 'Put a sheet live', publishedVersion: 0 });
    await desk.user.click(
      await screen.findByRole('button', { name: 'Go on with “Put a sheet live”' }),
    );
    expect(currentRoute()).toEqual({ view: 'sops', params: { sopId: 'sheet' } });
    await plan('sop', 'sheet', { publishedVersion: 1 });
    expect(await screen.findByText('3 of 5 done')).toBeDefined();
  });

  test('take one line once there is work to look at', async () => {
    await plan('outcome', 'uploads', { name: 'Product uploads', measures: TARGET });
    must(
      await save([
        {
          audience: memberAudience(desk.memberId),
          type: 'deliverable',
          id: '202611-a',
          fields: {
            outcomeId: 'uploads',
            zone: 'Asia/Manila',
            day: '2026-11-18',
            quantity: 3,
            completedAtMs: Date.parse('2026-11-18T08:00:00Z'),
          },
        },
      ]),
    );
    desk.show('overview', <OverviewView />);
    expect(await screen.findByText('First steps: 3 of 5 done. Next:')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Show all steps' }));
    expect(screen.getAllByLabelText('Done')).toHaveLength(3);
  });

  test('are put away for good, and brought back from Help', async () => {
    useSession.setState({ start: must(await desk.computer.bridge.start()) });
    const shown = desk.show('overview', <OverviewView />);
    await desk.user.click(await screen.findByRole('button', { name: 'Put away' }));
    await waitFor(() => expect(screen.queryByText('0 of 5 done')).toBeNull());
    const { settings } = must(await desk.computer.bridge.start());
    expect(settings.seenHints).toEqual([`first-steps.${desk.workspace.id}`]);
    shown.unmount();

    const help = desk.show('help', <HelpView />);
    const page = await screen.findByRole('article', { name: 'Page' });
    await desk.user.click(within(page).getByRole('button', { name: 'Show the first steps again' }));
    expect(currentRoute().view).toBe('overview');
    help.unmount();
    desk.show('overview', <OverviewView />);
    expect(await screen.findByText('0 of 5 done')).toBeDefined();
  });
});
