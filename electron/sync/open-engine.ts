import type { Engine, EngineOptions } from './engine.ts';

/** Opens every workspace below `options.dir`; fails only where that folder cannot be used at all. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  throw new Error(`The engine for ${options.dir} is being written.`);
}
