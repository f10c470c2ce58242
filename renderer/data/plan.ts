import { deviceFrom, inviteFrom } from '#shared/stream/device';
import type { Device, Invite } from '#shared/stream/device';
import { flagOf } from '#shared/record-fields';
import type { Language } from '#shared/language';
import { inLanguage } from '#shared/plan/translation';
import type { Absence } from '#shared/plan/absence';
import { absenceFrom } from '#shared/plan/absence';
import type { Cadence } from '#shared/cadence/cadence';
import { cadenceFrom } from '#shared/cadence/cadence';
import type { ReturnReason } from '#shared/quality/return-reason';
import { returnReasonFrom } from '#shared/quality/return-reason';
import type { Calendar } from '#shared/plan/calendar';
import { calendarFrom } from '#shared/plan/calendar';
import type { Goal } from '#shared/plan/goal';
import { goalFrom } from '#shared/plan/goal';
import type { KeyResult } from '#shared/plan/key-result';
import { keyResultFrom } from '#shared/plan/key-result';
import type { Member } from '#shared/plan/member';
import { memberFrom } from '#shared/plan/member';
import { withLeave } from '#shared/plan/member-leave';
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
import type { SopTranslation } from '#shared/sops/translation';
import { languageOfTranslation, sopTranslationFrom } from '#shared/sops/translation';
import type { RecordState } from '#shared/stream/merge';
import { currentProjection, openDatabase, subscribeProjection } from './current.ts';
import type { LiveObserver } from './follow-live.ts';
import { followRows } from './follow-rows.ts';
import { KeptRecords } from './kept-records.ts';
import { sharedFollowing } from './shared-live.ts';
import { SpokenSops } from './spoken-sops.ts';
import type { StoredRecord } from './stored.ts';

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
  /** Called as the language of the plan calls them. */
  readonly sops: readonly Sop[];
  readonly goals: readonly Goal[];
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly roles: readonly Role[];
  readonly cadences: readonly Cadence[];
  /** Who is away when, past ones too, the first day first. */
  readonly absences: readonly Absence[];
  /** In their order; those that are no longer offered are in it, by their flag. */
  readonly returnReasons: readonly ReturnReason[];
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
  /** What SOPs say in the language of the plan; of none where it is read in its own words. */
  readonly translationBySop: ReadonlyMap<string, SopTranslation>;
}

let planLanguage: Language | null = null;
const languageListeners = new Set<() => void>();

/** In which language the plan is read from now on, as far as it is translated; null for its own words. */
export function readPlanIn(language: Language | null): void {
  if (planLanguage === language) return;
  planLanguage = language;
  for (const listen of languageListeners) listen();
}

/** The same reading, of a record as it reads in the language of the plan. */
const spoken =
  <T>(read: (state: RecordState) => T) =>
  (state: RecordState): T =>
    read(planLanguage === null ? state : inLanguage(state, planLanguage));

export const readPlan = async (): Promise<Plan> => {
  const records = new PlanRecords();
  records.replace(await currentProjection().plan.toArray());
  return records.plan();
};

const livePlan = sharedFollowing(followPlan);

/** The plan, live and shared; undefined until it has been read. */
export const usePlan = (): Plan | undefined => livePlan.use();

/** After a write only what it touched is read again: a team has thousands of SOPs with their drafts. */
function followPlan(observer: LiveObserver<Plan>): () => void {
  let stop: (() => void) | null = null;
  const restart = (): void => {
    stop?.();
    stop = null;
    observer.onValue(undefined);
    const db = openDatabase();
    if (!db) return;
    const records = new PlanRecords();
    stop = followRows(db.plan, {
      onAll: (rows) => {
        records.replace(rows);
        observer.onValue(records.plan());
      },
      onTouched: (rows) => {
        records.change(rows);
        observer.onValue(records.plan());
      },
      onError: (error) => {
        // A database that is being replaced closes under its readers; they start anew with the next.
        if (openDatabase() === db && db.isOpen()) observer.onError?.(error);
      },
    });
  };
  const stopWatching = subscribeProjection(restart);
  languageListeners.add(restart);
  restart();
  return () => {
    stopWatching();
    languageListeners.delete(restart);
    stop?.();
  };
}

const isKept = ({ fields }: RecordState): boolean => !flagOf(fields, 'deleted');

