import '../../support/window-outlog.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useShortcuts } from '../../../../renderer/app/shortcuts.ts';
import { HelpView } from '../../../../renderer/features/help/help-view.tsx';
import { currentRoute, useRoute } from '../../../../renderer/state/route.ts';
import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const pages = () => screen.getByRole('navigation', { name: 'Pages of the help' });

describe('the help', () => {
  test('is searched and read with the keyboard alone', async () => {
    desk.show('help', <HelpView />);
    const field = await screen.findByRole('searchbox', { name: 'Search the help' });
    expect(document.activeElement).toBe(field);
    await desk.user.keyboard('quality');
    expect(await within(pages()).findByText(/found$/)).toBeDefined();
    await desk.user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Quality');
    await desk.user.keyboard('{Enter}');
    const page = screen.getByRole('article', { name: 'Page' });
    expect(within(page).getByRole('heading', { level: 2, name: 'Quality' })).toBeDefined();
    await desk.user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(field);
    await desk.user.click(within(page).getByRole('button', { name: 'Open Quality' }));
    expect(currentRoute().view).toBe('quality');
  });

  test('says where nothing is found, and what its words mean', async () => {
    desk.show('help', <HelpView />);
    const field = await screen.findByRole('searchbox');
    await desk.user.type(field, 'xylophone');
    expect(await screen.findByText('Nothing found. Try another word, or fewer.')).toBeDefined();
    await desk.user.clear(field);
    await desk.user.type(field, 'cycle time');
    await desk.user.click(await within(pages()).findByRole('button', { name: /^Cycle time/ }));
    const term = screen.getByText('From when work was started until it was completed.', {
      selector: 'dd',
    });
    expect(term.closest('[aria-current]')).not.toBeNull();
  });

  test('F1 opens the page about the screen, and Back returns to it', async () => {
    desk.show('strategy', <KeysAndHelp />);
    fireEvent.keyDown(document.body, { key: 'F1' });
    expect(await screen.findByRole('heading', { level: 2, name: 'Strategy' })).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    await waitFor(() => expect(currentRoute().view).toBe('strategy'));
  });
});

/** The window's keys, and the help where it is asked for. */
function KeysAndHelp() {
  useShortcuts();
  return useRoute().view === 'help' ? <HelpView /> : null;
}
