import { randomBytes } from 'node:crypto';
import { openEngine } from '../../electron/sync/open-engine.ts';

/** Laid into the source of an earlier version and run there: leaves a profile behind, and says what is in it. */
const APPENDS = 40;
const EDITS_AN_APPEND = 5;

const [dir = ''] = process.argv.slice(2);
const engine = await openEngine({
  dir,
  protector: { kind: 'plain-file', seal: (secret) => secret, open: (sealed) => sealed },
  nowMs: Date.now,
  random: (count) => new Uint8Array(randomBytes(count)),
  onStatus: () => undefined,
  onIncoming: () => undefined,
});
const created = await engine.createWorkspace({
  name: 'Cedar Lane Shop',
  memberName: 'Inês Prado',
  timeZone: 'Europe/Lisbon',
});
if (!created.ok) throw new Error(created.error.code);
const { id: workspace, seats } = created.value;
const memberId = seats[0]?.memberId ?? '';
for (let done = 0; done < APPENDS; done += 1) {
  const edits = Array.from({ length: EDITS_AN_APPEND }, (_, at) => ({
    audience: `m-${memberId}` as const,
    type: 'deliverable',
    id: `202611-entry${done * EDITS_AN_APPEND + at}`,
    fields: { title: 'Product uploads', quantity: at + 1, completedAtMs: 1_763_000_000_000 + done },
  }));
  const appended = await engine.append({ workspace, memberId, edits });
  if (!appended.ok) throw new Error(appended.error.code);
  // Some of it sealed into batches, the rest in the journal alone.
  if (done === APPENDS / 2) await engine.sendNow(workspace);
}
const heads = await engine.heads(workspace);
await engine.close();
process.stdout.write(`\n${JSON.stringify({ workspace, heads: heads.ok ? heads.value : [] })}\n`);
