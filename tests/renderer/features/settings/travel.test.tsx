import '../../support/window-outlog.ts';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SettingsView } from '../../../../renderer/features/settings/settings-view.tsx';
import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  desk.show('settings', <SettingsView />);
});
afterEach(async () => {
  await desk.leave();
});

const travel = () => screen.findByRole('region', { name: 'How your team’s work travels' });
const receiving = () => screen.findByRole('region', { name: 'Receive on this computer' });
const press = async (name: string | RegExp) =>
  await desk.user.click(await screen.findByRole('button', { name }));

describe('how a team’s work travels', () => {
  test('says that it does not travel yet, and takes a folder', async () => {
    expect((await travel()).textContent).toContain('Not at all yet');
    desk.computer.choices.folder = path.join(desk.computer.dir, 'shared');
    await mkdir(desk.computer.choices.folder);
    await press('Choose a folder…');
    expect(await screen.findByText('Through the folder shared')).toBeDefined();
    expect(await within(await travel()).findByText('Reachable')).toBeDefined();
  });

  test('stops on request, after a question', async () => {
    desk.computer.choices.folder = path.join(desk.computer.dir, 'shared');
    await mkdir(desk.computer.choices.folder);
    await press('Choose a folder…');
    await screen.findByText('Through the folder shared');
    await press('Stop sending');
    const asked = within(await screen.findByRole('dialog', { name: 'Stop sending there?' }));
    await desk.user.click(asked.getByRole('button', { name: 'Stop sending' }));
    await waitFor(async () => expect((await travel()).textContent).toContain('Not at all yet'));
  });

  test('tells a line that is no setup link, and keeps it to be mended', async () => {
    await press('Use a receiver elsewhere…');
    const field = await screen.findByRole('textbox', { name: 'Setup link' });
    await desk.user.type(field, 'https://receiver.example');
    await press(/^Use it/);
    expect(await screen.findByText(/That is not a receiver’s setup link/)).toBeDefined();
    expect(field).toHaveProperty('value', 'https://receiver.example');
  });
});

describe('receiving on this computer', () => {
  test('is switched on and off, and work travels to this computer meanwhile', async () => {
    const panel = within(await receiving());
    const receive = await panel.findByRole('switch', { name: 'Receive from your team' });
    await desk.user.click(receive);
    expect(await panel.findByText(/^On since/, {}, { timeout: 20_000 })).toBeDefined();
    expect(await within(await travel()).findByText('To this computer')).toBeDefined();
    expect(await panel.findByText('Nothing since Outlog was started')).toBeDefined();
    expect(await panel.findByText('Nobody at this moment')).toBeDefined();
    await desk.user.click(receive);
    expect(await panel.findByText('Off')).toBeDefined();
    await waitFor(async () =>
      expect((await travel()).textContent).toContain('Nobody gets it while receiving is off'),
    );
    expect(panel.queryByText('Certificate')).toBeNull();
  });

  test('says that an address of this computer alone is none to give away', async () => {
    const panel = within(await receiving());
    await desk.user.click(await panel.findByRole('switch'));
    expect(await panel.findByText('No network', {}, { timeout: 20_000 })).toBeDefined();
    expect(panel.queryByRole('img')).toBeNull();
  });

  test('tells why it is not on, and is tried again when asked to', async () => {
    const shared = path.join(desk.computer.dir, 'shared');
    await mkdir(shared);
    desk.computer.choices.folder = shared;
    await press('Choose a folder…');
    await screen.findByText('Through the folder shared');
    await rename(shared, `${shared}-away`);
    const panel = within(await receiving());
    await desk.user.click(await panel.findByRole('switch'));
    expect(await panel.findByText('The folder of this workspace cannot be reached')).toBeDefined();
    await rename(`${shared}-away`, shared);
    await press('Try now');
    expect(await panel.findByText(/^On since/, {}, { timeout: 20_000 })).toBeDefined();
    await waitFor(() => expect(panel.queryByRole('button', { name: 'Try now' })).toBeNull());
  });
});
