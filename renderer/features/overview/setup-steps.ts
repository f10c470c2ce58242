import type { Plan } from '../../data/plan.ts';

export const SETUP_STEPS = ['outcome', 'sop', 'member', 'folder', 'import'] as const;
export type SetupStepId = (typeof SETUP_STEPS)[number];

export interface SetupStep {
  readonly id: SetupStepId;
  readonly isDone: boolean;
}

/** How far a new workspace is on its way to the first report, read from what is there. */
export function setupSteps(
  plan: Plan,
  known: {
    readonly memberId: string;
    readonly hasFolder: boolean;
    readonly hasHistory: boolean;
  },
): readonly SetupStep[] {
  const isOther = ({ memberId }: { readonly memberId: string }): boolean =>
    memberId !== known.memberId;
  const isDone: Readonly<Record<SetupStepId, boolean>> = {
    outcome: plan.outcomes.some((outcome) => !outcome.isArchived),
    sop: plan.sops.some((sop) => !sop.isArchived && sop.publishedVersion > 0),
    member: plan.invites.some(isOther) || plan.devices.some(isOther),
    folder: known.hasFolder,
    import: known.hasHistory,
  };
  return SETUP_STEPS.map((id) => ({ id, isDone: isDone[id] }));
}

export const isSetUp = (steps: readonly SetupStep[]): boolean => steps.every((step) => step.isDone);
