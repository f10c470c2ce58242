import 'fake-indexeddb/auto';
import { openEngine } from '../../../electron/sync/open-engine.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import { writerTools } from '../../../electron/sync/batch-tools.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import type { HeadEntry, IpcFailure } from '../../../shared/ipc.ts';
import type { Random } from '../../../shared/random.ts';
import type { Result } from '../../../shared/result.ts';
import { encodeBatch } from '../../../shared/stream/batch-encode.ts';
import { type Audience, GENESIS_HASH, streamKey } from '../../../shared/stream/change.ts';
import { TestDevice, testKey } from '../../electron/sync/parts/test-device.ts';
import { plainProtector } from '../plain-protector.ts';
import { writeHostile } from './hostile-changes.ts';
import { mutateBytes } from './mutate-bytes.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 12);
const MEMBER = 'ana';
const AUDIENCES: readonly Audience[] = ['m-ana', 'm-ana', 'team', 'm-ben'];

/** A manager's engine and window database, and an assistant whose invited device has gone bad. */
export class MutationBench {
  readonly #engine: Engine;
  readonly #workspace: string;
  readonly #db: Projection;
  readonly #importer: LocalImporter;
  readonly #invite = testKey('mutate/invite');
  readonly #key = testKey('mutate/device');

  private constructor(engine: Engine, workspace: string, founderKey: string, db: Projection) {
    this.#engine = engine;
    this.#workspace = workspace;
    this.#db = db;
    this.#importer = new LocalImporter(db, { founderKey, nowMs: NOW_MS });
  }

  static async open(dir: string, random: Random): Promise<MutationBench> {
    const engine = await openEngine(
      {
        dir,
        protector: plainProtector,
        nowMs: () => NOW_MS,
        random: random.bytes,
        onStatus: () => undefined,
        onIncoming: () => undefined,
      },
      { isActive: false },
    );
    const entry = must(
      await engine.createWorkspace({ name: 'M', memberName: 'Robin', timeZone: 'UTC' }),
    );
    const db = new Projection(`mutate ${dir}`);
    await db.open();
    const bench = new MutationBench(engine, entry.id, entry.founderKey, db);
    await bench.#admit(entry.seats[0]?.memberId ?? '');
    return bench;
  }

  /** A file that is wrong in one of three ways. */
  mutant(which: number, random: Random): Uint8Array {
    const device = this.#device(which, random);
    const kind = which % 3;
    if (kind === 0) return mutateBytes(device.writeMany(random.whole(1, 40)).batch(), random);
    if (kind === 1) return this.#signedOverDamage(device.writeMany(random.whole(1, 40)), random);
    return writeHostile(device, `x${which}x`, random).batch();
  }

  /** Throws where anything but an answer comes back, or where a part of the batch was taken in. */
  async take(file: Uint8Array): Promise<'accepted' | 'refused' | 'partial'> {
    const workspace = this.#workspace;
    const before = must(await this.#engine.heads(workspace));
    const rowsBefore = await this.#rowCount();
    const pulled = must(
      await this.#engine.addBatchBytes({
        workspace,
        name: 'mutant.outlog',
        bytes: new Uint8Array(file),
      }),
    );
    const after = must(await this.#engine.heads(workspace));
    const moved = after.filter((head) => !before.some((each) => isSameHead(each, head)));
    if (pulled.newBatches === 0) {
      const isUntouched = moved.length === 0 && after.length === before.length;
      return isUntouched ? 'refused' : 'partial';
    }
    for (const head of moved) {
      if (!(await this.#merge(head, rowsBefore))) return 'partial';
    }
    return 'accepted';
  }

  async close(): Promise<void> {
    await this.#engine.close();
    this.#importer.close();
    await this.#db.delete();
  }

  /** All of a stream's new changes with its cursor, or nothing at all. */
  async #merge(head: HeadEntry, rowsBefore: number): Promise<boolean> {
    const { stream, epoch, audience, memberId, keyId, isOwn } = head;
    const source = { stream, epoch, audience, memberId, keyId, isOwn };
    const from = { afterSeq: 0, afterH: GENESIS_HASH };
    const input = { workspace: this.#workspace, stream, epoch, ...from };
    const { parts, lastSeq, lastH } = must(await this.#engine.readChanges(input));
    const report = await this.#importer.merge({ source, afterSeq: 0, parts, lastSeq, lastH });
    await this.#importer.settle();
    await this.#importer.retune();
    await this.#importer.compact();
    const cursor = await this.#db.cursors.get(streamKey(source));
    if (report.outcome === 'applied') return cursor?.seq === head.seq;
    return cursor === undefined && (await this.#rowCount()) === rowsBefore;
  }

  async #rowCount(): Promise<number> {
    const counts = await Promise.all(this.#db.tables.map((table) => table.count()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  #device(which: number, random: Random): TestDevice {
    return new TestDevice({
      workspace: this.#workspace,
      member: MEMBER,
      audience: random.pick(AUDIENCES),
      key: this.#key,
      invite: this.#invite,
      epoch: which.toString(16).padStart(8, '0'),
    });
  }

  /** The device's own signature over lines that are damaged below it. */
  #signedOverDamage(device: TestDevice, random: Random): Uint8Array {
    const tools = writerTools(this.#key);
    let isBody = true;
    const encodeText = (text: string): Uint8Array => {
      const bytes = tools.encodeText(text);
      const written = isBody ? mutateBytes(bytes, random) : bytes;
      isBody = false;
      return written;
    };
    const origin = {
      workspace: this.#workspace,
      audience: AUDIENCES[0] ?? 'team',
      stream: device.stream,
      epoch: device.epoch,
      member: MEMBER,
      keyId: this.#key.keyId,
      prevBatch: null,
      prevChain: GENESIS_HASH,
    };
    const file = encodeBatch(origin, device.changes, { ...tools, encodeText });
    if (file === null) throw new Error('These changes do not fit one batch.');
    return file;
  }

  async #admit(memberId: string): Promise<void> {
    const fields = { memberId: MEMBER, createdAtMs: NOW_MS };
    const edits = [
      {
        audience: 'team' as const,
        type: 'member',
        id: MEMBER,
        fields: { name: 'Ana', seat: 'assistant' },
      },
      { audience: 'team' as const, type: 'invite', id: this.#invite.keyId, fields },
    ];
    const workspace = this.#workspace;
    must(await this.#engine.append({ workspace, memberId, edits }));
    for (const head of must(await this.#engine.heads(workspace))) await this.#merge(head, 0);
  }
}

const isSameHead = (a: HeadEntry, b: HeadEntry): boolean =>
  a.stream === b.stream && a.epoch === b.epoch && a.seq === b.seq && a.h === b.h;

function must<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
