import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { useUndoStack } from '../../../renderer/services/undo.ts';

/** Does something and waits until it can be taken back, which is later than it shows. */
export async function untilUndoable(act: () => Promise<void>): Promise<void> {
  const { stack } = useUndoStack.getState();
  await act();
  await waitFor(() => expect(useUndoStack.getState().stack.at(-1)).not.toBe(stack.at(-1)));
}
