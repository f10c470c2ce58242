import { useBridge } from '../support/window-outlog.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { closeWelcome } from '../../../renderer/state/screen.ts';
import { startApp } from '../../../renderer/app/start.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { closeSession } from '../../../renderer/services/open-session.ts';
import { useSession } from '../../../renderer/state/session.ts';
import type { TestComputer } from '../support/engine-bridge.ts';
import { openComputer } from '../support/engine-bridge.ts';
import { must } from '../support/open-manager.tsx';

let computer: TestComputer;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'outlog-welcome-'));
  computer = await openComputer();
  useBridge(computer.bridge);
});

afterEach(async () => {
  cleanup();
  closeSession();
  closeWelcome();
  useSession.setState({ start: null });
  useBridge(null);
  await computer.close();
  await rm(dir, { recursive: true, force: true });
});

const showApp = async () => {
  render(<App started={startApp()} />);
  await screen.findByText('How do you begin?');
  return userEvent.setup({ delay: null });
};

describe('starting a team', () => {
  test('asks for both names before anything is made', async () => {
    const user = await showApp();
    await user.click(screen.getByRole('button', { name: /Start a team/ }));
    await user.click(screen.getByRole('button', { name: 'Start' }));
    expect(screen.getByText('A name is needed: people see it in their invite.')).toBeTruthy();
    expect(screen.getByText('Your team sees this name.')).toBeTruthy();
    expect(computer.engine.workspaces()).toEqual([]);
  });

  test('writes the plan’s beginning and lands in the manager’s overview', async () => {
    const user = await showApp();
    await user.click(screen.getByRole('button', { name: /Start a team/ }));
    await user.type(screen.getByLabelText('Name of the workspace'), 'Harbour Shop');
    await user.type(screen.getByLabelText('Your name'), 'Mara Costa');
    await user.click(screen.getByRole('button', { name: 'Start' }));
    await screen.findByRole('heading', { name: 'Overview' });
    expect(screen.getByRole('button', { name: /Harbour Shop/ })).toBeTruthy();
    const plan = await readPlan();
    expect(plan.workspace?.name).toBe('Harbour Shop');
    expect(plan.members.map(({ name, seat }) => [name, seat])).toEqual([['Mara Costa', 'manager']]);
    expect(plan.calendars).toHaveLength(1);
  });
});

describe('joining with an invite', () => {
  let invitePath: string;
  let link: string;
  let token: string;
  let manager: TestComputer;

  /** A manager on another computer, whose folder holds the plan and the invite. */
  beforeEach(async () => {
    manager = await openComputer();
    const made = { name: 'Harbour Shop', memberName: 'Mara Costa', timeZone: 'Europe/Lisbon' };
    const workspace = must(await manager.bridge.createWorkspace(made));
    must(await manager.engine.setFolder(workspace.id, dir));
    invitePath = path.join(dir, 'ana.outlog-invite');
    manager.choices.savePath = invitePath;
    const asked = { workspace: workspace.id, memberId: 'ana', memberName: 'Ana Reyes' };
    const invite = must(await manager.bridge.createInvite(asked));
    ({ link, token } = invite);
    must(await manager.bridge.saveInvite({ token, name: 'Ana Reyes' }));
    must(await manager.bridge.sendNow({ workspace: workspace.id }));
  });

  afterEach(async () => {
    await manager.close();
  });

  test('shows who invites whom to what, finds the folder beside it and lands in Today', async () => {
    const user = await showApp();
    computer.choices.openPath = invitePath;
    await user.click(screen.getByRole('button', { name: /Join with an invite/ }));
    await user.click(screen.getByRole('button', { name: 'Choose the invite…' }));
    await screen.findByText(/invites Ana Reyes to Harbour Shop/);
    expect(screen.getByText(/found with the invite/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Join as Ana Reyes' }));
    await screen.findByRole('button', { name: 'Today' });
    expect(useSession.getState().memberId).toBe('ana');
    await waitFor(() => expect(useSession.getState().sync?.target?.isReachable).toBe(true));
  });

  test('a damaged invite is named as one, and another can be chosen', async () => {
    const user = await showApp();
    const broken = path.join(dir, 'broken.outlog-invite');
    await writeFile(broken, '{"format":"outlog-invite","v":1,');
    computer.choices.openPath = broken;
    await user.click(screen.getByRole('button', { name: /Join with an invite/ }));
    await user.click(screen.getByRole('button', { name: 'Choose the invite…' }));
    expect((await screen.findByRole('alert')).textContent).toContain('This invite cannot be read');
    computer.choices.openPath = invitePath;
    await user.click(screen.getByRole('button', { name: 'Choose the invite…' }));
    await screen.findByText(/invites Ana Reyes to Harbour Shop/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('a link is pasted; without a folder beside it the folder is asked for once', async () => {
    const user = await showApp();
    await user.click(screen.getByRole('button', { name: /Join with an invite/ }));
    await user.click(screen.getByRole('textbox', { name: 'Link or code' }));
    await user.paste(`\n<${link}>`);
    await user.keyboard('{Enter}');
    await screen.findByText('Ana Reyes, Assistant');
    expect(screen.getByText(/you will be asked for it once/)).toBeTruthy();
    computer.choices.folder = dir;
    await user.click(screen.getByRole('button', { name: 'Join as Ana Reyes' }));
    await user.click(await screen.findByRole('button', { name: 'Choose the folder…' }));
    await screen.findByRole('button', { name: 'Today' });
    await waitFor(() => expect(useSession.getState().sync?.target?.isReachable).toBe(true));
  });

  test('a code is grouped as it is typed and opened from the folder it lies in', async () => {
    const { code } = must(await manager.bridge.shareInvite({ token }));
    const user = await showApp();
    await user.click(screen.getByRole('button', { name: /Join with an invite/ }));
    const field = screen.getByRole('textbox', { name: 'Link or code' });
    await user.type(field, code.replaceAll('-', '').toLowerCase());
    expect((field as HTMLInputElement).value).toBe(code);
    await user.click(screen.getByRole('radio', { name: 'In a folder' }));
    computer.choices.folder = dir;
    await user.click(screen.getByRole('button', { name: 'Choose the folder…' }));
    await screen.findByText(/found with the invite/);
  });

  test('what is neither link nor code says so, and so does a link that was cut', async () => {
    const user = await showApp();
    await user.click(screen.getByRole('button', { name: /Join with an invite/ }));
    const field = screen.getByRole('textbox', { name: 'Link or code' });
    await user.type(field, 'hello{Enter}');
    expect(screen.getByText(/neither a link that begins with/)).toBeTruthy();
    await user.clear(field);
    await user.paste(link.slice(0, -9));
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('This invite cannot be read');
  });

  test('a link that was opened outside the window is what the app begins with', async () => {
    computer.choices.outsideLink = link;
    render(<App started={startApp()} />);
    await screen.findByRole('button', { name: 'Join as Ana Reyes' });
    const user = userEvent.setup({ delay: null });
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByText('How do you begin?');
  });

  test('calling the dialog off says nothing', async () => {
    const user = await showApp();
    computer.choices.openPath = null;
    await user.click(screen.getByRole('button', { name: /Join with an invite/ }));
    const choose = screen.getByRole('button', { name: 'Choose the invite…' });
    await user.click(choose);
    await waitFor(() => expect(choose.getAttribute('aria-busy')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
