import type { Deliverable } from '../deliverables/deliverable.ts';
import { cyclesIn, needGraph } from '../deliverables/needs.ts';
import type { Calendar } from './calendar.ts';
import { versionProblems } from './hours-problems.ts';
import type { VersionProblemCode } from './hours-problems.ts';
import { intentProblems } from './intent-problems.ts';
import type { IntentProblem } from './intent-problems.ts';
import type { IntentLevel } from './cascade.ts';
import type { Goal } from './goal.ts';
import { isClosed } from './intent.ts';
import type { Intent } from './intent.ts';
import type { KeyResult } from './key-result.ts';
import type { Member } from './member.ts';
import type { Objective } from './objective.ts';
import type { Outcome } from './outcome.ts';
import { outcomeProblems } from './outcome-problems.ts';
import type { OutcomeProblemCode } from './outcome-problems.ts';
import { isPlanDay } from './plan-limits.ts';
import type { Priority } from './priority.ts';
import type { Role } from './role.ts';

/** What a problem is about: where it is shown, and where it is mended. */
export type ProblemSubject = IntentLevel | 'outcome' | 'role' | 'member' | 'calendar' | 'work';

export type PlanProblemCode =
  | OutcomeProblemCode
  | IntentProblem
  | VersionProblemCode
  | 'holder-left'
  | 'role-missing'
  | 'key-result-missing'
  | 'needs-circle'
  | 'work-of-left';

/** Something in the plan that was merged or imported as it is, is kept, and should be mended. */
export interface PlanProblem {
  readonly code: PlanProblemCode;
  readonly subject: ProblemSubject;
  readonly id: string;
  readonly name: string;
  /** How many pieces of work it touches; 0 where it is about none. */
  readonly workCount: number;
}

/** The parts of a plan that its rules look at; members who left are among them. */
export interface RuledPlan {
  readonly members: readonly Member[];
  readonly calendars: readonly Calendar[];
  readonly outcomes: readonly Outcome[];
  readonly roles: readonly Role[];
  readonly goals: readonly Goal[];
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly memberById: ReadonlyMap<string, Member>;
  readonly calendarById: ReadonlyMap<string, Calendar>;
  readonly roleById: ReadonlyMap<string, Role>;
  readonly keyResultById: ReadonlyMap<string, KeyResult>;
}

/** Everything in a plan that its rules object to. What is archived or closed asks for nothing and is left alone. */
export const planProblems = (plan: RuledPlan): readonly PlanProblem[] => [
  ...plan.outcomes.filter(({ isArchived }) => !isArchived).flatMap((each) => ofOutcome(each, plan)),
  ...plan.roles.flatMap((role) => ofRole(role, plan)),
  ...plan.goals.flatMap((goal) => ofIntent('goal', goal, plan)),
  ...plan.priorities.flatMap((priority) => ofIntent('priority', priority, plan)),
  ...plan.objectives.flatMap((objective) => ofIntent('objective', objective, plan)),
  ...plan.keyResults.flatMap((keyResult) => ofIntent('keyResult', keyResult, plan)),
  ...plan.calendars.filter(({ isArchived }) => !isArchived).flatMap(ofCalendar),
  ...plan.members.filter(({ isGone }) => !isGone).flatMap(ofMember),
];

type OpenWork = Pick<Deliverable, 'id' | 'memberId' | 'title' | 'needs'>;

/** What is wrong with open work: it waits for itself, or is with somebody who left. */
export function workProblems(
  open: readonly OpenWork[],
  memberById: ReadonlyMap<string, Member>,
): readonly PlanProblem[] {
  const titleById = new Map(open.map(({ id, title }) => [id, title]));
  const circles = cyclesIn(needGraph(open)).map((ids): PlanProblem => {
    const titles = ids.map((id) => titleById.get(id) || id);
    const [id = ''] = ids;
    return {
      code: 'needs-circle',
      subject: 'work',
      id,
      name: titles.join(' → '),
      workCount: ids.length,
    };
  });
  const countByLeft = new Map<string, number>();
  for (const { memberId } of open) {
    if (memberById.get(memberId)?.isGone) {
      countByLeft.set(memberId, (countByLeft.get(memberId) ?? 0) + 1);
    }
  }
  const ofLeft = [...countByLeft].map(([id, workCount]): PlanProblem => {
    const name = memberById.get(id)?.name ?? '';
    return { code: 'work-of-left', subject: 'member', id, name, workCount };
  });
  return [...circles, ...ofLeft];
}

type Named = { readonly id: string; readonly name: string };

/** A code once for each thing: one that has it in three places is one thing to mend. */
const about = (
  subject: ProblemSubject,
  { id, name }: Named,
  codes: Iterable<PlanProblemCode>,
): readonly PlanProblem[] =>
  [...new Set(codes)].map((code) => ({ code, subject, id, name, workCount: 0 }));

function ofOutcome(outcome: Outcome, plan: RuledPlan): readonly PlanProblem[] {
  const { roleId, keyResultId } = outcome;
  return about('outcome', outcome, [
    ...outcomeProblems(outcome, plan).map(({ code }) => code),
    ...(roleId !== '' && !plan.roleById.has(roleId) ? (['role-missing'] as const) : []),
    ...(keyResultId !== '' && !plan.keyResultById.has(keyResultId)
      ? (['key-result-missing'] as const)
      : []),
  ]);
}

const ofRole = (role: Role, { memberById }: RuledPlan): readonly PlanProblem[] =>
  about('role', role, [
    ...(isGone(role.ownerId, memberById) ? (['owner-left'] as const) : []),
    ...(role.memberIds.some((id) => isGone(id, memberById)) ? (['holder-left'] as const) : []),
  ]);

function ofIntent(
  level: IntentLevel,
  intent: Intent & Partial<Pick<Priority, 'quarter'>> & Partial<Pick<KeyResult, 'source'>>,
  { memberById }: RuledPlan,
): readonly PlanProblem[] {
  if (isClosed(intent)) return [];
  return about(level, intent, [
    ...Object.values(intentProblems(level, intent)),
    ...(isGone(intent.ownerId, memberById) ? (['owner-left'] as const) : []),
  ]);
}

const ofCalendar = (calendar: Calendar): readonly PlanProblem[] =>
  about(
    'calendar',
    calendar,
    calendar.versions.length === 0 ? ['no-hours'] : calendar.versions.flatMap(versionProblems),
  );

const ofMember = (member: Member): readonly PlanProblem[] =>
  about(
    'member',
    member,
    isPlanDay(member.startsOn) && isPlanDay(member.goneOn) ? [] : ['day-beyond-limits'],
  );

const isGone = (id: string, memberById: ReadonlyMap<string, Member>): boolean =>
  memberById.get(id)?.isGone === true;
