import { ok } from '#shared/result';
import type { Outside } from '../outside.ts';
import type { Handlers } from './answer-call.ts';

type OutsideCalls = 'outsideState' | 'showTray' | 'showNotice' | 'openQuickLog' | 'closeQuickLog';

/** What the page asks of tray, notices and the quick-log window. */
export const outsideHandlers = (outside: Outside): Pick<Handlers, OutsideCalls> => ({
  outsideState: async () => ok(outside.state()),
  showTray: async (state) => {
    outside.showTray(state);
    return ok(null);
  },
  showNotice: async (notice) => {
    outside.showNotice(notice);
    return ok(null);
  },
  openQuickLog: async () => {
    outside.openQuickLog();
    return ok(null);
  },
  closeQuickLog: async () => {
    outside.closeQuickLog();
    return ok(null);
  },
});
