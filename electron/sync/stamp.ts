import { chainedHash } from '#shared/stream/chain';
import {
  type Audience,
  type Change,
  type Edit,
  GENESIS_HASH,
  streamKey,
} from '#shared/stream/change';
import { type Clock, formatHlc, receive, tick } from '#shared/stream/clock';
import { streamIdOf } from '#shared/stream/batch-format';
import { hashText } from './batch-tools.ts';
import type { JournalPart, JournalState, OwnHead } from './journal/records.ts';
import type { Seat } from './seat.ts';

/** How far an earlier epoch of a stream is known. */
export interface EpochEnd {
  readonly epoch: string;
  readonly seq: number;
  readonly h: string;
}

export interface Stamping {
  readonly seat: Seat;
  readonly edits: readonly Edit[];
  /** Audiences whose stream must exist afterwards, also without an edit. */
  readonly open?: readonly Audience[];
  readonly nowMs: number;
  /** The latest clock seen in anybody's changes: what is written now is later. */
  readonly seen: Clock;
  readonly isRetired: (streamKey: string) => boolean;
  /** Where the stream's last epoch ends, or null for one that never began. */
  readonly epochBefore: (stream: string) => EpochEnd | null;
  readonly newEpoch: () => string;
}

interface Growing {
  readonly head: Omit<OwnHead, 'seq' | 'h'>;
  seq: number;
  h: string;
  readonly changes: Change[];
}

type NewChange = Pick<Edit, 'type' | 'id' | 'fields'>;

/**
 * Turns edits into changes that continue the seat's streams. A stream begins with its device's record,
 * and a later epoch says which one it follows, so that every stream explains itself.
 */
export function stampEdits(state: JournalState, stamping: Stamping): readonly JournalPart[] {
  const streams = new Map<Audience, Growing>();
  let clock = receive(state.clock, stamping.seen);
  const add = (growing: Growing, { type, id, fields }: NewChange) => {
    clock = tick(clock, stamping.nowMs);
    extend(growing, clock, { type, id, fields });
  };
  const streamOf = (audience: Audience): Growing => {
    const known = streams.get(audience);
    if (known) return known;
    const growing = currentStream(state, stamping, audience);
    streams.set(audience, growing);
    if (growing.seq === 0) {
      for (const change of openingChanges(stamping, growing)) add(growing, change);
    }
    return growing;
  };
  for (const audience of stamping.open ?? []) streamOf(audience);
  for (const edit of stamping.edits) add(streamOf(edit.audience), edit);
  return [...streams.values()]
    .filter(({ changes }) => changes.length > 0)
    .map(({ head, changes }) => ({ ...head, changes }));
}

function extend(growing: Growing, clock: Clock, { type, id, fields }: NewChange): void {
  const unchained = { seq: growing.seq + 1, hlc: formatHlc(clock), type, id, fields };
  const h = chainedHash(hashText, growing.h, unchained);
  growing.changes.push({ ...unchained, h });
  growing.seq = unchained.seq;
  growing.h = h;
}

function currentStream(state: JournalState, stamping: Stamping, audience: Audience): Growing {
  const { keyId } = stamping.seat.key;
  const stream = streamIdOf(hashText, keyId, audience);
  const last = lastEpoch(state, stream);
  if (last && !stamping.isRetired(streamKey(last))) {
    const { seq, h, ...head } = last;
    return { head, seq, h, changes: [] };
  }
  const epoch = stamping.newEpoch();
  const head = { stream, epoch, audience, member: stamping.seat.memberId, keyId };
  return { head, seq: 0, h: GENESIS_HASH, changes: [] };
}

function openingChanges({ seat, epochBefore }: Stamping, { head }: Growing): readonly NewChange[] {
  const device = { type: 'device', id: seat.key.keyId, fields: seat.device };
  const before = epochBefore(head.stream);
  if (before === null) return [device];
  const fields = {
    stream: head.stream,
    epoch: head.epoch,
    previousEpoch: before.epoch,
    previousSeq: before.seq,
    previousH: before.h,
  };
  return [device, { type: 'epoch', id: streamKey(head), fields }];
}

/** Epochs stand in the order in which they began. */
function lastEpoch(state: JournalState, stream: string): OwnHead | null {
  let last: OwnHead | null = null;
  for (const head of state.streams.values()) if (head.stream === stream) last = head;
  return last;
}
