import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usePlan } from '../../../../renderer/data/plan.ts';
import { CompleteDialog } from '../../../../renderer/features/log/complete-dialog.tsx';
import { EntryFormDialog } from '../../../../renderer/features/log/entry-form-dialog.tsx';
import { memberAudience } from '#shared/stream/change';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import type { Entry } from '../../../../renderer/data/deliverables.ts';
import { requestWork } from '../../../../renderer/services/deliverables.ts';
import { ANA, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

function Completing({ entry }: { readonly entry: Entry }) {
  const plan = usePlan();
  if (!plan) return null;
  const shared = { plan, worker: desk.worker, onClose: () => undefined };
  return <CompleteDialog entry={entry} {...shared} />;
}

function NewWork({ outcomeIds }: { readonly outcomeIds: readonly string[] | null }) {
  const plan = usePlan();
  if (!plan) return null;
  const outcomes = plan.outcomes.filter(({ id }) => outcomeIds?.includes(id) ?? true);
  return (
    <EntryFormDialog
      dialog={{ kind: 'new', values: {}, isRequest: true }}
      plan={{ ...plan, outcomes }}
      worker={desk.worker}
      onClose={() => undefined}
    />
  );
}

test('asks for what the outcome is measured by, and for the rest on request', async () => {
  const measure = { direction: 'atLeast', target: 1, period: 'week' };
  const measures = [
    { ...measure, kind: 'score' },
    { ...measure, kind: 'ratio', partName: 'adopted', wholeName: 'decisions' },
  ];
  await desk.hears([team('outcome', UPLOADS, { measures })]);
  const { id } = await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Brief' });
  const entry = await readEntry(memberAudience(ANA), id);
  if (!entry) throw new Error('not saved');
  desk.show('today', <Completing entry={entry} />);
  const dialog = within(await screen.findByRole('dialog', { name: 'Complete “Brief”' }));
  expect(dialog.queryByLabelText(/^Cost/)).toBeNull();
  expect(dialog.queryByLabelText('Errors')).toBeNull();
  await desk.user.type(dialog.getByLabelText('Score'), '4.5');
  await desk.user.type(dialog.getByLabelText('Adopted'), '3');
  expect(dialog.getByText('Say both, and no more than all')).toBeDefined();
  await desk.user.type(dialog.getByLabelText('of decisions'), '4');
  await desk.user.click(dialog.getByRole('button', { name: 'More results…' }));
  await desk.user.type(dialog.getByLabelText(/^Cost/), '12.50');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect(await readEntry(memberAudience(ANA), id)).toMatchObject({
      score: 4.5,
      partCount: 3,
      wholeCount: 4,
      costMinor: 1250,
      errors: null,
    }),
  );
});

test('the only outcome is chosen already; one of several is left to choose', async () => {
  const { unmount } = desk.show('today', <NewWork outcomeIds={[UPLOADS]} />);
  expect(await screen.findByLabelText('Outcome')).toHaveProperty('value', 'Product uploads');
  unmount();
  desk.show('today', <NewWork outcomeIds={null} />);
  expect(await screen.findByLabelText('Outcome')).toHaveProperty('value', '');
});
