import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { suggestionsBy } from '../../../../renderer/data/about-sops.ts';
import { ChecklistsView } from '../../../../renderer/features/checklists/checklists-view.tsx';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { suggest } from '../../../../renderer/services/suggestions.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { must } from '../../support/open-manager.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

async function startRun(): Promise<string> {
  desk.show('checklists', <ChecklistsView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Start “Put a sheet live”' }));
  await waitFor(() => expect(currentRoute().view).toBe('run'));
  const runId = currentRoute().params['runId'] ?? '';
  cleanup();
  desk.show('run', <RunView />, { runId });
  await screen.findByRole('heading', { level: 2, name: 'Read the sheet' });
  return runId;
}

async function showMine(): Promise<HTMLElement> {
  cleanup();
  desk.show('checklists', <ChecklistsView />);
  return await screen.findByRole('region', { name: 'My suggestions' });
}

const dialog = async () => await screen.findByRole('dialog', { name: 'Suggest an improvement' });

const suggestReading = async () =>
  must(
    await suggest({
      sopId: 'sheet',
      versionId: 'sheet.v1',
      stepId: 'read',
      runId: '',
      kind: 'slow',
      text: 'It takes ages',
      proposedTitle: 'Skim the sheet',
      proposedHow: null,
      proposedWhy: null,
    }),
  );

async function decided(fields: Edit['fields']): Promise<void> {
  const [own] = await suggestionsBy(ANA);
  await desk.hears([
    { audience: memberAudience(ANA), type: 'suggestion', id: own?.id ?? '', fields },
  ]);
}

describe('a suggestion', () => {
  test('is made by keyboard at the step in hand, with the words it should have', async () => {
    const runId = await startRun();
    await desk.user.keyboard('e');
    const asked = within(await dialog());
    const text = asked.getByLabelText('In your words');
    await waitFor(() => expect(document.activeElement).toBe(text));
    await desk.user.keyboard('Nobody reads it to the end');
    await desk.user.click(asked.getByLabelText('Propose other words'));
    const title = asked.getByLabelText('What to do');
    await desk.user.clear(title);
    await desk.user.type(title, 'Skim the sheet');
    const preview = within(asked.getByRole('region', { name: 'What you change' }));
    expect(preview.getByText('Read').tagName).toBe('DEL');
    expect(preview.getByText('Skim').tagName).toBe('INS');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: /Suggest/ })).toBeNull());
    expect(await suggestionsBy(ANA)).toMatchObject([
      {
        memberId: ANA,
        sopId: 'sheet',
        versionId: 'sheet.v1',
        stepId: 'read',
        runId,
        kind: 'unclear',
        text: 'Nobody reads it to the end',
        proposedTitle: 'Skim the sheet',
        proposedHow: null,
        proposedWhy: null,
        decision: null,
      },
    ]);
    // Going on with the run is where the keyboard is again.
    await desk.user.keyboard(' ');
    await screen.findByRole('heading', { level: 2, name: 'Count the rows' });
  });

  test('is made by Alt+E where a field has the keyboard, and E stays a letter there', async () => {
    await startRun();
    await desk.user.keyboard('{PageDown}');
    await screen.findByRole('heading', { level: 2, name: 'Count the rows' });
    await desk.user.keyboard('e');
    expect(screen.queryByRole('dialog')).toBeNull();
    await desk.user.keyboard('{Alt>}e{/Alt}');
    expect(within(await dialog()).getByText('2. Count the rows')).toBeDefined();
  });

  test('that says nothing is not made', async () => {
    await startRun();
    await desk.user.keyboard('e');
    const asked = within(await dialog());
    await desk.user.click(asked.getByRole('button', { name: /^Suggest/ }));
    expect(await asked.findByText('Say in a sentence what is the matter.')).toBeDefined();
    expect(await suggestionsBy(ANA)).toEqual([]);
  });

  test('is made about the whole SOP without a run', async () => {
    desk.show('checklists', <ChecklistsView />);
    await desk.user.click(
      await screen.findByRole('button', { name: 'Suggest an improvement of “Put a sheet live”' }),
    );
    const asked = within(await dialog());
    await desk.user.type(asked.getByLabelText('In your words'), 'Split it in two');
    await desk.user.click(asked.getByRole('button', { name: /^Suggest/ }));
    const mine = within(await screen.findByRole('region', { name: 'My suggestions' }));
    expect(mine.getByText('Put a sheet live · The SOP as a whole')).toBeDefined();
    expect(await suggestionsBy(ANA)).toMatchObject([{ stepId: '', runId: '' }]);
  });

  test('waits until it is undone or withdrawn', async () => {
    await suggestReading();
    const mine = within(await showMine());
    expect(mine.getByText('Waiting')).toBeDefined();
    expect(mine.getByText('It takes ages')).toBeDefined();
    await desk.user.click(mine.getByRole('button', { name: /^Withdraw/ }));
    await waitFor(async () => expect(await suggestionsBy(ANA)).toEqual([]));
    must(await undoLast());
    expect(await suggestionsBy(ANA)).toHaveLength(1);
    must(await undoLast());
    expect(await suggestionsBy(ANA)).toEqual([]);
  });

  test('comes back with the reason why it was declined', async () => {
    await suggestReading();
    const decision = {
      verdict: 'declined',
      reason: 'Audits need it',
      byId: desk.founderId,
      atMs: 1e12,
    };
    await decided({ decision });
    const mine = within(await showMine());
    expect(mine.getByText('Declined')).toBeDefined();
    expect(mine.getByText('Mara declined it: Audits need it')).toBeDefined();
    expect(mine.queryByRole('button', { name: /^Withdraw/ })).toBeNull();
  });

  test('is thanked for once a version has it', async () => {
    await suggestReading();
    const decision = { verdict: 'accepted', reason: '', byId: desk.founderId, atMs: 1e12 };
    await decided({ decision });
    expect(
      within(await showMine()).getByText('Mara accepted it. It comes with the next version.'),
    ).toBeDefined();
    await decided({ publishedIn: 2 });
    const mine = within(await showMine());
    expect(await mine.findByText('Thank you: it is in version 2, with your name.')).toBeDefined();
  });
});
