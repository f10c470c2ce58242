import type { Member } from '../plan/member.ts';
import type { Outcome } from '../plan/outcome.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Run } from './run.ts';
import type { Sop, SopVersion } from './sop.ts';

/** What a member knows of a procedure's version in force. */
export type ReaderState =
  /** They have run it since it is there. */
  | { readonly kind: 'ran'; readonly atMs: number }
  | { readonly kind: 'read'; readonly atMs: number }
  /** They know an older version. */
  | { readonly kind: 'behind'; readonly number: number; readonly lastRunMs: number | null }
  /** They know none: they read it as they run it. */
  | { readonly kind: 'new' };

export interface Reader {
  readonly memberId: string;
  readonly state: ReaderState;
}

/**
 * Whom a procedure concerns: those who work for its outcome; without one, those who work for an outcome of
 * its role; without either, every assistant. Nobody who has left.
 */
export function concernedBy(
  { outcomeId, roleId }: Pick<Sop, 'outcomeId' | 'roleId'>,
  members: readonly Member[],
  outcomes: readonly Outcome[],
): readonly Member[] {
  const here = members.filter(({ isGone }) => !isGone);
  const served = outcomes.filter(
    (outcome) =>
      !outcome.isArchived &&
      (outcomeId === '' ? roleId !== '' && outcome.roleId === roleId : outcome.id === outcomeId),
  );
  if (outcomeId === '' && roleId === '') return here.filter(({ seat }) => seat === 'assistant');
  const ids = new Set(
    served.flatMap(({ memberIds, ownerId, standInId }) => [...memberIds, ownerId, standInId]),
  );
  return here.filter(({ id }) => ids.has(id));
}

/** Who knows the version in force, and how; those who do not first. `versions` in any order. */
export function readersOf(
  concerned: readonly Member[],
  versions: readonly SopVersion[],
  inForce: SopVersion,
  { runs, read }: { readonly runs: readonly Run[]; readonly read: readonly Acknowledgement[] },
): readonly Reader[] {
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  return concerned
    .map(({ id: memberId }) => {
      const own = runs.filter((run) => run.memberId === memberId && run.startedAtMs > 0);
      const ownRead = read.filter((each) => each.memberId === memberId);
      return { memberId, state: stateOf(own, ownRead, inForce, numbers) };
    })
    .toSorted((a, b) => ORDER[a.state.kind] - ORDER[b.state.kind]);
}

const ORDER: Readonly<Record<ReaderState['kind'], number>> = { behind: 0, new: 1, read: 2, ran: 3 };

function stateOf(
  runs: readonly Run[],
  read: readonly Acknowledgement[],
  inForce: SopVersion,
  numbers: ReadonlyMap<string, number>,
): ReaderState {
  const isCurrent = (versionId: string): boolean => (numbers.get(versionId) ?? 0) >= inForce.number;
  const ran = runs.filter(({ versionId }) => isCurrent(versionId));
  if (ran.length > 0) return { kind: 'ran', atMs: latest(ran.map((run) => run.startedAtMs)) };
  const known = read.filter(({ versionId }) => isCurrent(versionId));
  if (known.length > 0) return { kind: 'read', atMs: latest(known.map(({ atMs }) => atMs)) };
  const older = [...runs, ...read].flatMap(({ versionId }) => numbers.get(versionId) ?? []);
  if (older.length === 0) return { kind: 'new' };
  return {
    kind: 'behind',
    number: latest(older),
    lastRunMs: runs.length > 0 ? latest(runs.map((run) => run.startedAtMs)) : null,
  };
}

const latest = (all: readonly number[]): number =>
  all.reduce((max, each) => Math.max(max, each), 0);
