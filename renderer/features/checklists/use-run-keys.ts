import { useEffect } from 'react';
import type { Run } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import { hasOpenDialog } from '../../ui/open-dialog.ts';
import type { RunSteps } from './use-run.ts';

/**
 * A run by keyboard: Space or Enter ticks and goes on, digits choose, arrows move, S skips what is
 * optional. Fields that are typed in keep their keys.
 */
export function useRunKeys(run: Run, steps: RunSteps, isReadOnly: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isElsewhere(event)) return;
      const act = actOf(event, run, steps, isReadOnly);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function actOf(
  event: KeyboardEvent,
  run: Run,
  steps: RunSteps,
  isReadOnly: boolean,
): (() => void) | null {
  const { step } = steps;
  if (event.key === 'ArrowDown' || event.key === 'ArrowRight') return () => steps.move(1);
  if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') return () => steps.move(-1);
  if (!step || isReadOnly) return null;
  if ((event.key === 's' || event.key === 'S') && !step.isRequired) return () => void steps.skip();
  if (step.kind === 'tick' && (event.key === ' ' || event.key === 'Enter')) {
    // What is ticked keeps the time of its tick.
    const isTicked = run.answers.get(step.id)?.value === true;
    return isTicked ? () => steps.move(1) : () => void steps.answerAndGoOn(true);
  }
  if (step.kind !== 'choice') return null;
  if (event.key === 'Enter') return () => steps.move(1);
  const option = optionOf(event.key, step);
  return option === undefined ? null : () => void steps.answer(option);
}

const optionOf = (key: string, step: Step): string | undefined =>
  /^[1-9]$/.test(key) ? step.options[Number(key) - 1] : undefined;

/** Typing and dialogs have the keyboard to themselves; a button that is in focus is pressed, a radio keeps Space. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (hasOpenDialog()) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'radio') return key === ' ';
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return true;
  return (key === ' ' || key === 'Enter') && target.closest('button, a') !== null;
}
