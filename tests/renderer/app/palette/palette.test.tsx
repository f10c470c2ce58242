import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Frame } from '../../../../renderer/app/frame.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { closePalette } from '../../../../renderer/state/palette.ts';
import { currentRoute, resetRoute } from '../../../../renderer/state/route.ts';
import { useSession } from '../../../../renderer/state/session.ts';
import { must } from '../../support/open-manager.tsx';
import { team } from '../../support/open-assistant.tsx';

let desk: ManagerDesk;

beforeEach(async () => {
  desk = await openManager();
  must(
    await save([
      team('outcome', 'uploads', { name: 'Product uploads', unit: 'listings', client: 'Acme' }),
      team('outcome', 'replies', { name: 'Customer replies', unit: 'tickets' }),
      team('sop', 'sheet', { title: 'Put a sheet live', outcomeId: 'uploads' }),
      team('member', 'ana', { name: 'Ana Reyes', seat: 'assistant', timeZone: 'Asia/Manila' }),
    ]),
  );
  useSession.setState({ start: must(await desk.computer.bridge.start()) });
  resetRoute({ view: 'settings', params: {} });
  render(<Frame />);
  await screen.findByRole('heading', { name: 'Settings' });
});
afterEach(async () => {
  act(closePalette);
  cleanup();
  localStorage.clear();
  await desk.leave();
});

async function openWith(typed: string): Promise<HTMLElement> {
  await desk.user.keyboard('{Control>}k{/Control}');
  const line = await screen.findByRole('combobox', { name: 'Find or do' });
  await waitFor(() => expect(document.activeElement).toBe(line));
  if (typed !== '') await desk.user.keyboard(typed);
  return line;
}

const chosen = async () => await screen.findByRole('option', { selected: true });

test('opens what is found, and says which is chosen to whoever hears it', async () => {
  const line = await openWith('prup');
  await waitFor(async () => expect((await chosen()).textContent).toContain('Product uploads'));
  expect(line.getAttribute('aria-activedescendant')).toBe((await chosen()).id);
  const list = screen.getByRole('listbox', { name: 'What was found' });
  expect(line.getAttribute('aria-controls')).toBe(list.id);
  await desk.user.keyboard('{Enter}');
  await waitFor(() =>
    expect(currentRoute()).toEqual({ view: 'outcome', params: { id: 'uploads' } }),
  );
  expect(screen.queryByRole('combobox', { name: 'Find or do' })).toBeNull();
});

test('goes up and down and round, and Escape leaves everything as it was', async () => {
  await openWith('>s');
  const options = await screen.findAllByRole('option');
  await desk.user.keyboard('{ArrowDown}');
  expect(options[1]?.getAttribute('aria-selected')).toBe('true');
  await desk.user.keyboard('{ArrowUp}{ArrowUp}');
  expect(options.at(-1)?.getAttribute('aria-selected')).toBe('true');
  await desk.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(currentRoute().view).toBe('settings');
});

test('shows keys, remembers what was opened, and asks for one kind by its sign', async () => {
  await openWith('quality');
  const views = within(await screen.findByRole('group', { name: 'Views' }));
  expect((await views.findByRole('option', { name: /^Quality/ })).textContent).toContain('Ctrl+');
  await desk.user.keyboard('{Enter}');
  await waitFor(() => expect(currentRoute().view).toBe('quality'));
  await openWith('');
  const lately = within(await screen.findByRole('group', { name: 'Lately' }));
  expect(lately.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Quality'),
  ]);
  await desk.user.keyboard('@');
  const people = await screen.findByRole('group', { name: 'People' });
  expect(people.textContent).toContain('Ana Reyes');
  expect(screen.queryByRole('group', { name: 'Views' })).toBeNull();
});

test('does what the screen behind it offers', async () => {
  const told: string[] = [];
  const { bridge } = desk.computer;
  Object.assign(bridge, {
    showNotice: async ({ title }: { readonly title: string }) => {
      told.push(title);
      return { ok: true, value: null };
    },
  });
  await openWith('show an example');
  await waitFor(async () => expect((await chosen()).textContent).toContain('Show an example'));
  await desk.user.keyboard('{Enter}');
  await waitFor(() => expect(told).toEqual(['This is how Outlog tells you']));
});

test('says that nothing was found, and where else to look', async () => {
  await openWith('qqqzzz');
  await screen.findByText('Nothing matches “qqqzzz”');
  await screen.findByText('Try fewer letters, or another kind below.');
  expect(screen.queryByRole('option')).toBeNull();
});
