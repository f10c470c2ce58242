import { z } from 'zod';
import { type Audience, GENESIS_HASH, isAudience } from '#shared/stream/change';
import { CLOCK_ZERO, type Clock, parseHlc, receive } from '#shared/stream/clock';

/**
 * What the local store holds of one stream, and how it hangs together. A stream is one chain of
 * changes; only a cloned device makes it branch, and then every branch is kept and read.
 */
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const batchSchema = z.object({
  /** Below the stream's directory: `<yyyymm>/<name>`. */
  path: z.string(),
  first: z.int().positive(),
  last: z.int().positive(),
  prevChain: hex64,
  chain: hex64,
  sha256: hex64,
  lastHlc: z.string(),
});

const branchSchema = z.object({
  /** Tells branches apart: empty for the first that came, else from where it leaves the others. */
  mark: z.string(),
  seq: z.int().nonnegative(),
  h: hex64,
  /** Which batch gives which changes: [index in `batches`, first, last]. */
  pieces: z.array(z.tuple([z.int(), z.int(), z.int()])),
});

const indexSchema = z.object({
  v: z.literal(1),
  stream: z.string().regex(/^[0-9a-f]{32}$/),
  epoch: z.string().regex(/^[0-9a-f]{8}$/),
  audience: z.custom<Audience>((value) => typeof value === 'string' && isAudience(value)),
  member: z.string(),
  keyId: hex64,
  batches: z.array(batchSchema),
  branches: z.array(branchSchema).min(1),
  /** Batches that wait for others before them: indexes in `batches`. */
  waiting: z.array(z.int()),
  forks: z.array(z.object({ name: z.string(), seenAtMs: z.number() })),
});

export type IndexedBatch = z.infer<typeof batchSchema>;
export type Branch = z.infer<typeof branchSchema>;
export type StreamIndex = z.infer<typeof indexSchema>;

export type StreamOrigin = Pick<StreamIndex, 'stream' | 'epoch' | 'audience' | 'member' | 'keyId'>;

export const newIndex = ({
  stream,
  epoch,
  audience,
  member,
  keyId,
}: StreamOrigin): StreamIndex => ({
  v: 1,
  stream,
  epoch,
  audience,
  member,
  keyId,
  batches: [],
  branches: [{ mark: '', seq: 0, h: GENESIS_HASH, pieces: [] }],
  waiting: [],
  forks: [],
});

/** Null where the text is no index that hangs together: it is then rebuilt from the batches. */
export function parseIndex(text: string): StreamIndex | null {
  try {
    const parsed = indexSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const mainBranch = ({ branches }: StreamIndex): Branch => {
  const [main] = branches;
  if (!main) throw new Error('A stream index has no branch.');
  return main;
};

/** The greatest clock among a stream's batches: whatever this device writes next must be later. */
export const latestClock = ({ batches }: StreamIndex): Clock =>
  batches.reduce(
    (clock, { lastHlc }) => receive(clock, parseHlc(lastHlc) ?? CLOCK_ZERO),
    CLOCK_ZERO,
  );

export interface Gap {
  readonly firstMissing: number;
  readonly lastMissing: number;
}

/**
 * The holes before the batches that wait. One whose place is taken waits for a branch of which this much is
 * missing: the change right before it, that nobody has sent.
 */
export function gapsOf(index: StreamIndex): readonly Gap[] {
  const waiting = index.waiting
    .flatMap((each) => index.batches[each] ?? [])
    .toSorted((a, b) => a.first - b.first);
  const chains = new Set(waiting.map(({ chain }) => chain));
  const gaps: Gap[] = [];
  let known = Math.max(...index.branches.map(({ seq }) => seq));
  for (const { first, last, prevChain } of waiting) {
    const lastMissing = first - 1;
    if (lastMissing > known) gaps.push({ firstMissing: known + 1, lastMissing });
    else if (!chains.has(prevChain)) gaps.push({ firstMissing: lastMissing, lastMissing });
    known = Math.max(known, last);
  }
  return gaps;
}
