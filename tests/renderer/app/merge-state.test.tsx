import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { MergeState } from '../../../renderer/app/merge-state.tsx';
import { mergePause, resumeMerge } from '../../../renderer/services/merge-pause.ts';
import { IDLE, useSession } from '../../../renderer/state/session.ts';

const RUNNING = { ...IDLE, phase: 'merging', done: 2_000, total: 9_000 } as const;

afterEach(() => {
  cleanup();
  resumeMerge();
  useSession.setState({ merge: IDLE });
});

test('nothing is shown while there is nothing to read', () => {
  const { container } = render(<MergeState />);
  expect(container.innerHTML).toBe('');
});

test('reading is held and gone on with by the keyboard', async () => {
  useSession.setState({ merge: RUNNING });
  render(<MergeState />);
  screen.getByRole('progressbar', { name: 'Reading 2,000 of 9,000 changes' });
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pause reading' }));
  await userEvent.keyboard('{Enter}');
  expect(mergePause()).not.toBeNull();
  act(() => useSession.setState({ merge: { ...RUNNING, isPaused: true } }));
  await userEvent.click(await screen.findByRole('button', { name: 'Go on reading' }));
  expect(mergePause()).toBeNull();
});

test('what was stopped says how much is left and offers to go on', () => {
  useSession.setState({ merge: { ...RUNNING, phase: 'stopped' } });
  render(<MergeState />);
  screen.getByText('7,000 changes left to read');
  screen.getByRole('button', { name: 'Go on' });
});
