import { textOf } from '#shared/record-fields';
import { mergeChange, type RecordState } from '#shared/stream/merge';
import { isJoinProven } from '../../../../identity/join-proof.ts';
import type { AccessChange, ServedWorkspace } from '../../../receiver-store.ts';
import { Judge } from './judge.ts';

/**
 * Who may write what, read from the team's logs so that the order of their arrival decides nothing: what
 * may not be made yet waits for what allows it, and a revocation counts from the time that it names.
 */
export class PlanFold {
  readonly #served: ServedWorkspace;
  readonly #records = new Map<string, RecordState>();
  #waiting = new Map<string, AccessChange>();
  #judge: Judge;

  constructor(served: ServedWorkspace) {
    this.#served = served;
    this.#judge = new Judge(served.founderKey, []);
  }

  get judge(): Judge {
    return this.#judge;
  }

  /** What was told before may be told again. */
  add(changes: readonly AccessChange[]): void {
    for (const each of changes) this.#waiting.set(`${each.stream} ${each.change.h}`, each);
    for (let isMoving = true; isMoving;) {
      const left = [...this.#waiting].filter(([, each]) => !this.#take(each));
      isMoving = left.length < this.#waiting.size;
      if (isMoving) this.#judge = new Judge(this.#served.founderKey, this.#records.values());
      this.#waiting = new Map(left);
    }
  }

  /** False where it has to wait. */
  #take({ writer, stream, change }: AccessChange): boolean {
    if (this.#judge.refusalOf(writer, 'team', change) !== null) return false;
    const key = `${change.type} ${change.id}`;
    const known = this.#records.get(key);
    if (change.type === 'device' && !known && !this.#isProven(writer, change)) return true;
    this.#records.set(key, mergeChange(known, change, stream, 'team'));
    return true;
  }

  #isProven({ keyId, memberId }: AccessChange['writer'], { fields }: AccessChange['change']) {
    if (keyId === this.#served.founderKey) return true;
    const joining = { workspace: this.#served.workspace, memberId, keyId };
    return isJoinProven(textOf(fields, 'inviteKey'), textOf(fields, 'proof'), joining);
  }
}
