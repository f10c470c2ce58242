import { DISK_LIMITS, DiskSpace, type DiskLimits } from './disk-space.ts';
import { PATIENCE, type Patience } from './endpoint/exchange.ts';
import { type FindReceivers, findReceivers } from './endpoint/find-receiver.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { OutlogEngine } from './outlog-engine.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { type Machine, thisMachine } from './outages/machine.ts';
import { workspacesDirectory } from './workspace.ts';

/** What tests replace. */
export interface EngineFaults {
  readonly fs?: FileSystem;
  readonly diskLimits?: DiskLimits;
  /** False: nothing happens but what is called for, no timers and no watching of folders. */
  readonly isActive?: boolean;
  /** Null: the network is not asked. */
  readonly findReceivers?: FindReceivers | null;
  readonly patience?: Patience;
  readonly machine?: Machine;
}

/**
 * Opens the engine below `options.dir`. Workspaces open when they are first asked for, and begin to
 * sync soon after. Rejects only where the folder cannot be used at all.
 */
export async function openEngine(
  options: EngineOptions,
  {
    fs = nodeFileSystem,
    diskLimits = DISK_LIMITS,
    isActive = true,
    findReceivers: find = isActive ? findReceivers : null,
    patience = PATIENCE,
    machine = thisMachine,
  }: EngineFaults = {},
): Promise<Engine> {
  const directory = workspacesDirectory(options.dir);
  await fs.mkdir(directory, { recursive: true });
  const disk = new DiskSpace(fs, directory, diskLimits);
  const engine = new OutlogEngine(
    { options, fs, disk, isActive, machine, findReceivers: find, patience },
    directory,
  );
  await engine.open();
  return engine;
}
