import type { Handlers } from './answer-call.ts';

/** What the quick-log window may ask: who is here, to write, and to be put away. Everything else is refused. */
export type QuickLogHandlers = Pick<Handlers, 'start' | 'append' | 'closeQuickLog'>;

/**
 * What it writes goes into the journal, as everybody's; its page never touches the database. The main
 * window is told (`onAppended`) and merges it as what it lacks; without one, the next start does.
 */
export const quickLogHandlers = (
  { start, append, closeQuickLog }: Handlers,
  onAppended: (workspace: string) => void,
): QuickLogHandlers => ({
  start,
  closeQuickLog,
  append: async (input) => {
    const appended = await append(input);
    if (appended.ok) onAppended(input.workspace);
    return appended;
  },
});
