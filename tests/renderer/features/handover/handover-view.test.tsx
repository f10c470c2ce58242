import '../../support/window-outlog.ts';
import { existsSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HandoverView } from '../../../../renderer/features/handover/handover-view.tsx';
import { assignWork } from '../../../../renderer/services/assign.ts';
import { openEntries } from '../../../../renderer/data/deliverables.ts';
import { addMember } from '../../../../renderer/services/members.ts';
import { EMPTY_ASSIGNMENT } from '#shared/deliverables/assignment';
import { planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
let [anaId, benId] = ['', ''];

const draft = (name: string) => ({
  name,
  seat: 'assistant' as const,
  title: 'Listings',
  place: 'Cebu',
  timeZone: 'Asia/Manila',
});

beforeEach(async () => {
  desk = await openManager();
  anaId = must(await addMember(draft('Ana'))).memberId;
  benId = must(await addMember(draft('Ben'))).memberId;
  const outcome = { name: 'Uploads', ownerId: anaId, memberIds: [anaId], unit: 'listings' };
  must(await save([planEdit('outcome', 'uploads', outcome)]));
  const work = { ...EMPTY_ASSIGNMENT, outcomeId: 'uploads', title: 'Sheet 3' };
  await assignWork({ memberId: anaId }, [work]);
});
afterEach(async () => {
  await desk.leave();
});

const button = async (name: string | RegExp) => await screen.findByRole('button', { name });

test('a place is handed over one by one or at once, and shows what waits for an answer', async () => {
  desk.show('handover', <HandoverView />, { memberId: anaId });
  await desk.user.click(await button('Hand over “Sheet 3”'));
  const one = await screen.findByRole('dialog', { name: 'Hand over 1 thing from Ana?' });
  expect(within(one).getByText('Ben gets 1 thing')).not.toBeNull();
  await desk.user.click(within(one).getByRole('button', { name: /^Hand over/ }));
  const given = await screen.findByRole('region', { name: 'Given so far' });
  expect(within(given).getByText('Sheet 3')).not.toBeNull();
  expect(within(given).getByText('Waits for an answer')).not.toBeNull();
  expect((await openEntries(benId)).map(({ title }) => title)).toEqual(['Sheet 3']);
  await desk.user.click(await button('Hand over 1 thing…'));
  const rest = await screen.findByRole('dialog', { name: 'Hand over 1 thing from Ana?' });
  await desk.user.click(within(rest).getByRole('button', { name: /^Hand over/ }));
  expect(await screen.findByText('Nothing is open')).not.toBeNull();
});

test('a note for the next one is written beside its outcome', async () => {
  desk.show('handover', <HandoverView />, { memberId: anaId });
  await desk.user.type(await screen.findByRole('textbox', { name: 'Uploads' }), 'Ask on Tuesdays');
  await desk.user.click(await button('Save the note on Uploads'));
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Save the note on Uploads' })).toBeNull(),
  );
  expect(screen.getByRole('textbox', { name: 'Uploads' })).toHaveProperty(
    'value',
    'Ask on Tuesdays',
  );
});

test('a hand-over that was saved opens as it was, and says who signed it', async () => {
  desk.show('handover', <HandoverView />, { memberId: anaId });
  const file = `${desk.computer.dir}/ana.outlog-handover`;
  desk.computer.choices.savePath = file;
  desk.computer.choices.openPath = file;
  // There is something to save once it has been read.
  await screen.findByRole('button', { name: 'Hand over “Sheet 3”' });
  await desk.user.click(await button('Save as file…'));
  await waitFor(() => expect(existsSync(file)).toBe(true));
  await desk.user.click(await button('Open a file…'));
  expect(await screen.findByText('Signed by Mara')).not.toBeNull();
  expect(screen.getByRole('heading', { level: 1, name: 'Hand-over of Ana' })).not.toBeNull();
  expect(screen.getAllByText('Sheet 3').length).toBeGreaterThan(0);
});

test('without a member it says where hand-overs begin', async () => {
  desk.show('handover', <HandoverView />);
  expect(await screen.findByText('Nobody chosen')).not.toBeNull();
});
