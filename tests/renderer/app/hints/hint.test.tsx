import '../../support/window-outlog.ts';
import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Hint } from '../../../../renderer/app/hints/hint.tsx';
import { HINTS_IN_SAMPLE, HINTS_OFF } from '../../../../renderer/app/hints/seen-names.ts';
import { HintsPanel } from '../../../../renderer/features/settings/hints-panel.tsx';
import { markSeen } from '../../../../renderer/services/hints.ts';
import { useSession } from '../../../../renderer/state/session.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  useSession.setState({ start: must(await desk.computer.bridge.start()) });
});
afterEach(async () => {
  await desk.leave();
});

const TODAY = /^J and K go from row to row/;
const WORK = /^Drag a card/;

test('one at a time; each goes for good, and the next takes its turn', async () => {
  render(
    <>
      <Hint name="today" />
      <Hint name="work" />
    </>,
  );
  expect(await screen.findByText(TODAY)).toBeDefined();
  expect(screen.queryByText(WORK)).toBeNull();
  await desk.user.click(screen.getByRole('button', { name: 'Got it' }));
  expect(await screen.findByText(WORK)).toBeDefined();
  expect(screen.queryByText(TODAY)).toBeNull();
  expect(must(await desk.computer.bridge.start()).settings.seenHints).toEqual(['hint.today']);
});

test('a sample has none until somebody asks for them', async () => {
  useSession.setState({ workspace: { ...desk.workspace, isSample: true } });
  render(
    <>
      <Hint name="today" />
      <HintsPanel />
    </>,
  );
  const inSample = await screen.findByRole('switch', { name: 'Show hints in the sample, too' });
  expect(screen.queryByText(TODAY)).toBeNull();
  await desk.user.click(inSample);
  expect(await screen.findByText(TODAY)).toBeDefined();
  expect(must(await desk.computer.bridge.start()).settings.seenHints).toEqual([HINTS_IN_SAMPLE]);
});

test('they are switched off, on again, and all shown anew', async () => {
  render(
    <>
      <Hint name="today" />
      <HintsPanel />
    </>,
  );
  await desk.user.click(await screen.findByRole('button', { name: 'Got it' }));
  await desk.user.click(await screen.findByRole('button', { name: 'Show all hints again' }));
  expect(await screen.findByText(TODAY)).toBeDefined();
  const shown = screen.getByRole('switch', { name: 'Show hints beside what they are about' });
  await desk.user.click(shown);
  await waitFor(() => expect(screen.queryByText(TODAY)).toBeNull());
  expect(must(await desk.computer.bridge.start()).settings.seenHints).toEqual([HINTS_OFF]);
});

test('more marks than the settings keep push out the oldest', async () => {
  const many = Array.from({ length: 200 }, (_, at) => `first-steps.${at}`);
  must(await desk.computer.bridge.saveSettings({ seenHints: many }));
  useSession.setState({ start: must(await desk.computer.bridge.start()) });
  await markSeen('hint.work');
  const { seenHints } = must(await desk.computer.bridge.start()).settings;
  expect(seenHints).toEqual([...many.slice(1), 'hint.work']);
});
