import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ToastRegion } from '../../../renderer/ui/toast-region.tsx';
import { showToast } from '../../../renderer/ui/toast.ts';

test('a message that came before the region is shown once the region is there', async () => {
  showToast({ title: 'Early' });
  render(<ToastRegion />);
  expect(await screen.findByText('Early')).toBeTruthy();
});

test('Undo acts once and the message goes', async () => {
  const user = userEvent.setup();
  const onUndo = vi.fn<() => void>();
  render(<ToastRegion />);
  showToast({ title: '12 listings logged', action: { label: 'Undo', onSelect: onUndo } });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(onUndo).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByText('12 listings logged')).toBeNull());
});

test('a failure can be read as long as it takes, and is dismissed by hand', async () => {
  const user = userEvent.setup();
  render(<ToastRegion />);
  showToast({ tone: 'bad', title: 'The disk is full', text: 'Free some space.' });
  const title = await screen.findByText('The disk is full');
  const toast = title.closest<HTMLElement>('[role="dialog"]');
  if (!toast) throw new Error('a message is a dialog of its own');
  await user.hover(toast);
  await user.click(within(toast).getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText('The disk is full')).toBeNull());
});

test('a message takes the place of the one before about the same', async () => {
  render(<ToastRegion />);
  for (const text of ['First', 'Second', 'Third']) {
    showToast({ topic: 'undone', title: 'Undone', text });
  }
  expect(await screen.findByText('Third')).toBeTruthy();
  expect(screen.queryByText('First')).toBeNull();
  expect(screen.getAllByText('Undone')).toHaveLength(1);
});
