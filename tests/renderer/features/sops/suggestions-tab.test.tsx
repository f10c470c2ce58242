import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Edit } from '#shared/stream/change';
import { suggestions } from '../../../../renderer/data/about-sops.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { Toasts } from '../../../../renderer/app/toasts.tsx';
import { SopsView } from '../../../../renderer/features/sops/sops-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { ANA, BEN, SOP, ranOnce, suggested, writeProcedure } from './improvement-plan.ts';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

async function show(...edits: readonly Edit[]): Promise<void> {
  await writeProcedure();
  must(await save(edits));
  desk.show(
    'sops',
    <>
      <SopsView />
      <Toasts />
    </>,
    { sopId: SOP, side: 'suggestions' },
  );
  await screen.findByText(/suggestions? waits?$|^None waits$/);
}

const step = async (id: string) =>
  (await readPlan()).sopById.get(SOP)?.draftSteps.find((each) => each.id === id);
const decisionOn = async (id: string) =>
  (await suggestions(SOP)).find((each) => each.id === id)?.decision;
const press = async (name: string | RegExp) =>
  await desk.user.click(await screen.findByRole('button', { name }));

const skim = suggested(ANA, 's1', {
  stepId: 'read',
  text: 'Nobody reads it all',
  proposedTitle: 'Skim the sheet',
});

test('a suggestion stands at its step, with that step’s figures and what it would change', async () => {
  const runs = [1, 2, 3, 4, 5, 6].flatMap((at) =>
    ranOnce(at, { number: 2, minutes: 4, errors: 0 }),
  );
  await show(skim, ...runs);
  expect(await screen.findByText('Nobody reads it all')).toBeDefined();
  expect((await screen.findByText('Skim')).tagName).toBe('INS');
  const figures = within(await screen.findByLabelText('This step in v2'));
  expect(figures.getByText('n = 6')).toBeDefined();
  expect(figures.getByText('2 min (2 min to 2 min), n = 6')).toBeDefined();
  // Skipped, and off limits or corrected.
  expect(figures.getAllByText('0% (0% to 39%)')).toHaveLength(2);
});

test('accepting writes the words, mended first, into the draft; undoing takes back both', async () => {
  await show(skim);
  await press('Accept the suggestion of Ana Reyes');
  const dialog = within(await screen.findByRole('dialog'));
  const title = dialog.getByLabelText('What to do');
  expect((title as HTMLInputElement).value).toBe('Skim the sheet');
  await desk.user.type(title, ' first');
  await desk.user.type(dialog.getByLabelText('A word to Ana Reyes'), 'Good eye');
  await desk.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect(await decisionOn('s1')).toMatchObject({
      verdict: 'accepted',
      reason: 'Good eye',
      byId: desk.memberId,
    }),
  );
  expect(await step('read')).toMatchObject({
    title: 'Skim the sheet first',
    how: 'From end to end.',
  });
  await press('Undo');
  await waitFor(async () => expect(await decisionOn('s1')).toBeNull());
  await waitFor(async () => expect((await step('read'))?.title).toBe('Read the sheet'));
});

test('declining asks for a reason', async () => {
  await show(skim);
  await press('Decline the suggestion of Ana Reyes');
  const dialog = within(await screen.findByRole('dialog'));
  const why = dialog.getByLabelText('Why not');
  await waitFor(() => expect(document.activeElement).toBe(why));
  await desk.user.keyboard('{Enter}');
  expect(await dialog.findByText('Say why, so that they know.')).toBeDefined();
  expect(await decisionOn('s1')).toBeNull();
  await desk.user.type(dialog.getByLabelText('Why not'), 'Audits need it{Enter}');
  await waitFor(async () =>
    expect(await decisionOn('s1')).toMatchObject({ verdict: 'declined', reason: 'Audits need it' }),
  );
  const none = await screen.findByText('None waits');
  // What the keyboard was on is gone from where it was.
  await waitFor(() => expect(document.activeElement).toBe(none));
  expect(await step('read')).toMatchObject({ title: 'Read the sheet' });
});

test('several are accepted or declined at once, unless they change the same words', async () => {
  await show(
    skim,
    suggested(BEN, 's2', { stepId: 'put', proposedWhy: 'Customers see it at once.' }),
    suggested(BEN, 's3', { stepId: 'read', proposedTitle: 'Read it aloud' }),
  );
  const [first, third, second] = await screen.findAllByRole('checkbox', {
    name: /^Choose the suggestion/,
  });
  if (!first || !second || !third) throw new Error('there are three');
  await desk.user.click(first);
  await desk.user.click(third);
  expect(
    screen.getByText('Two of them change the same words: accept them one by one.'),
  ).toBeDefined();
  await desk.user.click(third);
  await desk.user.click(second);
  await press('Accept as they are');
  await waitFor(async () => expect((await step('put'))?.why).toBe('Customers see it at once.'));
  await waitFor(async () => expect(await decisionOn('s2')).toMatchObject({ verdict: 'accepted' }));
  expect((await step('read'))?.title).not.toBe('Read the sheet');
  expect((await suggestions(SOP)).filter(({ decision }) => decision === null)).toHaveLength(1);
});

test('what has changed or gone since it was read says so', async () => {
  await show(
    suggested(ANA, 's1', { stepId: 'put', versionId: `${SOP}.v1`, text: 'Unclear to me' }),
    suggested(BEN, 's2', { stepId: 'gone', versionId: `${SOP}.v1`, text: 'Where is it?' }),
  );
  expect(await screen.findByText('The step has changed since')).toBeDefined();
  expect(await screen.findByText('The step is gone from the draft')).toBeDefined();
  expect(await screen.findByRole('heading', { name: 'Steps that are gone' })).toBeDefined();
});

test('of two decisions the later stands, and the earlier is told', async () => {
  await show(skim);
  const decided = (verdict: string, reason: string, atMs: number): Edit => ({
    ...skim,
    fields: { decision: { verdict, reason, byId: BEN, atMs } },
  });
  must(await save([decided('declined', 'Not now', 1_700_000_000_000)]));
  must(await save([decided('accepted', '', 1_700_000_100_000)]));
  expect(await screen.findByText('Accepted')).toBeDefined();
  expect(await screen.findByText(/^declined by Ben Cruz, .*: Not now$/)).toBeDefined();
});
