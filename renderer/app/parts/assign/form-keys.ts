import type { KeyboardEvent } from 'react';

/** Ctrl+Enter, with Shift or without, from any field of a form. */
export function onCtrlEnter(event: KeyboardEvent, act: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  act();
}

/** Takes the keyboard to the first field that is wrong. */
export function focusFirstError(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus();
}
