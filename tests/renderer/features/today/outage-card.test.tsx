import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seenOutageFields } from '#shared/outages/outage';
import type { Outage } from '#shared/outages/outage';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from '../../../../renderer/data/current.ts';
import { dayRows } from '../../../../renderer/data/rollups.ts';
import { TodayView } from '../../../../renderer/features/today/today-view.tsx';
import { logEntry } from '../../../../renderer/services/deliverables.ts';
import { save } from '../../../../renderer/services/save.ts';
import { ToastRegion } from '../../../../renderer/ui/toast-region.tsx';
import { must } from '../../support/open-manager.tsx';
import { ANA, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

/** Wednesday 18 November 2026 in Manila. */
const at = (time: string): number => Date.parse(`2026-11-18T${time}:00+08:00`);
const HOUR_MS = 3_600_000;

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const show = async (): Promise<void> => {
  desk.show(
    'today',
    <>
      <TodayView />
      <ToastRegion />
    </>,
  );
  await screen.findByRole('heading', { name: 'Today' });
};

/** As the engine writes it into her log. */
const seen = async (
  from: string,
  to: string,
  more: Partial<Pick<Outage, 'isSure' | 'kind' | 'seenBy'>> = {},
): Promise<void> => {
  const gap = { kind: 'power', seenBy: 'unclean-stop', isSure: false, ...more } as const;
  const fields = seenOutageFields({ ...gap, fromMs: at(from), toMs: at(to) });
  const id = `${gap.kind}-${at(from)}`;
  must(await save([{ audience: memberAudience(ANA), type: 'outage', id, fields: { ...fields } }]));
};

const outages = async () => await currentProjection().outages.toArray();
const question = async () => await screen.findByRole('region', { name: 'Was this an outage?' });

/** A sheet promised within two hours, that took from 9 to 14. */
async function missAPromise(): Promise<void> {
  await desk.hears([
    team('outcome', UPLOADS, { sla: [{ to: 'completed', minutes: 120, fromDay: '0001-01-01' }] }),
  ]);
  const { saved } = await logEntry(await desk.worksAs(), {
    outcomeId: UPLOADS,
    quantity: 12,
    requestedAtMs: at('09:00'),
    completedAtMs: at('14:00'),
  });
  must(saved);
}

async function kept() {
  const rows = await dayRows({ fromDay: '2026-11-01', toDay: '2026-11-30' });
  const sum = (name: 'completedMet' | 'completedMetExcused' | 'completedMissed') =>
    rows.reduce((all, { totals }) => all + totals[name], 0);
  return {
    met: sum('completedMet'),
    missed: sum('completedMissed'),
    excused: sum('completedMetExcused'),
  };
}

describe('the question on Today', () => {
  test('is not there where nothing was seen', async () => {
    await show();
    expect(screen.queryByText('Was this an outage?')).toBeNull();
  });

  test('is answered by one key, counts from then on, and is taken back', async () => {
    await missAPromise();
    await seen('09:30', '13:30');
    await expect.poll(kept).toEqual({ met: 0, missed: 1, excused: 0 });
    await show();
    const row = await within(await question()).findByRole('listitem');
    expect(row.getAttribute('aria-label')).toBe(
      'Outlog stopped without warning at 09:30 and came back at 13:30. Power cut?',
    );
    // An hour's break is none of her working time.
    expect(
      await within(row).findByText('3 h 30 min of your working time · counts once you say yes'),
    ).toBeDefined();
    row.focus();
    await desk.user.keyboard('y');
    await waitFor(() => expect(screen.queryByText('Was this an outage?')).toBeNull());
    await expect.poll(kept).toEqual({ met: 0, missed: 1, excused: 1 });
    await desk.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await question();
    await expect.poll(kept).toEqual({ met: 0, missed: 1, excused: 0 });
  });

  test('about what leaves no doubt counts meanwhile, until the member says no', async () => {
    await missAPromise();
    await seen('09:30', '13:30', { isSure: true });
    await expect.poll(kept).toMatchObject({ excused: 1 });
    await show();
    await desk.user.click(
      within(await question()).getByRole('button', {
        name: 'No',
        description: /^This computer went off/,
      }),
    );
    await expect.poll(kept).toMatchObject({ excused: 0 });
    expect(await outages()).toMatchObject([{ fields: { verdict: 'none' } }]);
  });

  test('is not asked about a gap outside her working hours', async () => {
    await seen('05:00', '07:30', { isSure: true });
    await show();
    await screen.findByText(/Output/, { selector: 'h2' });
    expect(screen.queryByText('Was this an outage?')).toBeNull();
  });
});

describe('the ledger', () => {
  const openLedger = async (): Promise<HTMLElement> => {
    await desk.user.click(await screen.findByRole('button', { name: 'Outages…' }));
    return await screen.findByRole('dialog', { name: 'Outages' });
  };

  test('says that it fills by itself where there is nothing', async () => {
    await show();
    expect(await within(await openLedger()).findByText('No outages')).toBeDefined();
  });

  test('takes an explanation, with what was seen left as it is', async () => {
    await seen('10:00', '11:00', { kind: 'connection', seenBy: 'unreachable-target' });
    await show();
    const ledger = await openLedger();
    expect(await within(ledger).findByText('not answered')).toBeDefined();
    await desk.user.click(
      within(ledger).getByRole('button', { name: /^Explain the outage of Wed 18 Nov, 10:00/ }),
    );
    const form = await screen.findByRole('dialog', { name: 'What happened?' });
    await desk.user.click(within(form).getByRole('combobox', { name: 'Why' }));
    await desk.user.click(await screen.findByRole('option', { name: 'Internet down' }));
    await desk.user.type(within(form).getByRole('textbox', { name: 'Note' }), ' Router changed ');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    const again = await screen.findByRole('dialog', { name: 'Outages' });
    expect(await within(again).findByText('counted')).toBeDefined();
    expect(await within(again).findByText(/Internet down · Router changed$/)).toBeDefined();
    expect(await within(again).findByText('Nov 2026')).toBeDefined();
    const [row] = await outages();
    expect(row?.fields).toMatchObject({
      verdict: 'outage',
      fromMs: at('10:00'),
      toMs: at('11:00'),
      isSure: false,
    });
  });

  test('takes what the program could not see, marked as told', async () => {
    await show();
    const ledger = await openLedger();
    await desk.user.click(within(ledger).getByRole('button', { name: 'Tell an outage…' }));
    const form = await screen.findByRole('dialog', { name: 'Tell an outage' });
    await desk.user.click(within(form).getByRole('radio', { name: 'Connection' }));
    const until = within(within(form).getByRole('group', { name: 'Until' })).getByLabelText('Time');
    await desk.user.clear(until);
    await desk.user.type(until, '13:10');
    await desk.user.click(within(form).getByRole('button', { name: /^Tell/ }));
    // It was to end before it begins: at 14:00, an hour before now.
    expect(await within(form).findByText('It ends before it begins')).toBeDefined();
    await desk.user.clear(until);
    await desk.user.type(until, '14:40');
    await desk.user.click(within(form).getByRole('button', { name: /^Tell/ }));
    const again = await screen.findByRole('dialog', { name: 'Outages' });
    expect(await within(again).findByText('told by you')).toBeDefined();
    const [row] = await outages();
    expect(row?.id).toBe(`told-connection-${at('15:00') - HOUR_MS}`);
    expect(row?.fields).toMatchObject({ seenBy: 'told', verdict: 'outage', toMs: at('14:40') });
  });
});
