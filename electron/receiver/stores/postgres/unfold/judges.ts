import type { Pool } from 'pg';
import { readAccessChanges } from '../list-batches.ts';
import { readServed } from '../served-workspaces.ts';
import type { Judge } from './judge.ts';
import { PlanFold } from './plan-fold.ts';

/** The judge of each workspace, kept up with what arrives. */
export class Judges {
  readonly #pool: Pool;
  readonly #held = new Map<string, { readonly fold: PlanFold; version: number }>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** By workspace; those that nobody has claimed have none. */
  async ofAll(workspaces: Iterable<string>): Promise<ReadonlyMap<string, Judge>> {
    const judges = new Map<string, Judge>();
    for (const workspace of new Set(workspaces)) {
      const judge = await this.#of(workspace);
      if (judge) judges.set(workspace, judge);
    }
    return judges;
  }

  async #of(workspace: string): Promise<Judge | null> {
    const held = this.#held.get(workspace) ?? (await this.#begin(workspace));
    if (!held) return null;
    const { version, changes } = await readAccessChanges(this.#pool, workspace, held.version);
    held.version = version;
    if (changes.length > 0) held.fold.add(changes);
    return held.fold.judge;
  }

  async #begin(workspace: string) {
    const served = await readServed(this.#pool, workspace);
    if (!served) return null;
    const held = { fold: new PlanFold(served), version: 0 };
    this.#held.set(workspace, held);
    return held;
  }
}
