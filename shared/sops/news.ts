import type { SopVersion } from './sop.ts';

/** What somebody has not read of a procedure that they have run. */
export interface SopNews {
  /** The newest version that they know. */
  readonly from: SopVersion;
  /** The version in force. */
  readonly to: SopVersion;
  /** Those after `from`, up to `to`; newest first. */
  readonly versions: readonly SopVersion[];
}

/**
 * What is new in the version in force to somebody who knows the versions `knownIds`: those that they have
 * run or said to have read. Null where nothing is, and where they know none: to a beginner all is new, and
 * the checklist itself says it. `versions` newest first.
 */
export function newsOf(
  versions: readonly SopVersion[],
  inForce: SopVersion,
  knownIds: ReadonlySet<string>,
): SopNews | null {
  const from = versions.find(({ id, number }) => number <= inForce.number && knownIds.has(id));
  if (!from || from.id === inForce.id) return null;
  if (versions.some(({ id, number }) => number > inForce.number && knownIds.has(id))) return null;
  return {
    from,
    to: inForce,
    versions: versions.filter(({ number }) => number > from.number && number <= inForce.number),
  };
}
