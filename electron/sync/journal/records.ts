import { isUnchecked } from '#shared/stream/batch-header';
import type { Audience, Change, Hlc } from '#shared/stream/change';
import { formatHlc, parseHlc, receive, CLOCK_ZERO, type Clock } from '#shared/stream/clock';

export const JOURNAL_VERSION = 1;

/** An own stream and how far it is written. */
export interface OwnHead {
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly member: string;
  readonly keyId: string;
  readonly seq: number;
  readonly h: string;
}

/** What one append adds to one stream. */
export interface JournalPart {
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly member: string;
  readonly keyId: string;
  readonly changes: readonly Change[];
}

/** A segment's first frame: everything that the segments before it add up to. */
export interface HeadFrame {
  readonly k: 'head';
  readonly v: number;
  readonly clock: Hlc;
  readonly streams: readonly OwnHead[];
}

/** One append: all of it is there after a crash, or nothing. */
export interface ChangesFrame {
  readonly k: 'changes';
  readonly parts: readonly JournalPart[];
}

export interface JournalState {
  readonly clock: Clock;
  /** By `streamKey`. */
  readonly streams: ReadonlyMap<string, OwnHead>;
}

export const EMPTY_STATE: JournalState = { clock: CLOCK_ZERO, streams: new Map() };

const keyOf = ({ stream, epoch }: { stream: string; epoch: string }): string =>
  `${stream}-${epoch}`;

/** The checksum vouches for what a frame holds, since only this program writes here; its kind is asked. */
export const isHeadFrame = (value: unknown): value is HeadFrame =>
  isUnchecked(value) && value['k'] === 'head' && Array.isArray(value['streams']);

export const isChangesFrame = (value: unknown): value is ChangesFrame =>
  isUnchecked(value) && value['k'] === 'changes' && Array.isArray(value['parts']);

export const headFrameOf = ({ clock, streams }: JournalState): HeadFrame => ({
  k: 'head',
  v: JOURNAL_VERSION,
  clock: formatHlc(clock),
  streams: [...streams.values()],
});

export const stateOfHead = ({ clock, streams }: HeadFrame): JournalState => ({
  clock: parseHlc(clock) ?? CLOCK_ZERO,
  streams: new Map(streams.map((head) => [keyOf(head), head])),
});

/** The state after `parts`, which continue their streams. */
export function advance(state: JournalState, parts: readonly JournalPart[]): JournalState {
  const streams = new Map(state.streams);
  let { clock } = state;
  for (const { changes, ...ref } of parts) {
    const last = changes.at(-1);
    if (!last) continue;
    streams.set(keyOf(ref), { ...ref, seq: last.seq, h: last.h });
    clock = receive(clock, parseHlc(last.hlc) ?? CLOCK_ZERO);
  }
  return { clock, streams };
}
