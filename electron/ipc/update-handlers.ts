import { ok } from '#shared/result';
import type { Updates } from '../updates/updates.ts';
import type { Handlers } from './answer-call.ts';

type UpdateCall = 'updateStatus' | 'lookForUpdates' | 'noteUnsaved';

/** The calls about newer versions. */
export const updateHandlers = (updates: Updates): Pick<Handlers, UpdateCall> => ({
  updateStatus: async () => ok(updates.status()),
  lookForUpdates: async () => ok(await updates.look()),
  noteUnsaved: async ({ count }) => {
    updates.noteUnsaved(count);
    return ok(null);
  },
});
