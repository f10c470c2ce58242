import '../../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { readEntry } from '../../../../../renderer/data/deliverables.ts';
import { readPlan } from '../../../../../renderer/data/plan.ts';
// Fetched by the view when it shows it.
import '../../../../../renderer/features/overview/attention/attention.tsx';
import { OverviewView } from '../../../../../renderer/features/overview/overview-view.tsx';
import { save } from '../../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../../renderer/state/route.ts';
import { team } from '../../../support/open-assistant.tsx';
import { must, openManager } from '../../../support/open-manager.tsx';
import type { ManagerDesk } from '../../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  localStorage.clear();
});
afterEach(async () => {
  await desk.leave();
});

const work = (id: string, fields: Fields) => ({
  audience: memberAudience('ana'),
  type: 'deliverable',
  id: `202611-${id.toLowerCase().replaceAll(' ', '-')}`,
  fields: { outcomeId: 'uploads', title: id, zone: 'Asia/Manila', ...fields },
});

const blocked = (id: string, on: Fields, fields: Fields = {}) =>
  work(id, {
    startedAtMs: Date.parse('2026-11-16T01:00:00Z'),
    'block.1': { fromMs: Date.parse('2026-11-17T10:30:00Z'), reason: 'Which price list?', ...on },
    ...fields,
  });

const due = (id: string, day: string) => work(id, { dueAtMs: Date.parse(`${day}T09:00:00Z`) });

const ANA = team('member', 'ana', { name: 'Ana', seat: 'assistant', timeZone: 'Asia/Manila' });
const UPLOADS = team('outcome', 'uploads', { name: 'Uploads', unit: 'listings', ownerId: 'ana' });

async function rows(): Promise<readonly HTMLElement[]> {
  const panel = await screen.findByRole('region', { name: 'Needs you now' });
  return within(panel).queryAllByRole('listitem');
}

const titles = async (): Promise<readonly string[]> =>
  (await rows()).map((row) => row.textContent ?? '');

test('what waits for you stands before what is late, and what is late before the plan', async () => {
  must(
    await save([
      ANA,
      UPLOADS,
      team('outcome', 'orphan', { name: 'Orphan' }),
      due('Late sheet', '2026-11-16'),
      blocked('For the client', { on: 'client' }),
      blocked('Photos', { on: 'manager' }),
      work('Waits for photos', { 'need.202611-photos': { memberId: 'ana', title: 'Photos' } }),
    ]),
  );
  desk.show('overview', <OverviewView />);
  await waitFor(async () =>
    expect(await titles()).toEqual([
      expect.stringMatching(
        /^Photos.*waiting for you for.*Which price list.*holds up 1 other piece of work/,
      ),
      expect.stringMatching(/^Late sheet.*was due 2 days ago/),
      expect.stringMatching(/^Orphan.*nobody owns it/),
    ]),
  );
});

test('a word lets work go on, and an outcome is given to somebody where it stands', async () => {
  must(
    await save([
      ANA,
      UPLOADS,
      team('outcome', 'orphan', { name: 'Orphan' }),
      blocked('Photos', { on: 'colleague', whoId: desk.memberId }),
    ]),
  );
  desk.show('overview', <OverviewView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Can go on: Photos' }));
  const entry = async () => await readEntry(memberAudience('ana'), '202611-photos');
  await waitFor(async () => expect((await entry())?.blocks[0]?.toMs).not.toBeNull());
  await desk.user.click(await screen.findByRole('button', { name: 'Give to…: Orphan' }));
  await desk.user.click(await screen.findByRole('menuitem', { name: /Ana/ }));
  await waitFor(async () =>
    expect((await readPlan()).outcomeById.get('orphan')?.ownerId).toBe('ana'),
  );
  expect(await screen.findByText('Nothing waits for you.')).toBeDefined();
});

test('many late pieces are one line, which opens them', async () => {
  const late = ['16', '13', '12', '11'].map((day) => due(`Sheet ${day}`, `2026-11-${day}`));
  must(await save([ANA, UPLOADS, ...late]));
  desk.show('overview', <OverviewView />);
  await waitFor(async () =>
    expect(await titles()).toEqual([
      expect.stringMatching(/^4 pieces of work are past their time.*Sheet 11, Ana, due 7 days ago/),
    ]),
  );
  await desk.user.click(screen.getByRole('button', { name: /^Show them/ }));
  expect(currentRoute()).toEqual({ view: 'work', params: { due: 'overdue', layout: 'list' } });
});

test('what is put off stays away till tomorrow, on this computer, and can be brought back', async () => {
  must(await save([ANA, UPLOADS, blocked('Photos', { on: 'manager' })]));
  const shown = desk.show('overview', <OverviewView />);
  await desk.user.click(
    await screen.findByRole('button', { name: 'Put off till tomorrow: Photos' }),
  );
  await waitFor(async () => expect(await rows()).toHaveLength(0));
  shown.unmount();
  desk.show('overview', <OverviewView />);
  expect(await screen.findByText('1 put off till tomorrow')).toBeDefined();
  await desk.user.click(screen.getByRole('button', { name: 'Bring back' }));
  await waitFor(async () => expect(await rows()).toHaveLength(1));
});
