import type { RunFacts } from './sop-runs.ts';

/**
 * The stranger test: can somebody who did not write the procedure, or is not the one who always does it,
 * follow it to the end? Known only once a second person has. Counted are finished runs, by whoever
 * finished them; who only began one that a colleague finished has not shown it.
 */
export type StrangerTest = 'never' | 'onePerson' | 'passed';

export interface Strangers {
  readonly test: StrangerTest;
  /** Finished runs by member, as they came: no order of merit. */
  readonly finishedBy: ReadonlyMap<string, readonly RunFacts[]>;
}

/** `all`: the runs of one SOP, of every version. */
export function strangersOf(all: readonly RunFacts[]): Strangers {
  const finishedBy = new Map<string, RunFacts[]>();
  for (const facts of all) {
    const { memberId, finishedAtMs } = facts.run;
    if (finishedAtMs === null) continue;
    const held = finishedBy.get(memberId);
    if (held) held.push(facts);
    else finishedBy.set(memberId, [facts]);
  }
  return { test: strangerTest(finishedBy.size), finishedBy };
}

export const strangerTest = (memberCount: number): StrangerTest =>
  memberCount === 0 ? 'never' : memberCount === 1 ? 'onePerson' : 'passed';
