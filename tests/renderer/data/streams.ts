import { GENESIS_HASH, memberAudience } from '#shared/stream/change';
import type { Audience, Change, Edit } from '#shared/stream/change';
import { plainPart } from '#shared/stream/chunk-part';
import { formatHlc } from '#shared/stream/clock';
import type { ChangeSource } from '../../../renderer/data/change-source.ts';
import type { IncomingChunk } from '../../../renderer/data/import/importer.ts';

export const FOUNDER_KEY = 'f'.repeat(64);

/** A stream under test: changes are numbered and stamped as the journal would. */
export class TestStream {
  readonly source: ChangeSource;
  readonly changes: Change[] = [];

  constructor(source: Partial<ChangeSource> & { readonly audience: Audience }) {
    const memberId = source.memberId ?? 'boss';
    this.source = {
      stream: `${memberId}${source.audience}`.replaceAll(/[^a-z0-9]/g, '').padEnd(32, '0'),
      epoch: 'e0000001',
      memberId,
      keyId: FOUNDER_KEY,
      isOwn: false,
      ...source,
    };
  }

  get key(): string {
    return `${this.source.stream}-${this.source.epoch}`;
  }

  add(atMs: number, edit: Pick<Edit, 'type' | 'id' | 'fields'>): Change {
    const seq = this.changes.length + 1;
    const change = {
      seq,
      hlc: formatHlc({ ms: atMs, counter: seq % 0xffff }),
      ...edit,
      h: hashOf(this.source, seq),
    };
    this.changes.push(change);
    return change;
  }

  /** The changes after `afterSeq` up to `lastSeq`, as the main process hands them out. */
  chunk(afterSeq = 0, lastSeq = this.changes.length): IncomingChunk {
    const lines = this.changes.slice(afterSeq, lastSeq).map((change) => JSON.stringify(change));
    return this.rawChunk(lines, afterSeq);
  }

  /** The same with lines that no journal wrote. */
  rawChunk(lines: readonly string[], afterSeq = 0): IncomingChunk {
    const lastSeq = afterSeq + lines.length;
    return {
      source: this.source,
      afterSeq,
      parts: [plainPart(new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')))],
      lastSeq,
      lastH: hashOf(this.source, lastSeq),
    };
  }
}

/** The stream of a member's own work on this device. */
export const ownStream = (memberId: string): TestStream =>
  new TestStream({ audience: memberAudience(memberId), memberId, isOwn: true });

const hashOf = ({ stream }: ChangeSource, seq: number): string =>
  seq === 0 ? GENESIS_HASH : `${stream}${seq.toString(16).padStart(32, '0')}`;
