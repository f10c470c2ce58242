import type { Audience } from './stream/change.ts';

/** What lies on this computer of one own stream and is not at the target yet: the next batch, or more. */
export interface UnsentPart {
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly memberId: string;
  /** The device's public key. */
  readonly keyId: string;
  readonly first: number;
  readonly last: number;
  /** The changes as JSON lines, exactly as they will leave; of a long queue the first. */
  readonly lines: Uint8Array;
  /** Changes in `lines`; fewer than `last − first + 1` where there are more. */
  readonly count: number;
}

/** A place on this computer where the program keeps something. */
export interface StoredPlace {
  readonly what: 'journal' | 'database' | 'settings' | 'log';
  readonly path: string;
}
