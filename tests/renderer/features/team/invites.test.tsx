import '../../support/window-outlog.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { TeamView } from '../../../../renderer/features/team/team-view.tsx';
import {
  addMember,
  inviteMember,
  invitesToRevokeWith,
} from '../../../../renderer/services/members.ts';
import { pullNow } from '../../../../renderer/services/sync.ts';
import { openComputer } from '../../support/engine-bridge.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

const NAME = 'Ana Reyes';
const ana = {
  name: NAME,
  seat: 'assistant',
  title: 'Listings',
  place: 'Cebu',
  timeZone: 'Asia/Manila',
} as const;

let desk: ManagerDesk;
let memberId: string;
beforeEach(async () => {
  desk = await openManager();
  ({ memberId } = must(await addMember(ana)));
});
afterEach(async () => {
  await desk.leave();
});

const rowOf = async () => await screen.findByRole('row', { name: new RegExp(NAME) });
const openInvite = async () => {
  desk.show('team', <TeamView />);
  await desk.user.click(within(await rowOf()).getByRole('button', { name: 'Invite…' }));
  return await screen.findByRole('dialog', { name: `Invite ${NAME}` });
};
const choose = async (action: string) => {
  await desk.user.click(await screen.findByRole('button', { name: `More for ${NAME}` }));
  await desk.user.click(await screen.findByRole('menuitem', { name: action }));
};
const shareFolder = async () => {
  desk.computer.choices.folder = desk.computer.dir;
  must(await desk.computer.bridge.chooseFolder({ workspace: desk.workspace.id }));
};
/** Ana's other computer, in by an invite of its own and heard of here. */
const joinWithDevice = async () => {
  const made = must(await inviteMember(desk.workspace.id, { id: memberId, name: NAME }, null));
  const device = await openComputer();
  const { token } = must(await device.bridge.readInviteLink({ text: made.link }));
  const entry = must(await device.bridge.joinWorkspace({ token, timeZone: 'Asia/Manila' }));
  must(await device.engine.setFolder(entry.id, desk.computer.dir));
  must(await device.bridge.sendNow({ workspace: entry.id }));
  await device.close();
  must(await pullNow());
  return made;
};

describe('an invite', () => {
  test('is asked for before it is made: closing the question invites nobody', async () => {
    const dialog = await openInvite();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await readPlan()).invites).toEqual([]);
  });

  test('is recorded with its end and the hash of its token; the link and what to tell can be copied', async () => {
    const dialog = await openInvite();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Make the invite' }));
    await desk.user.click(await within(dialog).findByRole('button', { name: 'Copy the link' }));
    const link = desk.computer.copied();
    expect(link).toMatch(/^outlog:\/\/join#/);
    await desk.user.click(within(dialog).getByRole('button', { name: 'Copy the text' }));
    expect(desk.computer.copied()).toContain(link);
    expect(desk.computer.copied()).toContain(`Hello ${NAME}`);
    const [invite] = (await readPlan()).invites;
    expect(invite).toMatchObject({ memberId, tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((invite?.expiresAtMs ?? 0) - (invite?.createdAtMs ?? 0)).toBe(7 * 86_400_000);
    // Nothing is shared yet: the dialog says what that means.
    expect(within(dialog).getByText('Nothing is shared with the team yet')).toBeDefined();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Done' }));
    expect((await rowOf()).textContent).toContain('Invited just now');
  });

  test('is the same one in every form', async () => {
    await shareFolder();
    const dialog = await openInvite();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Make the invite' }));
    await desk.user.click(await within(dialog).findByText('Short code and QR'));
    const code = await within(dialog).findByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const file = path.join(desk.computer.dir, 'ana.outlog-invite');
    desk.computer.choices.savePath = file;
    await desk.user.click(within(dialog).getByText('File'));
    await desk.user.click(within(dialog).getByRole('button', { name: 'Save the file…' }));
    await within(dialog).findByText('Saved as ana.outlog-invite');
    const { invites } = await readPlan();
    expect(invites).toHaveLength(1);
    expect((await readFile(file)).length).toBeGreaterThan(0);
    await desk.user.click(within(dialog).getByText('Short code and QR'));
    expect(within(dialog).getByText(code.textContent)).toBeDefined();
  }, 40_000);

  test('that nobody used can be revoked by itself, and given anew', async () => {
    must(await inviteMember(desk.workspace.id, { id: memberId, name: NAME }, null));
    desk.show('team', <TeamView />);
    await choose('Devices and invites…');
    const dialog = await screen.findByRole('dialog', { name: `Devices and invites of ${NAME}` });
    expect(within(dialog).getByText(/No device has joined yet/)).toBeDefined();
    expect(within(dialog).getByText('can be opened until you revoke it')).toBeDefined();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Revoke…' }));
    expect(await screen.findByText(/Nobody has used it yet/)).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Revoke the invite' }));
    await waitFor(async () => expect((await readPlan()).invites[0]?.revokedAtMs).not.toBeNull());
    await within(dialog).findByText('None is open.');
    await desk.user.click(screen.getByRole('button', { name: 'Done' }));
    expect(within(await rowOf()).getByRole('button', { name: 'Invite…' })).toBeDefined();
  });
});

describe('a lost laptop', () => {
  test('is locked out alone, with the invites that it may hold; the other device stays', async () => {
    await shareFolder();
    const kept = await joinWithDevice();
    const lost = await joinWithDevice();
    const open = must(await inviteMember(desk.workspace.id, { id: memberId, name: NAME }, null));
    const { devices, invites } = await readPlan();
    expect(devices.filter((device) => device.memberId === memberId)).toHaveLength(2);
    const laptop = devices.find(({ inviteKey }) => inviteKey === lost.inviteKey);
    if (!laptop) throw new Error('The laptop has not joined');
    const revoked = invitesToRevokeWith(laptop, invites, devices).map(({ inviteKey }) => inviteKey);
    expect(revoked.toSorted()).toEqual([lost.inviteKey, open.inviteKey].toSorted());
    expect(revoked).not.toContain(kept.inviteKey);
  });

  test('is revoked in the list and can be let in again', async () => {
    await shareFolder();
    await joinWithDevice();
    desk.show('team', <TeamView />);
    await choose('Devices and invites…');
    const dialog = await screen.findByRole('dialog', { name: `Devices and invites of ${NAME}` });
    await within(dialog).findByText(/last heard/);
    await desk.user.click(within(dialog).getByRole('button', { name: 'Revoke…' }));
    expect(await screen.findByText(/lost, stolen or given away/)).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Lock it out' }));
    await within(dialog).findByText('Revoked just now');
    expect((await readPlan()).invites[0]?.revokedAtMs).not.toBeNull();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Let it in again' }));
    await waitFor(async () => expect((await readPlan()).invites[0]?.revokedAtMs).toBeNull());
    await within(dialog).findByRole('button', { name: 'Revoke…' });
  });
});
