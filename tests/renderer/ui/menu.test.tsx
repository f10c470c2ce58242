import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Button } from '../../../renderer/ui/button.tsx';
import { Menu } from '../../../renderer/ui/menu.tsx';

function renderMenu(onCopy = vi.fn<() => void>(), onDelete = vi.fn<() => void>()) {
  render(
    <Menu
      trigger={<Button>More</Button>}
      items={[
        { key: 'copy', label: 'Copy as text', onSelect: onCopy },
        { key: 'line', kind: 'separator' },
        { key: 'delete', label: 'Delete', tone: 'danger', onSelect: onDelete },
      ]}
    />,
  );
  return { onCopy, onDelete, trigger: screen.getByRole('button', { name: 'More' }) };
}

test('opens with the arrow key, chooses with Enter and gives the focus back', async () => {
  const user = userEvent.setup();
  const { onCopy, trigger } = renderMenu();
  trigger.focus();
  await user.keyboard('{ArrowDown}');
  await screen.findByRole('menu');
  expect(trigger.getAttribute('aria-expanded')).toBe('true');
  await waitFor(() => expect(screen.getByRole('menu').contains(document.activeElement)).toBe(true));
  await user.keyboard('{Home}{Enter}');
  expect(onCopy).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(trigger));
});

test('closes on Escape without doing anything, and opens again', async () => {
  const user = userEvent.setup();
  const { onCopy, onDelete, trigger } = renderMenu();
  await user.click(trigger);
  await screen.findByRole('menu');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(onCopy).not.toHaveBeenCalled();
  await user.click(trigger);
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  expect(onDelete).toHaveBeenCalledOnce();
});

test('a second press on its button closes it', async () => {
  const user = userEvent.setup();
  const { trigger } = renderMenu();
  await user.click(trigger);
  await screen.findByRole('menu');
  await user.click(trigger);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
});
