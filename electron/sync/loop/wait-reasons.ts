import type { WaitReason } from '#shared/ipc';
import type { TargetProblem } from '../target.ts';

/** Nothing is waited for: what is refused is tried again when somebody asks, or at the next start. */
const SETTLED: ReadonlySet<WaitReason> = new Set(['none', 'no-folder', 'refused']);
/** Waits that are over as soon as the target can be read again. */
const AWAY: ReadonlySet<WaitReason> = new Set<TargetProblem>([
  'folder-unreachable',
  'offline',
  'not-outlog',
  'receiver-busy',
  'receiver-wrong',
  'unauthorized',
  'revoked',
]);

export const isSettled = (reason: WaitReason): boolean => SETTLED.has(reason);

export const isAway = (reason: WaitReason): reason is TargetProblem => AWAY.has(reason);
