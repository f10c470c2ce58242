import type { KeyboardEvent } from 'react';
import type { OutlineActs } from './outline-acts.ts';

/** Keys that act on a line from any field in it: Alt and an arrow move it. Answers whether one was taken. */
export function pressOnLine(event: KeyboardEvent, id: string, acts: OutlineActs): boolean {
  const direction = DIRECTIONS.get(event.key);
  if (!direction || !event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  acts.moveBy(id, direction);
  return true;
}

/** Keys in a line's title: Enter goes on with a new step, arrows go to the lines beside. */
export function pressInTitle(
  event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>,
  { id, isEmpty }: { readonly id: string; readonly isEmpty: boolean },
  acts: OutlineActs,
): void {
  if (event.nativeEvent.isComposing || event.altKey) return;
  const direction = DIRECTIONS.get(event.key);
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') {
    event.preventDefault();
    if (isCommand) acts.toggle(id);
    else if (event.shiftKey) acts.addSection(id);
    else acts.addStep(id);
  } else if (direction && !isCommand && !event.shiftKey) {
    event.preventDefault();
    acts.focusBeside(id, direction);
  } else if (event.key === 'Backspace' && isEmpty) {
    event.preventDefault();
    acts.removeBack(id);
  }
}

const DIRECTIONS: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);
