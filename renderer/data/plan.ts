import { deviceFrom, inviteFrom } from '#shared/stream/device';
import type { Device, Invite } from '#shared/stream/device';
import { flagOf } from '#shared/record-fields';
import type { Calendar } from '#shared/plan/calendar';
import { calendarFrom } from '#shared/plan/calendar';
import type { Goal } from '#shared/plan/goal';
import { goalFrom } from '#shared/plan/goal';
import type { KeyResult } from '#shared/plan/key-result';
import { keyResultFrom } from '#shared/plan/key-result';
import type { Member } from '#shared/plan/member';
import { memberFrom } from '#shared/plan/member';
import type { Objective } from '#shared/plan/objective';
import { objectiveFrom } from '#shared/plan/objective';
import type { Outcome } from '#shared/plan/outcome';
import { outcomeFrom } from '#shared/plan/outcome';
import type { Priority } from '#shared/plan/priority';
import { priorityFrom } from '#shared/plan/priority';
import type { Role } from '#shared/plan/role';
import { roleFrom } from '#shared/plan/role';
import type { Client, Workspace } from '#shared/plan/workspace';
import { clientFrom, workspaceFrom } from '#shared/plan/workspace';
import type { Sop } from '#shared/sops/sop';
import { sopFrom } from '#shared/sops/sop';
import type { RecordState } from '#shared/stream/merge';
import { currentProjection } from './current.ts';
import { sharedLive } from './shared-live.ts';

/**
 * What the team works to, sorted by name. Members who left, archived outcomes and archived SOPs are
 * in it, by their flag: history still names them. What was deleted (its adding undone) is not.
 */
export interface Plan {
  readonly workspace: Workspace | null;
  readonly members: readonly Member[];
  readonly clients: readonly Client[];
  readonly calendars: readonly Calendar[];
  readonly outcomes: readonly Outcome[];
  readonly sops: readonly Sop[];
  readonly goals: readonly Goal[];
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly roles: readonly Role[];
  readonly invites: readonly Invite[];
  readonly devices: readonly Device[];
  /** When each member first took their seat, UTC ms; nobody who never did. */
  readonly joinedAtMs: ReadonlyMap<string, number>;
  readonly memberById: ReadonlyMap<string, Member>;
  readonly outcomeById: ReadonlyMap<string, Outcome>;
  readonly sopById: ReadonlyMap<string, Sop>;
  readonly calendarById: ReadonlyMap<string, Calendar>;
  readonly goalById: ReadonlyMap<string, Goal>;
  readonly priorityById: ReadonlyMap<string, Priority>;
  readonly objectiveById: ReadonlyMap<string, Objective>;
  readonly keyResultById: ReadonlyMap<string, KeyResult>;
  readonly roleById: ReadonlyMap<string, Role>;
}

export const readPlan = async (): Promise<Plan> =>
  planFrom(await currentProjection().plan.toArray());

const livePlan = sharedLive(readPlan);

/** The plan, live and shared; undefined until it has been read. */
export const usePlan = (): Plan | undefined => livePlan.use();

function planFrom(states: readonly RecordState[]): Plan {
  const ofType = (type: string): RecordState[] => states.filter((state) => state.type === type);
  const of = <T>(type: string, read: (state: RecordState) => T): T[] => ofType(type).map(read);
  const kept = (type: string): RecordState[] =>
    ofType(type).filter(({ fields }) => !flagOf(fields, 'deleted'));
  const members = byName(kept('member').map(memberFrom), (member) => member.name);
  const calendars = byName(kept('calendar').map(calendarFrom), (calendar) => calendar.name);
  const outcomes = byName(kept('outcome').map(outcomeFrom), (outcome) => outcome.name);
  const sops = byName(of('sop', sopFrom), (sop) => sop.title);
  const goals = byName(kept('goal').map(goalFrom), (goal) => goal.name);
  const priorities = byName(kept('priority').map(priorityFrom), (priority) => priority.name);
  const objectives = byName(kept('objective').map(objectiveFrom), (objective) => objective.name);
  const keyResults = byName(kept('keyResult').map(keyResultFrom), (keyResult) => keyResult.name);
  const roles = byName(kept('role').map(roleFrom), (role) => role.name);
  const devices = of('device', deviceFrom);
  return {
    workspace: of('workspace', workspaceFrom)[0] ?? null,
    members,
    clients: byName(kept('client').map(clientFrom), (client) => client.name),
    calendars,
    outcomes,
    sops,
    goals,
    priorities,
    objectives,
    keyResults,
    roles,
    invites: of('invite', inviteFrom),
    devices: [...byId(devices, (device) => device.keyId).values()],
    joinedAtMs: firstJoined(devices),
    memberById: byId(members, (member) => member.id),
    outcomeById: byId(outcomes, (outcome) => outcome.id),
    sopById: byId(sops, (sop) => sop.id),
    calendarById: byId(calendars, (calendar) => calendar.id),
    goalById: byId(goals, (goal) => goal.id),
    priorityById: byId(priorities, (priority) => priority.id),
    objectiveById: byId(objectives, (objective) => objective.id),
    keyResultById: byId(keyResults, (keyResult) => keyResult.id),
    roleById: byId(roles, (role) => role.id),
  };
}

/** A device introduces itself in each of its streams, and a member may have several. */
function firstJoined(devices: readonly Device[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { memberId, joinedAtMs } of devices) {
    first.set(memberId, Math.min(first.get(memberId) ?? joinedAtMs, joinedAtMs));
  }
  return first;
}

const byName = <T>(all: readonly T[], nameOf: (each: T) => string): T[] =>
  all.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));

const byId = <T>(all: readonly T[], idOf: (each: T) => string): Map<string, T> =>
  new Map(all.map((each) => [idOf(each), each]));

const collator = new Intl.Collator(undefined, { numeric: true });
