import { useLayoutEffect } from 'react';
import type { Step } from '#shared/sops/step';
import { hasOpenDialog } from '../../ui/open-dialog.ts';
import type { RunSteps } from './use-run.ts';

interface RunKeysOptions {
  readonly moves: RunSteps;
  readonly isOwn: boolean;
  readonly isHeld: boolean;
  readonly onHold: () => void;
  readonly onBlock: () => void;
}

/** Set on the button that does what a step asks for: Space and Enter press it from wherever the focus is. */
export const STEP_ACT = 'data-step-act';

/**
 * A run by keyboard: Space or Enter does what the step asks for, digits choose, arrows move, S skips what
 * is optional, P stops and goes on, B says what blocks it. Fields that are typed in keep their keys, but
 * for Page Up and Page Down.
 */
export function useRunKeys(options: RunKeysOptions): void {
  // Before the step is painted: a key that answers what is seen must not fall between.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (hasOpenDialog()) return;
      const isTaken = isTyping(event) && !isLetterOfDate(event);
      const act = moveOf(event, options) ?? (isTaken ? null : actOf(event, options));
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

type Act = (() => void) | null;

function moveOf(event: KeyboardEvent, { moves }: RunKeysOptions): Act {
  const { key } = event;
  if (key === 'PageDown') return () => moves.move(1);
  if (key === 'PageUp') return () => moves.move(-1);
  if (isTyping(event)) return null;
  const isRadio = event.target instanceof HTMLInputElement;
  if (key === 'ArrowRight' || (key === 'ArrowDown' && !isRadio)) return () => moves.move(1);
  if (key === 'ArrowLeft' || (key === 'ArrowUp' && !isRadio)) return () => moves.move(-1);
  return null;
}

function actOf(
  event: KeyboardEvent,
  { moves, isOwn, isHeld, onHold, onBlock }: RunKeysOptions,
): Act {
  if (!isOwn) return null;
  const key = event.key.toLowerCase();
  if (key === 'p') return onHold;
  if (isHeld) return null;
  if (key === 'b') return onBlock;
  if (!moves.at) return null;
  const { step, answer, isRequired } = moves.at;
  if (key === 's' && !isRequired) return moves.skip;
  if (key === 'o' && step.kind === 'link') return () => press('[data-opens-link]');
  if (step.kind === 'choice') return choiceAct(event, step, moves);
  if ((key !== ' ' && key !== 'enter') || isOnButton(event)) return null;
  // What is ticked keeps the time of its tick.
  return answer?.value === true ? () => moves.move(1) : () => press(`[${STEP_ACT}]`);
}

function choiceAct({ key }: KeyboardEvent, step: Step, moves: RunSteps): Act {
  if (key === 'Enter') return () => moves.move(1);
  const option = /^[1-9]$/.test(key) ? step.options[Number(key) - 1] : undefined;
  return option === undefined ? null : () => moves.say({ value: option });
}

const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();

/** A button that is in focus is pressed by its keys. */
const isOnButton = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest('button, a') !== null;

/** A date has no letters: its field leaves them to the run. */
const isLetterOfDate = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement && target.type === 'date' && /^[a-z]$/i.test(key);

const isTyping = ({ target }: KeyboardEvent): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'radio') return false;
  return (
    target.closest('input, textarea, select, [role="combobox"], [contenteditable="true"]') !== null
  );
};
