import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { newId } from '#shared/ids';
import { seededRandom } from '#shared/random';
import type { Edit } from '#shared/stream/change';
import { keyFromSeed } from '../../../electron/identity/device-key.ts';
import type { DeviceKey } from '../../../electron/identity/device-key.ts';
import { openDevice, valueOf } from '../../journeys/steps/distant-device.ts';
import { PROJECT } from '../electron-process.ts';
import type { HistoryShape } from './member-history.ts';
import { memberHistory } from './member-history.ts';
import { EPOCH, memberStream } from './member-stream.ts';

/** Rises when what lies in the folder would no longer be what is wanted. */
const FOLDER_VERSION = 1;
const ZONES = ['Asia/Manila', 'Europe/Warsaw', 'America/Bogota', 'Africa/Nairobi'];
const OUTCOMES = ['Uploads', 'Tickets', 'Invoices', 'Returns', 'Leads', 'Stock checks'];
const CLIENTS = ['Northwind', 'Fabrikam', 'Cedar Lane', 'Harbour & Sons'];
const EDITS_A_CALL = 1_000;

/** So many members' logs, each one stream, over so many days until the folder was made. */
export interface TeamShape {
  readonly members: number;
  readonly changesPerMember: number;
  readonly days: number;
}

/** A manager's user data, their sync folder, and beside it what their team is about to send. */
export interface TeamFolder {
  readonly userData: string;
  readonly workspace: string;
  /** Where batches belong: `<folder>/v1/<workspace>`. */
  readonly inbox: string;
  /** One directory a member, to be moved into the inbox. */
  readonly staged: string;
  readonly changes: number;
}

interface Member {
  readonly id: string;
  readonly zone: string;
  readonly invite: DeviceKey;
}

/**
 * A team whose manager has a plan and has read nothing yet, made by the real engine; the members' batches
 * are signed and chained by keys that they were invited with. Kept below out/ for the next time.
 */
export async function teamInAFolder(shape: TeamShape): Promise<TeamFolder> {
  const { members, changesPerMember, days } = shape;
  const name = `team-${members}x${changesPerMember}-${days}d-v${FOLDER_VERSION}`;
  const kept = path.join(PROJECT, 'out/bench', name);
  const noted = path.join(kept, 'workspace');
  if (!existsSync(noted)) {
    console.error(`making a team of ${members} with ${changesPerMember} changes each (once)…`);
    rmSync(kept, { recursive: true, force: true });
    writeFileSync(noted, await makeTeam(kept, shape));
  }
  const workspace = readFileSync(noted, 'utf8');
  return {
    userData: path.join(kept, 'user-data'),
    workspace,
    inbox: path.join(kept, 'folder/v1', workspace),
    staged: path.join(kept, 'staged'),
    changes: members * changesPerMember,
  };
}

/** Members' directories go back where they were staged, without the receipts that a manager has added. */
export function takeBack({ inbox, staged }: TeamFolder, names: readonly string[]): void {
  for (const name of names) {
    const [from, to] = [path.join(inbox, name), path.join(staged, name)];
    // It was never moved.
    if (existsSync(to) || !existsSync(from)) continue;
    for (const stream of readdirSync(from)) {
      if (!stream.endsWith(`-${EPOCH}`)) rmSync(path.join(from, stream), { recursive: true });
    }
    renameSync(from, to);
  }
}

/** What the member at a place in the team logged until an instant. */
export const historyOf = (shape: TeamShape, at: number, untilMs: number): HistoryShape => ({
  changes: shape.changesPerMember,
  days: shape.days,
  untilMs,
  outcomeIds: OUTCOMES.map((_, place) => `outcome${place}`),
  clients: CLIENTS,
  zone: ZONES[at % ZONES.length] ?? 'UTC',
  seed: at,
});

async function makeTeam(kept: string, shape: TeamShape): Promise<string> {
  const team = Array.from({ length: shape.members }, (_, at): Member => {
    const random = seededRandom(`${path.basename(kept)}/${at}`);
    return {
      id: newId((count) => random.bytes(count)),
      zone: ZONES[at % ZONES.length] ?? 'UTC',
      invite: keyFromSeed(random.bytes(32)),
    };
  });
  const outcomeIds = OUTCOMES.map((_, at) => `outcome${at}`);
  const workspace = await foundWorkspace(kept, team, outcomeIds);
  for (const [at, member] of team.entries()) {
    const invited = {
      workspace,
      memberId: member.id,
      inviteKey: member.invite,
      seed: createHash('sha256').update(`${workspace}/${at}`).digest(),
    };
    for (const file of memberStream(invited, memberHistory(historyOf(shape, at, Date.now())))) {
      const target = path.join(kept, 'staged', file.path);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, file.bytes);
    }
  }
  return workspace;
}

async function foundWorkspace(
  kept: string,
  team: readonly Member[],
  outcomeIds: readonly string[],
): Promise<string> {
  const folder = path.join(kept, 'folder');
  mkdirSync(folder, { recursive: true });
  const engine = await openDevice(path.join(kept, 'user-data'));
  const name = 'Cedar Lane Shop';
  const founder = { name, memberName: 'Robin Hale', timeZone: 'Europe/Lisbon' };
  const entry = valueOf(await engine.createWorkspace(founder));
  const memberId = entry.seats[0]?.memberId ?? '';
  const edits = planOf(entry.id, memberId, team, outcomeIds);
  for (let at = 0; at < edits.length; at += EDITS_A_CALL) {
    const some = edits.slice(at, at + EDITS_A_CALL);
    valueOf(await engine.append({ workspace: entry.id, memberId, edits: some }));
  }
  valueOf(await engine.setFolder(entry.id, folder));
  valueOf(await engine.sendNow(entry.id));
  await engine.close();
  return entry.id;
}

/** Office hours in each zone, promises on half of the outcomes, and everybody invited. */
function planOf(
  workspace: string,
  managerId: string,
  team: readonly Member[],
  outcomeIds: readonly string[],
): readonly Edit[] {
  const plan = (type: string, id: string, fields: Edit['fields']): Edit => ({
    audience: 'team',
    type,
    id,
    fields,
  });
  const everyDay = '0001-01-01';
  const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_080 }));
  const sla = ['responded', 'completed'].map((to) => ({ to, minutes: 480, fromDay: everyDay }));
  const manager = { name: 'Robin Hale', seat: 'manager', timeZone: 'Europe/Lisbon' };
  return [
    plan('workspace', workspace, { name: 'Cedar Lane Shop', currency: 'USD' }),
    plan('member', managerId, manager),
    ...ZONES.map((timeZone, at) =>
      plan('calendar', `calendar${at}`, {
        name: `Office ${timeZone}`,
        versions: [{ fromDay: everyDay, timeZone, shifts, holidays: [] }],
      }),
    ),
    ...outcomeIds.map((id, at) =>
      plan('outcome', id, {
        name: OUTCOMES[at] ?? id,
        ownerId: managerId,
        memberIds: team.map((member) => member.id),
        ...(at % 2 === 0 && { sla }),
      }),
    ),
    ...team.flatMap(({ id, zone, invite }, at) => [
      plan('member', id, {
        name: `Assistant ${at + 1}`,
        seat: 'assistant',
        timeZone: zone,
        calendarId: `calendar${ZONES.indexOf(zone)}`,
      }),
      plan('invite', invite.keyId, { memberId: id, createdAtMs: 1 }),
    ]),
  ];
}
