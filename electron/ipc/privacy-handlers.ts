import path from 'node:path';
import { type BrowserWindow, app } from 'electron';
import { ok } from '#shared/result';
import type { Log } from '../log.ts';
import type { Engine } from '../sync/engine.ts';
import type { Handlers } from './answer-call.ts';
import { LOG_FILES, askWhereToSave } from './dialogs.ts';
import { programLine } from './program-line.ts';
import { saveBytes } from './save-files.ts';

interface PrivacyNeeds {
  readonly window: BrowserWindow;
  readonly engine: Promise<Engine>;
  readonly log: Log;
}

type PrivacyCall =
  | 'unsentChanges'
  | 'storedPlaces'
  | 'problemLog'
  | 'saveProblemLog'
  | 'notePageProblem';

/** What this computer keeps and what will leave it, for the person whom it is about. */
export function privacyHandlers({
  window,
  engine,
  log,
}: PrivacyNeeds): Pick<Handlers, PrivacyCall> {
  const problems = (): string => `${programLine()}\n${log.read()}`;
  return {
    unsentChanges: async ({ workspace }) => (await engine).unsentChanges(workspace),
    storedPlaces: async () => {
      const dir = app.getPath('userData');
      return ok([
        { what: 'journal', path: path.join(dir, 'workspaces') },
        { what: 'database', path: path.join(dir, 'IndexedDB') },
        { what: 'settings', path: path.join(dir, 'settings.json') },
        { what: 'log', path: path.join(dir, 'logs') },
      ]);
    },
    problemLog: async () => ok({ text: problems() }),
    saveProblemLog: async () => {
      const target = await askWhereToSave(window, 'saveLog', 'outlog-problems.txt', LOG_FILES);
      return target.ok ? saveBytes(target.value, new TextEncoder().encode(problems())) : target;
    },
    notePageProblem: async ({ error, places }) => {
      log.warn('page-problem', { error, places: places.split('\n').join(' | ') });
      return ok(null);
    },
  };
}
