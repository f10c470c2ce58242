import { flagOf, numberOf, textOf } from '#shared/record-fields';
import { audienceMember, isAudience } from '#shared/stream/change';
import type { StrangerTest } from '#shared/metrics/sop-strangers';
import { strangerTest } from '#shared/metrics/sop-strangers';
import { currentProjection } from './current.ts';
import { keyAudience } from './record-key.ts';

/** Whether anybody, one person or several have finished a procedure; who, where it is one. */
export interface WhoCanRun {
  readonly test: StrangerTest;
  /** The one person; empty in other cases. */
  readonly memberId: string;
}

/** Runs looked at together until one of a member is a finished one. */
const LOOKED_AT = 8;

/**
 * The stranger test of many SOPs at once. Reads the keys of their runs, and of each member's runs only
 * until one is found that was finished.
 */
export async function whoCanRun(
  sopIds: readonly string[],
): Promise<ReadonlyMap<string, WhoCanRun>> {
  const runs = currentProjection().runs;
  const everRun = new Set((await runs.orderBy('fields.sopId').uniqueKeys()).map(String));
  const found = new Map<string, WhoCanRun>();
  for (const sopId of sopIds) {
    const keys = everRun.has(sopId)
      ? await runs.where('fields.sopId').equals(sopId).primaryKeys()
      : [];
    const finishers = await finishersAmong(keys);
    const test = strangerTest(finishers.length);
    found.set(sopId, { test, memberId: test === 'onePerson' ? (finishers[0] ?? '') : '' });
  }
  return found;
}

/** The members who finished one of these runs; after the second one nobody else is looked for. */
async function finishersAmong(keys: readonly string[]): Promise<readonly string[]> {
  const byMember = new Map<string, string[]>();
  for (const key of keys) {
    const memberId = memberOf(key);
    const held = byMember.get(memberId);
    if (held) held.push(key);
    else byMember.set(memberId, [key]);
  }
  const finishers: string[] = [];
  for (const [memberId, own] of byMember) {
    if (await hasFinished(own)) finishers.push(memberId);
    if (finishers.length === 2) break;
  }
  return finishers;
}

async function hasFinished(keys: readonly string[]): Promise<boolean> {
  for (let from = 0; from < keys.length; from += LOOKED_AT) {
    const rows = await currentProjection().runs.bulkGet(keys.slice(from, from + LOOKED_AT));
    const isFinished = rows.some(
      (row) =>
        row && numberOf(row.fields, 'finishedAtMs') !== null && !flagOf(row.fields, 'deleted'),
    );
    if (isFinished) return true;
  }
  return false;
}

function memberOf(key: string): string {
  const audience = keyAudience(key);
  return (isAudience(audience) && audienceMember(audience)) || '';
}

/** Who began which procedures since an instant, by procedure. Reads runs, and not their answers. */
export async function runnersSince(
  sinceMs: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const runners = new Map<string, Set<string>>();
  await currentProjection().runs.each(({ fields, memberId }) => {
    const startedAtMs = numberOf(fields, 'startedAtMs') ?? 0;
    if (startedAtMs < sinceMs || startedAtMs === 0 || flagOf(fields, 'deleted')) return;
    const sopId = textOf(fields, 'sopId');
    const known = runners.get(sopId);
    if (known) known.add(memberId);
    else runners.set(sopId, new Set([memberId]));
  });
  return runners;
}
