import type { Plan } from '../../data/plan.ts';

export interface FirstStep<Id extends string> {
  readonly id: Id;
  readonly isDone: boolean;
}

export const MANAGER_STEPS = ['outcome', 'target', 'sop', 'entry', 'travel'] as const;
export type ManagerStepId = (typeof MANAGER_STEPS)[number];

export const OWN_STEPS = ['work', 'checklist', 'line'] as const;
export type OwnStepId = (typeof OWN_STEPS)[number];

/** How far a new workspace is on its way to the first result, read from its records and from nothing else. */
export function managerSteps(
  plan: Plan,
  known: {
    readonly memberId: string;
    readonly hasTravel: boolean;
    /** Anything was ever completed or is open. */
    readonly hasHistory: boolean;
  },
): readonly FirstStep<ManagerStepId>[] {
  const isOther = ({ memberId }: { readonly memberId: string }): boolean =>
    memberId !== known.memberId;
  const outcomes = plan.outcomes.filter(({ isArchived }) => !isArchived);
  const isDone: Readonly<Record<ManagerStepId, boolean>> = {
    outcome: outcomes.length > 0,
    target: outcomes.some(({ measures }) => measures.length > 0),
    sop: plan.sops.some((sop) => !sop.isArchived && sop.publishedVersion > 0),
    entry: known.hasHistory || plan.invites.some(isOther) || plan.devices.some(isOther),
    travel: known.hasTravel,
  };
  return MANAGER_STEPS.map((id) => ({ id, isDone: isDone[id] }));
}

/** The same for an assistant who has joined. A checklist is no step while none is published for them. */
export function ownSteps(
  plan: Plan,
  known: {
    readonly memberId: string;
    readonly hasOpenWork: boolean;
    readonly hasFinishedRun: boolean;
    readonly hasLogged: boolean;
  },
): readonly FirstStep<OwnStepId>[] {
  const own = plan.outcomes.filter(
    ({ isArchived, memberIds }) => !isArchived && memberIds.includes(known.memberId),
  );
  const ownIds = new Set(own.map(({ id }) => id));
  const hasChecklist = plan.sops.some(
    ({ publishedVersion, isArchived, outcomeId }) =>
      publishedVersion > 0 && !isArchived && (outcomeId === '' || ownIds.has(outcomeId)),
  );
  const isDone: Readonly<Record<OwnStepId, boolean>> = {
    work: own.length > 0 || known.hasOpenWork,
    checklist: known.hasFinishedRun,
    line: known.hasLogged,
  };
  return OWN_STEPS.filter((id) => id !== 'checklist' || hasChecklist || isDone.checklist).map(
    (id) => ({ id, isDone: isDone[id] }),
  );
}

export const areAllDone = (steps: readonly FirstStep<string>[]): boolean =>
  steps.every(({ isDone }) => isDone);
