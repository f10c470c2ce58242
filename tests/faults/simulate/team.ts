import { newId } from '../../../shared/ids.ts';
import type { IpcFailure } from '../../../shared/ipc.ts';
import { seededRandom } from '../../../shared/random.ts';
import type { Result } from '../../../shared/result.ts';
import type { Edit } from '../../../shared/stream/change.ts';
import { type Seat, SimulatedDevice } from './device.ts';
import { contentOf, copyOf, type DirectoryNode, newDirectory } from './memory-disk.ts';
import { SyncTool } from './sync-tool.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Seven computers of five people: two managers, and two assistants of three with two computers. */
const JOINERS = [
  { name: 'sam', memberId: 'sam', kind: 'manager' },
  { name: 'ana-laptop', memberId: 'ana', kind: 'assistant' },
  { name: 'ana-desk', memberId: 'ana', kind: 'assistant' },
  { name: 'ben-laptop', memberId: 'ben', kind: 'assistant' },
  { name: 'ben-desk', memberId: 'ben', kind: 'assistant' },
  { name: 'cai', memberId: 'cai', kind: 'assistant' },
] as const;

export interface Team {
  readonly seats: readonly Seat[];
  readonly disks: readonly DirectoryNode[];
}

export const isSharedWith =
  (device: SimulatedDevice) =>
  (path: string): boolean => {
    const [, , audience] = path.split('/');
    return audience === undefined || device.canRead(audience);
  };

/** Founds a workspace and has everybody join it by the real calls. Closed disks: each run copies them. */
export async function foundTeam(time: VirtualTime): Promise<Team> {
  time.begin('team');
  const random = seededRandom('team');
  const tool = new SyncTool(random, () => time.nowMs);
  const open = async (name: string, memberId: string, isManager: boolean, workspace: string) => {
    const disk = newDirectory();
    disk.entries.set('data', newDirectory());
    disk.entries.set('sync', newDirectory());
    const seat = { name, workspace, memberId, isManager };
    const device = new SimulatedDevice(seat, disk, time, random);
    await device.start();
    return device;
  };
  const founding = await open('robin', '', true, '');
  const { engine } = founding;
  if (!engine) throw new Error('The founder does not start.');
  const entry = must(
    await engine.createWorkspace({ name: 'Fern', memberName: 'Robin', timeZone: 'UTC' }),
  );
  const workspace = entry.id;
  const memberId = entry.seats[0]?.memberId ?? '';
  must(await engine.setFolder(workspace, '/robin/sync'));
  const seats: Seat[] = [{ name: 'robin', workspace, memberId, isManager: true }];
  const devices = [founding];
  for (const { name, memberId: joinerId, kind } of JOINERS) {
    const path = `/robin/${newId(random.bytes)}.outlog-invite`;
    const invite = must(
      await engine.createInvite(
        { workspace, memberId: joinerId, memberName: joinerId, seat: kind },
        path,
      ),
    );
    const edits: Edit[] = [
      { audience: 'team', type: 'member', id: joinerId, fields: { name: joinerId, seat: kind } },
      { audience: 'team', type: 'invite', id: invite.inviteKey, fields: { memberId: joinerId } },
    ];
    must(await engine.append({ workspace, memberId, edits }));
    must(await engine.sendNow(workspace));
    const joining = await open(name, joinerId, kind === 'manager', workspace);
    move(tool, [...devices, joining]);
    const file = founding.disk.entries.get(path.slice('/robin/'.length));
    if (file?.kind !== 'file' || !joining.engine) throw new Error('There is no invite.');
    const summary = must(await joining.engine.readInvite(contentOf(file), `/${name}/sync`));
    must(await joining.engine.joinWorkspace({ token: summary.token, timeZone: 'UTC' }));
    devices.push(joining);
    seats.push(joining.seat);
  }
  for (const device of devices) await device.close();
  move(tool, devices);
  return { seats, disks: devices.map(({ disk }) => copyOf(disk, true)) };
}

function move(tool: SyncTool, devices: readonly SimulatedDevice[]): void {
  for (const device of [...devices, ...devices]) {
    tool.heal({ root: device.replica, isShared: isSharedWith(device) });
  }
}

function must<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
