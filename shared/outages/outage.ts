import { flagOf, instantOf, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

export const OUTAGE_KINDS = ['power', 'connection'] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

/** `told`: nothing in the program could see it, the member says so. */
const SEEN_BY = ['unclean-stop', 'unreachable-target', 'told'] as const;
export type OutageSeenBy = (typeof SEEN_BY)[number];

/** The member's word: `outage` it was one, `none` it was none. */
const VERDICTS = ['outage', 'none'] as const;
export type OutageVerdict = (typeof VERDICTS)[number];

/** Why it was, for whoever explains it. */
export const OUTAGE_REASONS = [
  'power-cut',
  'internet-down',
  'storm',
  'computer',
  'planned',
  'other',
] as const;
export type OutageReason = (typeof OUTAGE_REASONS)[number];

/**
 * A gap in a member's power or connection. Record type `outage`, id by `outageId`, audience
 * `m-<member>`; only the member writes it. Its times are never edited: where they are wrong the member
 * says that it was none, and tells another.
 */
export interface Outage {
  readonly id: string;
  readonly memberId: string;
  readonly kind: OutageKind;
  /** UTC ms. */
  readonly fromMs: number;
  /** UTC ms; null while it lasts. */
  readonly toMs: number | null;
  readonly seenBy: OutageSeenBy;
  /** The program saw what leaves no doubt: the computer restarted, or had no network at all. */
  readonly isSure: boolean;
  readonly verdict: OutageVerdict | null;
  readonly reason: OutageReason | null;
  readonly note: string;
}

/** The same gap is the same record, however often it is noticed. What is told stays apart from what was seen. */
export const outageId = (kind: OutageKind, seenBy: OutageSeenBy, fromMs: number): string =>
  `${seenBy === 'told' ? 'told-' : ''}${kind}-${fromMs}`;

/** A shorter gap is ordinary: a restart, a train in a tunnel. */
export const SHORTEST_OUTAGE_MS = 5 * 60_000;
/** A longer one is an absence, which calendars know as holidays. It counts for nothing. */
export const LONGEST_OUTAGE_MS = 31 * 86_400_000;

/** Null where it was taken back, or has no times that can be: no version of the program writes such a one. */
export function outageFrom({ id, audience, fields }: RecordState): Outage | null {
  const kind = OUTAGE_KINDS.find((each) => each === fields['kind']);
  const seenBy = SEEN_BY.find((each) => each === fields['seenBy']);
  const fromMs = instantOf(fields, 'fromMs');
  const toMs = instantOf(fields, 'toMs');
  if (flagOf(fields, 'deleted')) return null;
  if (!kind || !seenBy || fromMs === null || (toMs !== null && toMs <= fromMs)) return null;
  return {
    id,
    memberId: audienceMember(audience) ?? '',
    kind,
    fromMs,
    toMs,
    seenBy,
    isSure: flagOf(fields, 'isSure'),
    verdict: VERDICTS.find((each) => each === fields['verdict']) ?? null,
    reason: OUTAGE_REASONS.find((each) => each === fields['reason']) ?? null,
    note: textOf(fields, 'note'),
  };
}

/** What the program saw, as it is first written down. */
export const seenOutageFields = ({
  kind,
  seenBy,
  fromMs,
  toMs,
  isSure,
}: Pick<Outage, 'kind' | 'seenBy' | 'fromMs' | 'toMs' | 'isSure'>): Fields => ({
  kind,
  seenBy,
  fromMs,
  toMs,
  isSure,
});
