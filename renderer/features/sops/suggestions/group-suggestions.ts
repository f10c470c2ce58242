import type { Sop, SopVersion } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import type { StepStanding, StepWords } from '#shared/sops/suggestion';
import { stepStanding } from '#shared/sops/suggestion';
import type { SuggestionEntry } from '../../../data/about-sops.ts';

/** A suggestion beside the step as it is now. */
export interface SuggestionLine {
  readonly suggestion: SuggestionEntry;
  readonly standing: StepStanding;
  /** What is compared with what is proposed: the draft's words, those that were read where the step is gone; null for the whole SOP. */
  readonly words: StepWords | null;
  readonly readIn: SopVersion | undefined;
}

export interface SuggestionGroup {
  readonly key: string;
  /** The step of the draft; null for the whole SOP and for steps that are gone. */
  readonly step: Step | null;
  readonly isGone: boolean;
  readonly lines: readonly SuggestionLine[];
}

/** Suggestions by the steps of the draft, in their order; then those about the whole SOP, and about steps that are gone. */
export function groupSuggestions(
  suggestions: readonly SuggestionEntry[],
  sop: Pick<Sop, 'draftSteps'>,
  versions: readonly SopVersion[],
): readonly SuggestionGroup[] {
  const lines = suggestions.map((each) => lineOf(each, sop, versions));
  const groups: SuggestionGroup[] = sop.draftSteps.map((step) => ({
    key: step.id,
    step,
    isGone: false,
    lines: lines.filter(({ suggestion }) => suggestion.stepId === step.id),
  }));
  const rest = (standing: StepStanding): SuggestionGroup => ({
    key: standing,
    step: null,
    isGone: standing === 'gone',
    lines: lines.filter((line) => line.standing === standing),
  });
  return [...groups, rest('whole'), rest('gone')].filter((group) => group.lines.length > 0);
}

export function lineOf(
  suggestion: SuggestionEntry,
  { draftSteps }: Pick<Sop, 'draftSteps'>,
  versions: readonly SopVersion[],
): SuggestionLine {
  const readIn = versions.find(({ id }) => id === suggestion.versionId);
  const read = readIn?.steps.find(({ id }) => id === suggestion.stepId);
  const draft = draftSteps.find(({ id }) => id === suggestion.stepId);
  return {
    suggestion,
    readIn,
    standing: stepStanding(suggestion, read, draft),
    words: draft ?? read ?? null,
  };
}
