import type { EvidenceStatus } from '#shared/ipc';

/** No file waits, comes or is missing. */
export const EVIDENCE_AT_REST: EvidenceStatus = {
  waitingCount: 0,
  waitingBytes: 0,
  waiting: 'none',
  isMoving: false,
  absentCount: 0,
  arrivingCount: 0,
  arrivedCount: 0,
};
