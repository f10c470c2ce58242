import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SopsView } from '../../../../renderer/features/sops/sops-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { ANA, BEN, SOP, ranOnce, writeProcedure } from './improvement-plan.ts';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  await writeProcedure();
});
afterEach(async () => {
  await desk.leave();
});

const show = (): void => {
  desk.show('sops', <SopsView />, { sopId: SOP, side: 'insights' });
};

test('an SOP that nobody ran says what will be here', async () => {
  show();
  expect(await screen.findByText('No run yet')).toBeDefined();
});

test('a version that halved errors and time is seen to have helped; each figure opens its runs', async () => {
  const runs = Array.from({ length: 24 }, (_, at) =>
    at < 12
      ? ranOnce(at, { number: 1, minutes: 20 + (at % 3), errors: 2 })
      : ranOnce(at, { number: 2, minutes: 10 + (at % 3), errors: 0 }),
  );
  must(await save(runs.flat()));
  show();
  const time = within(await screen.findByRole('table', { name: 'Time per run' }));
  expect(time.getByText('Helped')).toBeDefined();
  expect(time.getByText(/^−10 min \(.*\) against v1$/)).toBeDefined();
  const errors = within(screen.getByRole('table', { name: 'Errors' }));
  expect(errors.getByText('20%')).toBeDefined();
  expect(errors.getAllByText('n = 120 units')).toHaveLength(2);
  expect(errors.getByText('Helped')).toBeDefined();
  expect(screen.getByText('No run says anything about it.')).toBeDefined();

  await desk.user.click(errors.getAllByRole('button', { name: 'n = 120 units' })[1] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog', { name: 'Errors, v1' }));
  expect(dialog.getByText('12 runs behind this figure')).toBeDefined();
  expect(dialog.getAllByText('2 errors of 10')).toHaveLength(12);
  await desk.user.click(dialog.getAllByText('Ana Reyes')[0] as HTMLElement);
  await waitFor(() =>
    expect(currentRoute()).toMatchObject({ view: 'run', params: { memberId: ANA } }),
  );
});

test('nine runs are too few to say; one person alone is told by name', async () => {
  const runs = Array.from({ length: 21 }, (_, at) =>
    ranOnce(at, { number: at < 12 ? 1 : 2, minutes: at < 12 ? 20 : 10, errors: 0 }),
  );
  must(await save(runs.flat()));
  show();
  const time = within(await screen.findByRole('table', { name: 'Time per run' }));
  expect(time.getByText('Too few to say')).toBeDefined();
  expect(screen.getByText(/^Only Ana Reyes has ever finished it, 21 times\./)).toBeDefined();
  must(await save(ranOnce(30, { memberId: BEN, number: 2, minutes: 10, errors: 0 })));
  expect(
    await screen.findByText(/^2 people have finished it: Ana Reyes, Ben Cruz\./),
  ).toBeDefined();
});
