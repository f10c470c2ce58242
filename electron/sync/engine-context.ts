import type { DiskSpace } from './disk-space.ts';
import type { Patience } from './endpoint/exchange.ts';
import type { FindReceivers } from './endpoint/find-receiver.ts';
import type { EngineOptions } from './engine.ts';
import type { FileSystem } from './file-system.ts';
import type { Machine } from './outages/machine.ts';

/** What every part of the engine shares. */
export interface EngineContext {
  /** Looks for receivers on the network; null where that is not to happen. */
  readonly findReceivers: FindReceivers | null;
  /** How long a receiver may take. */
  readonly patience: Patience;
  readonly options: EngineOptions;
  readonly fs: FileSystem;
  readonly disk: DiskSpace;
  /** Whether workspaces sync by themselves, or only when they are told to. */
  readonly isActive: boolean;
  readonly machine: Machine;
}
