import type { IpcFailure } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Audience, Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { bridge } from '../bridge.ts';
import { openDatabase } from '../data/current.ts';
import { InTurn } from '../data/in-turn.ts';
import type { Projection } from '../data/projection.ts';
import { receiptsFor } from '../data/receipts.ts';
import type { Cursor } from '../data/stored.ts';
import { useSession } from '../state/session.ts';
import { announceFailure } from './announce.ts';
import { now } from './clock.ts';
import { saveAs } from './save.ts';

/**
 * Tells the writers of other streams how far they have been imported, and begins to send it. A receipt is never
 * acknowledged, so two sides do not answer each other for ever. Answers how many were written.
 */
export async function acknowledge(): Promise<Result<number, IpcFailure>> {
  return await acknowledging.run(acknowledgeOnce);
}

/**
 * The same where nobody waits for it: of hundreds of people it takes longer than the figures that they came
 * for. What cannot be written is told, stays due, and the next catch-up looks again.
 */
export async function acknowledgeAside(): Promise<void> {
  try {
    const written = await acknowledge();
    if (!written.ok) announceFailure(written.error);
  } catch {
    // It closed meanwhile.
  }
}

/** Two at once would both find the same receipts due. */
const acknowledging = new InTurn();

async function acknowledgeOnce(): Promise<Result<number, IpcFailure>> {
  const { workspace, memberId, seat } = useSession.getState();
  const db = openDatabase();
  if (!workspace || !db) return ok(0);
  const edits = await receiptsDue(db, memberId, seat).catch(() => {
    // It closed while it was read: what is due stays due, and the next catch-up looks again.
    return [];
  });
  if (edits.length === 0 || openDatabase() !== db) return ok(0);
  const saved = await saveAs({ workspace, memberId }, edits);
  if (!saved.ok) return saved;
  void sendAside(workspace.id);
  return ok(edits.length);
}

/**
 * Nobody waits for it: for hundreds of people it takes longer than what they came for. Where the folder cannot
 * be reached, receipts wait with everything else.
 */
async function sendAside(workspace: string): Promise<void> {
  try {
    await bridge.sendNow({ workspace });
  } catch {
    // It closed meanwhile: what waits goes at the next start.
  }
}

async function receiptsDue(db: Projection, memberId: string, seat: Seat): Promise<Edit[]> {
  const cursors = await db.cursors.toArray();
  const others = cursors.filter((cursor) => !cursor.isOwn && cursor.memberId !== memberId);
  const receipts = await receiptsFor(
    others.map(({ key }) => key),
    db,
  );
  const covered = new Map(
    receipts.filter((each) => each.memberId === memberId).map((each) => [each.streamKey, each.seq]),
  );
  return others
    .filter(({ key, substantiveSeq }) => substantiveSeq > (covered.get(key) ?? 0))
    .map((cursor) => receiptFor(cursor, memberId, seat));
}

const receiptFor = ({ key, seq, h, audience }: Cursor, memberId: string, seat: Seat): Edit => ({
  audience: receiptAudience(audience, memberId, seat),
  type: 'receipt',
  id: `${key}.${memberId}`,
  fields: { streamKey: key, memberId, seq, h, atMs: now() },
});

/** An audience that both the stream's writer and this member read. */
function receiptAudience(covered: Audience, memberId: string, seat: Seat): Audience {
  if (covered !== 'team') return covered;
  return seat === 'assistant' ? memberAudience(memberId) : 'managers';
}
