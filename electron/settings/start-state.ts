import { app } from 'electron';
import type { Settings, StartState, WorkspaceEntry } from '#shared/ipc';
import { devDependencies } from '../../package.json';
import type { Engine, KeyProtector } from '../sync/engine.ts';

const PLATFORMS: Readonly<Record<string, StartState['platform']>> = {
  linux: 'linux',
  win32: 'win32',
  darwin: 'darwin',
};

const majorOf = (version: string): string => version.split('.', 1)[0] ?? '';

/** What was open last; without it, the first there is. */
function lastOpen(engine: Engine, settings: Settings): WorkspaceEntry | undefined {
  const workspaces = engine.workspaces();
  return workspaces.find(({ id }) => id === settings.workspace) ?? workspaces[0];
}

/** Opens what the first screen will ask for. What fails is tried again, and told, when it asks. */
export async function openLast(engine: Engine, settings: Settings): Promise<void> {
  const last = lastOpen(engine, settings);
  if (last) await engine.heads(last.id);
}

/** Everything that the window's first screen asks of the main process, in one answer. */
export async function startState(
  engine: Engine,
  settings: Settings,
  protector: KeyProtector,
): Promise<StartState> {
  const last = lastOpen(engine, settings);
  const heads = last === undefined ? null : await engine.heads(last.id);
  return {
    appVersion: app.getVersion(),
    electronVersion: process.versions.electron,
    platform: PLATFORMS[process.platform] ?? 'other',
    isFallbackRuntime: majorOf(process.versions.electron) !== majorOf(devDependencies.electron),
    workspaces: engine.workspaces(),
    settings,
    // Where heads cannot be read the window's own question meets the failure, and shows it.
    heads: heads?.ok === true ? heads.value : [],
    keyProtection: protector.kind,
  };
}
