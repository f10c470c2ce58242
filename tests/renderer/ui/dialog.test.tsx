import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ConfirmDialog } from '../../../renderer/ui/confirm-dialog.tsx';
import { Dialog } from '../../../renderer/ui/dialog.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';

function Opened() {
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState('');
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        New entry
      </button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="Entry"
        description="What you finished"
        footer={<button type="button">Save entry</button>}
      >
        <TextField label="Note" value={note} onChange={setNote} />
      </Dialog>
    </>
  );
}

test('takes the focus to its first field, keeps it inside, and gives it back on Escape', async () => {
  const user = userEvent.setup();
  render(<Opened />);
  const opener = screen.getByRole('button', { name: 'New entry' });
  await user.click(opener);
  const dialog = await screen.findByRole('dialog', { name: 'Entry' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Note')));
  for (let step = 0; step < 5; step += 1) {
    await user.tab();
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  }
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(opener);
});

test('says what it is for', async () => {
  const user = userEvent.setup();
  render(<Opened />);
  await user.click(screen.getByRole('button', { name: 'New entry' }));
  const dialog = await screen.findByRole('dialog');
  const describedBy = dialog.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(describedBy)?.textContent).toBe('What you finished');
});

test('a confirmation names the act, and Cancel does nothing', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn<() => void>();
  const onClose = vi.fn<() => void>();
  render(
    <ConfirmDialog
      isOpen
      title="Remove Jomar?"
      text="His entries stay."
      confirmLabel="Remove Jomar"
      tone="danger"
      onConfirm={onConfirm}
      onClose={onClose}
    />,
  );
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(onConfirm).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Remove Jomar' }));
  expect(onConfirm).toHaveBeenCalledOnce();
});
