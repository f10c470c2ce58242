import { addDays, monthOf } from '#shared/day';
import { deliverableId } from '#shared/ids';
import { plainPart } from '#shared/stream/chunk-part';
import { formatHlc } from '#shared/stream/clock';
import type { ChangeSource } from '../../../renderer/data/change-source.ts';
import type { IncomingChunk } from '../../../renderer/data/import/importer.ts';

const DAY_MS = 86_400_000;
const CHUNK_BYTES = 4 * 1024 * 1024;

export interface StreamShape {
  readonly members: number;
  /** Deliverables in all; each is one change. */
  readonly deliverables: number;
  /** The latest day of completion. */
  readonly lastDay: string;
  readonly days: number;
}

/** A plan by which the logs are measured: night shifts in Manila, a promise on half of the outcomes. */
export function planChunk(members: number, promisedMinutes: number, afterSeq = 0): IncomingChunk {
  const shifts = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    fromMinute: 1_260,
    toMinute: 1_800,
  }));
  const versions = [{ fromDay: '0001-01-01', timeZone: 'Asia/Manila', shifts, holidays: [] }];
  const promises = ['responded', 'completed'].map((to) => ({
    to,
    minutes: promisedMinutes,
    fromDay: '0001-01-01',
  }));
  const records = [
    { type: 'calendar', id: 'night', fields: { name: 'Night', versions } },
    ...Array.from({ length: members }, (_, at) => ({
      type: 'member',
      id: `member${at}`,
      fields: { name: `Member ${at}`, timeZone: 'Asia/Manila', calendarId: 'night' },
    })),
    ...[0, 1].map((at) => ({
      type: 'outcome',
      id: `outcome${at}`,
      fields: { name: `Outcome ${at}`, sla: promises },
    })),
  ];
  const lines = records.map((record, at) => {
    const seq = afterSeq + at + 1;
    return JSON.stringify({ seq, hlc: formatHlc({ ms: seq, counter: 0 }), ...record });
  });
  const lastSeq = afterSeq + records.length;
  const source: ChangeSource = { ...sourceOf(9_999), audience: 'team', memberId: 'member0' };
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return { source, afterSeq, parts: [plainPart(bytes)], lastSeq, lastH: hashAt(9_999, lastSeq) };
}

/** Logs of a team as the main process would hand them out: a stream a member, evenly over the days. */
export function* syntheticChunks(shape: StreamShape): Generator<IncomingChunk> {
  const perMember = Math.ceil(shape.deliverables / shape.members);
  for (let member = 0; member < shape.members; member += 1) {
    yield* memberChunks(shape, member, perMember);
  }
}

function* memberChunks(
  shape: StreamShape,
  member: number,
  count: number,
): Generator<IncomingChunk> {
  const source = sourceOf(member);
  let [lines, size, afterSeq]: [string[], number, number] = [[], 0, 0];
  for (let at = 0; at < count; at += 1) {
    const line = changeLine(shape, member, at, count);
    lines.push(line);
    size += line.length + 1;
    if (size < CHUNK_BYTES && at < count - 1) continue;
    const lastSeq = afterSeq + lines.length;
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    yield { source, afterSeq, parts: [plainPart(bytes)], lastSeq, lastH: hashAt(member, lastSeq) };
    [lines, size, afterSeq] = [[], 0, lastSeq];
  }
}

export const sourceOf = (member: number): ChangeSource => ({
  stream: member.toString(16).padStart(32, '0'),
  epoch: '0000abcd',
  audience: `m-member${member}`,
  memberId: `member${member}`,
  keyId: member.toString(16).padStart(64, '0'),
  isOwn: true,
});

export const hashAt = (member: number, seq: number): string =>
  (member * 10_000_000 + seq).toString(16).padStart(64, 'a');

function changeLine(shape: StreamShape, member: number, at: number, count: number): string {
  const seq = at + 1;
  const day = addDays(shape.lastDay, -Math.floor(((count - 1 - at) * shape.days) / count));
  const completedAtMs = Date.parse(`${day}T09:00:00Z`) + ((at * 7_919) % (DAY_MS / 3));
  const part = (member * 10_000_000 + at).toString(36).padStart(16, 'x');
  return JSON.stringify({
    seq,
    hlc: formatHlc({ ms: completedAtMs, counter: 0 }),
    type: 'deliverable',
    id: deliverableId(monthOf(day), part),
    fields: {
      outcomeId: `outcome${at % 4}`,
      title: `Listings of the spring collection, batch ${at}`,
      client: 'client1',
      requestedAtMs: completedAtMs - 3_600_000 - ((at * 104_729) % DAY_MS),
      startedAtMs: completedAtMs - 1_800_000,
      completedAtMs,
      day,
      zone: 'Asia/Manila',
      quantity: 1 + (at % 20),
      errors: at % 17 === 0 ? 1 : 0,
      reference: `SKU-${at}`,
      note: at % 5 === 0 ? 'Photos were missing, asked the supplier' : '',
    },
    h: hashAt(member, seq),
  });
}
