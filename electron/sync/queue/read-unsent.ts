import { changeLine } from '#shared/stream/chain';
import { GENESIS_HASH } from '#shared/stream/change';
import type { UnsentPart } from '#shared/unsent-changes';
import type { Workspace } from '../workspace.ts';

/** What one look shows of each stream: a day's work many times over. */
const SHOWN_CHANGES = 500;
const SHOWN_BYTES = 512 * 1024;

/** What is written here and not at the target yet, stream by stream, exactly as it will leave. */
export async function readUnsent(ws: Workspace): Promise<readonly UnsentPart[]> {
  const parts: UnsentPart[] = [];
  for (const [key, head] of ws.journal.state.streams) {
    const sent = ws.delivery.sent.get(key) ?? { seq: 0, h: GENESIS_HASH };
    if (sent.seq >= head.seq) continue;
    const lines: string[] = [];
    let sizeBytes = 0;
    await ws.reader.readAfter(key, sent, (change) => {
      const line = `${changeLine(change)}\n`;
      lines.push(line);
      sizeBytes += line.length;
      return lines.length < SHOWN_CHANGES && sizeBytes < SHOWN_BYTES;
    });
    parts.push({
      stream: head.stream,
      epoch: head.epoch,
      audience: head.audience,
      memberId: head.member,
      keyId: head.keyId,
      first: sent.seq + 1,
      last: head.seq,
      lines: Buffer.from(lines.join('')),
      count: lines.length,
    });
  }
  return parts;
}
