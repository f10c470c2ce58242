import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';
import { enterUndoScope } from '../../state/undo-scope.ts';
import { hasOpenDialog } from '../../ui/open-dialog.ts';
import type { SopDraft } from './use-sop-draft.ts';

/**
 * Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y for the draft: in its own fields, whose native undo knows nothing of
 * steps, and wherever nothing is typed. A field elsewhere on the page keeps its own.
 */
export function useUndoKeys(
  { undo, redo }: Pick<SopDraft, 'undo' | 'redo'>,
  writing: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => enterUndoScope({ undo, redo }), [undo, redo]);
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actOf(event);
      if (!act || event.isComposing || hasOpenDialog()) return;
      const { target } = event;
      if (isField(target) && !writing.current?.contains(target)) return;
      event.preventDefault();
      event.stopPropagation();
      (act === 'undo' ? undo : redo)();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [undo, redo, writing]);
}

function actOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]');
