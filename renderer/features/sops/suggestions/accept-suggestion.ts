import type { Step } from '#shared/sops/step';
import type { StepWords, Suggestion } from '#shared/sops/suggestion';
import { STEP_WORDS, proposedWords, withProposal } from '#shared/sops/suggestion';
import { t } from '../../../i18n/text.ts';
import { announceFailure, takeBack } from '../../../services/announce.ts';
import { acceptSuggestions } from '../../../services/suggestions.ts';
import { showToast } from '../../../ui/toast.ts';
import type { SopDraft } from '../use-sop-draft.ts';

/** What of the draft stays as it is while suggestions are accepted and taken back. */
export type DraftSteps = Pick<SopDraft, 'changeSteps' | 'flush' | 'sop'>;

interface Acceptance {
  readonly suggestions: readonly Suggestion[];
  /** The steps with their new words. */
  readonly steps: readonly Step[];
  /** What travels back with it. */
  readonly note: string;
  /** What the toast says. */
  readonly told: string;
}

/**
 * Writes the words into the draft, then the decision: were the window to close in between, the suggestion
 * would still wait. The toast takes back both. Answers whether all of it was saved.
 */
export async function acceptInto(
  readDraft: () => DraftSteps,
  { suggestions, steps, note, told }: Acceptance,
): Promise<boolean> {
  const draft = readDraft();
  const before = new Map(draft.sop.draftSteps.map((step) => [step.id, step]));
  const changed = steps.filter((step) => !hasSameWords(step, before.get(step.id) ?? step));
  if (changed.length > 0) {
    draft.changeSteps(changed);
    if (!(await draft.flush())) return false;
  }
  const saved = await acceptSuggestions(suggestions, note);
  if (!saved.ok) {
    announceFailure(saved.error);
    return false;
  }
  const { undo } = saved.value;
  showToast({
    title: told,
    action: {
      label: t('log.undoAction'),
      onSelect: () => void undoAll(undo, () => putBack(readDraft(), changed, before)),
    },
  });
  return true;
}

async function undoAll(undo: Parameters<typeof takeBack>[0], putWordsBack: () => void) {
  if (await takeBack(undo)) putWordsBack();
}

/** Words that were written over meanwhile stay. */
function putBack(
  { sop, changeSteps, flush }: DraftSteps,
  written: readonly Step[],
  before: ReadonlyMap<string, Step>,
): void {
  const steps = written.flatMap((step) => {
    const now = sop.draftSteps.find(({ id }) => id === step.id);
    const was = before.get(step.id);
    if (!now || !was || !hasSameWords(now, step)) return [];
    return [{ ...now, title: was.title, how: was.how, why: was.why }];
  });
  if (steps.length === 0) return;
  changeSteps(steps);
  void flush();
}

const hasSameWords = (a: StepWords, b: StepWords): boolean =>
  STEP_WORDS.every((word) => a[word] === b[word]);

/** Why several cannot be accepted as they are, in one go. */
export type TogetherProblem = 'noProposal' | 'gone' | 'clash';

/** The steps as several suggestions together would have them, or why somebody must look at each. */
export function stepsTogether(
  suggestions: readonly Suggestion[],
  draftSteps: readonly Step[],
): readonly Step[] | TogetherProblem {
  const steps = new Map<string, Step>();
  const taken = new Set<string>();
  for (const suggestion of suggestions) {
    const held = draftSteps.find(({ id }) => id === suggestion.stepId);
    const proposed = proposedWords(suggestion);
    const words = STEP_WORDS.filter((word) => proposed[word] !== null);
    if (words.length === 0) return 'noProposal';
    if (!held) return 'gone';
    for (const word of words) {
      const place = `${word} ${held.id}`;
      if (taken.has(place)) return 'clash';
      taken.add(place);
    }
    const step = steps.get(held.id) ?? held;
    steps.set(held.id, { ...step, ...withProposal(step, suggestion) });
  }
  return [...steps.values()];
}
