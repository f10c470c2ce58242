import { seededRandom } from '#shared/random';
import { newId } from '#shared/ids';
import type { Edit } from '#shared/stream/change';
import type { Engine } from '../../electron/sync/engine.ts';
import { must } from '../faults/served-desk.ts';

const WORK = [
  'Product uploads',
  'Invoices booked',
  'Tickets answered',
  'Returns settled',
  'Leads researched',
  'Listings checked',
];
const WORDS =
  'supplier sent the wrong size chart again so half of the pictures had to be asked for twice and two variants wait for a price from the client who is travelling until Thursday and answers late'.split(
    ' ',
  );
const EDITS_A_CALL = 100;
const WORKED_MS = 7 * 60_000;

/** What a team logs in weeks without a connection; the same for the same seed. */
export function offlineEntries(memberId: string, count: number, seed: number): readonly Edit[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const note = Array.from({ length: random.whole(0, 12) }, () => random.pick(WORDS)).join(' ');
    const doneAtMs = Date.UTC(2026, 10, 2, 8) + i * WORKED_MS + random.whole(0, 59_999);
    return {
      audience: `m-${memberId}` as const,
      type: 'deliverable',
      id: `202611-${newId((size) => random.bytes(size))}`,
      fields: {
        title: random.pick(WORK),
        quantity: random.whole(1, 40),
        errors: random.whole(0, 3),
        minutes: random.whole(2, 90),
        doneAtMs,
        workDay: new Date(doneAtMs).toISOString().slice(0, 10),
        outcomeId: `outcome${random.whole(1, 12)}`,
        reference: `S-${random.whole(10_000, 99_999)}`,
        ...(note !== '' && { note }),
      },
    };
  });
}

export async function writeOffline(
  engine: Engine,
  workspace: string,
  memberId: string,
  entries: readonly Edit[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += EDITS_A_CALL) {
    const edits = entries.slice(at, at + EDITS_A_CALL);
    must(await engine.append({ workspace, memberId, edits }));
  }
}