/** The plan's records by type. */
class PlanRecords {
  readonly #member = new KeptRecords({ read: memberFrom, nameOf: named, isKept });
  readonly #calendar = new KeptRecords({ read: calendarFrom, nameOf: named, isKept });
  readonly #outcome = new KeptRecords({ read: spoken(outcomeFrom), nameOf: named, isKept });
  readonly #sop = new KeptRecords({ read: sopFrom, nameOf: (sop) => sop.title });
  readonly #sopTranslation = new KeptRecords({
    read: sopTranslationFrom,
    isKept: ({ id }) => planLanguage !== null && languageOfTranslation(id) === planLanguage,
  });
  readonly #spokenSops = new SpokenSops();
  readonly #goal = new KeptRecords({ read: spoken(goalFrom), nameOf: named, isKept });
  readonly #priority = new KeptRecords({ read: spoken(priorityFrom), nameOf: named, isKept });
  readonly #objective = new KeptRecords({ read: spoken(objectiveFrom), nameOf: named, isKept });
  readonly #keyResult = new KeptRecords({ read: spoken(keyResultFrom), nameOf: named, isKept });
  readonly #role = new KeptRecords({ read: spoken(roleFrom), nameOf: named, isKept });
  readonly #client = new KeptRecords({ read: clientFrom, nameOf: named, isKept });
  readonly #cadence = new KeptRecords({ read: cadenceFrom, nameOf: named, isKept });
  readonly #returnReason = new KeptRecords({ read: returnReasonFrom, nameOf: named, isKept });
  readonly #absence = new KeptRecords({
    read: absenceFrom,
    nameOf: (each) => each.fromDay,
    isKept,
  });
  readonly #workspace = new KeptRecords({ read: workspaceFrom });
  readonly #invite = new KeptRecords({ read: inviteFrom });
  readonly #device = new KeptRecords({ read: deviceFrom });
  #joined: {
    readonly members: readonly Member[];
    readonly absences: readonly Absence[];
    readonly result: readonly Member[];
  } = { members: [], absences: [], result: [] };
  readonly #byType = {
    member: this.#member,
    calendar: this.#calendar,
    outcome: this.#outcome,
    sop: this.#sop,
    sopTranslation: this.#sopTranslation,
    goal: this.#goal,
    priority: this.#priority,
    objective: this.#objective,
    keyResult: this.#keyResult,
    role: this.#role,
    client: this.#client,
    cadence: this.#cadence,
    absence: this.#absence,
    returnReason: this.#returnReason,
    workspace: this.#workspace,
    invite: this.#invite,
    device: this.#device,
  };

  replace(rows: readonly StoredRecord[]): void {
    const states = byType(rows.map((row) => [row.key, row]));
    for (const [type, records] of Object.entries(this.#byType)) {
      records.replace(states.get(type) ?? new Map());
    }
  }

  change(rows: ReadonlyMap<string, StoredRecord | undefined>): void {
    const states = byType(rows);
    for (const [type, records] of Object.entries(this.#byType)) {
      const touched = states.get(type);
      if (touched) records.change(touched);
    }
  }

  /** The same objects until a member or an absence changes: lists are told apart by them. */
  #membersWithLeave(): readonly Member[] {
    const [members, absences] = [this.#member.items, this.#absence.items];
    if (this.#joined.members !== members || this.#joined.absences !== absences) {
      this.#joined = { members, absences, result: withLeave(members, absences) };
    }
    return this.#joined.result;
  }

  plan(): Plan {
    const devices = this.#device.items;
    const members = this.#membersWithLeave();
    const spokenSops = this.#spokenSops.of(this.#sop, this.#sopTranslation.items);
    return {
      workspace: this.#workspace.items[0] ?? null,
      members,
      clients: this.#client.items,
      calendars: this.#calendar.items,
      outcomes: this.#outcome.items,
      sops: spokenSops.sops,
      goals: this.#goal.items,
      priorities: this.#priority.items,
      objectives: this.#objective.items,
      keyResults: this.#keyResult.items,
      roles: this.#role.items,
      cadences: this.#cadence.items,
      absences: this.#absence.items,
      returnReasons: this.#returnReason.items.toSorted((a, b) => a.position - b.position),
      invites: this.#invite.items,
      devices: [...byId(devices, (device) => device.keyId).values()],
      joinedAtMs: firstJoined(devices),
      memberById:
        members === this.#member.items ? this.#member.byId : byId(members, (each) => each.id),
      outcomeById: this.#outcome.byId,
      sopById: spokenSops.sopById,
      calendarById: this.#calendar.byId,
      goalById: this.#goal.byId,
      priorityById: this.#priority.byId,
      objectiveById: this.#objective.byId,
      keyResultById: this.#keyResult.byId,
      roleById: this.#role.byId,
      translationBySop: spokenSops.translationBySop,
    };
  }
}

/** A device introduces itself in each of its streams, and a member may have several. */
function firstJoined(devices: readonly Device[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { memberId, joinedAtMs } of devices) {
    first.set(memberId, Math.min(first.get(memberId) ?? joinedAtMs, joinedAtMs));
  }
  return first;
}

const byId = <T>(all: readonly T[], idOf: (each: T) => string): Map<string, T> =>
  new Map(all.map((each) => [idOf(each), each]));

const named = (each: { readonly name: string }): string => each.name;

/** Keys name the type of their record between audience and id, also where the record is gone. */
function byType<T>(rows: Iterable<readonly [string, T]>): ReadonlyMap<string, Map<string, T>> {
  const types = new Map<string, Map<string, T>>();
  for (const [key, row] of rows) {
    const type = key.split('|', 2)[1] ?? '';
    const own = types.get(type);
    if (own) own.set(key, row);
    else types.set(type, new Map([[key, row]]));
  }
  return types;
}
