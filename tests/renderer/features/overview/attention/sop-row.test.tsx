import '../../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { readPlan } from '../../../../../renderer/data/plan.ts';
// Fetched by the view when it shows it.
import '../../../../../renderer/features/overview/attention/attention.tsx';
import { OverviewView } from '../../../../../renderer/features/overview/overview-view.tsx';
import { save } from '../../../../../renderer/services/save.ts';
import { undoLast } from '../../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../../renderer/state/route.ts';
import { memberAudience } from '#shared/stream/change';
import { team } from '../../../support/open-assistant.tsx';
import { must, openManager } from '../../../support/open-manager.tsx';
import type { ManagerDesk } from '../../../support/open-manager.tsx';

const TODAY = '2026-11-18';
const ANA = 'ana';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  must(await save([team('member', ANA, { name: 'Ana Reyes', seat: 'assistant' })]));
});
afterEach(async () => {
  await desk.leave();
});

async function show(): Promise<void> {
  desk.show('overview', <OverviewView />);
  await screen.findByRole('region', { name: 'Needs you now' });
}

const lines = (): readonly string[] =>
  within(screen.getByRole('region', { name: 'Needs you now' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');

const STEPS = { 'step.a': { title: 'A', order: 1 } };

const published = (title: string, fields: Record<string, Json> = {}) => {
  const id = idOf(title);
  return [
    team('sopVersion', `${id}.v1`, { sopId: id, number: 1, title, ...STEPS }),
    team('sop', id, { title, publishedVersion: 1, ...STEPS, ...fields }),
  ];
};

const idOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

const own = (type: string, id: string, fields: Record<string, Json>, memberId = ANA) => ({
  audience: memberAudience(memberId),
  type,
  id,
  fields,
});

test('what somebody waits for stands first; an SOP has one line for all that is to be said of it', async () => {
  must(
    await save([
      ...published('Settle a return', { reviewOn: '2026-11-17' }),
      ...published('Answer a ticket', { reviewOn: '2026-10-01' }),
      ...published('Fine as it is', { reviewOn: TODAY }),
      ...published('Put a sheet live', {
        title: 'Put many sheets live',
        review: {
          askedById: ANA,
          askedAtMs: 1_700_000_000_000,
          reviewerId: desk.memberId,
          note: '',
          afterVersionId: `${idOf('Put a sheet live')}.v1`,
        },
      }),
      own('suggestion', 's1', {
        sopId: idOf('Settle a return'),
        text: 'x',
        atMs: 1_700_000_000_000,
      }),
      own('suggestion', 's2', { sopId: idOf('Fine as it is'), text: 'x', deleted: true }),
    ]),
  );
  await show();
  await waitFor(() =>
    expect(lines()).toEqual([
      expect.stringMatching(/Put many sheets live.*Ana Reyes asks you to read the draft/),
      expect.stringContaining('1 suggestion waits · Review was due 17 Nov 2026'),
      expect.stringContaining('Review was due 1 Oct 2026'),
    ]),
  );
  await desk.user.click(
    screen.getByRole('button', { name: 'Decide on suggestions for “Settle a return”' }),
  );
  expect(currentRoute()).toEqual({
    view: 'sops',
    params: { sopId: idOf('Settle a return'), side: 'suggestions' },
  });
});

test('reviewed with nothing to change moves the date by its interval, and one undo takes it back', async () => {
  must(await save(published('Settle a return', { reviewOn: '2026-11-01', reviewEveryDays: 30 })));
  await show();
  await desk.user.click(
    screen.getByRole('button', { name: 'Reviewed “Settle a return”, nothing to change' }),
  );
  const reviewOn = async () => (await readPlan()).sopById.get(idOf('Settle a return'))?.reviewOn;
  await waitFor(async () => expect(await reviewOn()).toBe('2026-12-18'));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Needs you now' })).toBeNull());
  must(await undoLast());
  expect(await reviewOn()).toBe('2026-11-01');
});

test('what one person alone has finished is told until a second one has', async () => {
  const run = (id: string, memberId: string, fields: Record<string, Json>) =>
    own(
      'run',
      id,
      { sopId: idOf('Settle a return'), startedAtMs: 1_700_000_000_000, ...fields },
      memberId,
    );
  const finished = { finishedAtMs: 1_700_000_100_000 };
  must(
    await save([
      ...published('Settle a return'),
      ...published('Never run'),
      ...Array.from({ length: 20 }, (_, at) => run(`r${at}`, ANA, at === 0 ? finished : {})),
      run('b1', 'ben', { abandonedAtMs: 1_700_000_050_000 }),
    ]),
  );
  await show();
  await waitFor(() =>
    expect(lines()).toEqual([
      expect.stringContaining('Settle a returnOnly Ana Reyes has ever finished it'),
    ]),
  );
  must(await save([run('b2', 'ben', finished)]));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Needs you now' })).toBeNull());
});
