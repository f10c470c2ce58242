import type { Json } from '../json.ts';

/** Who may read a change: every member, one member and the managers, or the managers alone. */
export type Audience = 'team' | 'managers' | `m-${string}`;

export const memberAudience = (memberId: string): Audience => `m-${memberId}`;

/** The member an audience belongs to, or null for `team` and `managers`. */
export const audienceMember = (audience: Audience): string | null =>
  audience.startsWith('m-') ? audience.slice(2) : null;

export function isAudience(text: string): text is Audience {
  return text === 'team' || text === 'managers' || /^m-[a-z0-9-]{1,64}$/.test(text);
}

export type Fields = Readonly<Record<string, Json>>;

/** What a service asks for: set these fields of this record. The main process turns it into a change. */
export interface Edit {
  readonly audience: Audience;
  readonly type: string;
  readonly id: string;
  readonly fields: Fields;
}

/** Hybrid logical time, 12 hex digits of milliseconds and 4 of a counter: sorts as text. */
export type Hlc = string;

/**
 * One edit as it stands in a stream. `seq` counts from 1 without holes;
 * `h` = SHA-256(previous h ‖ RFC 8785 form of the change without `h`), in hex.
 */
export interface Change {
  readonly seq: number;
  readonly hlc: Hlc;
  readonly type: string;
  readonly id: string;
  readonly fields: Fields;
  readonly h: string;
}

/** The `h` before a stream's first change. */
export const GENESIS_HASH = '0'.repeat(64);

export const streamKey = (ref: { readonly stream: string; readonly epoch: string }): string =>
  `${ref.stream}-${ref.epoch}`;
