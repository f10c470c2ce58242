import { sha256Hex } from '../imports/sha256.ts';

/** The deepest that one procedure runs inside others: what is deeper is a mistake, or a circle. */
export const DEEPEST_RUN = 8;

/**
 * The id of the run that a step begins: the same on every device, so that two that begin it at once begin
 * one. `attempt` counts the runs of this step that came before: one that was abandoned is left as it is.
 */
export const nestedRunId = (parentRunId: string, stepId: string, attempt: number): string =>
  `n-${sha256Hex(['outlog-nested-v1', parentRunId, stepId, attempt].join('\0')).slice(0, 24)}`;
