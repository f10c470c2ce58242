import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Engine } from '../../../electron/sync/engine.ts';
import { openEngine } from '../../../electron/sync/open-engine.ts';
import { openFolderStore } from '../../../electron/receiver/stores/folder/folder-store.ts';
import type { IpcFailure } from '../../../shared/ipc.ts';
import { type Random, seededRandom } from '../../../shared/random.ts';
import type { Result } from '../../../shared/result.ts';
import { GENESIS_HASH } from '../../../shared/stream/change.ts';
import { type ReceiverTeam, receiverTeam } from '../../electron/receiver/parts/receiver-team.ts';
import { WORKSPACE } from '../../electron/receiver/parts/team-over.ts';
import { changesIn, FoldedState } from '../folded-state.ts';
import { plainProtector } from '../plain-protector.ts';
import { type CorpusBatch, placeOf, readBatch, writeCorpus } from './corpus.ts';
import { managersFile } from './managers-file.ts';
import { linesInParts } from '../../parts-lines.ts';

/** Memory, where there is any: thousands of flushes are not what is tested. */
const ROOT = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
const MOST_TIMES = 5;
const PULL_RATIO = 0.15;
const MOST_ROUNDS = 6;
const FULL_LOOK_MS = 120_000;

export interface ReplayResult {
  readonly seed: number;
  readonly deliveries: number;
  /** Of the one who reads the folder, of the one who reads the receiver, and as it should be. */
  readonly hashes: readonly [string, string, string];
}

/** Every batch 1 to 5 times, in any order, laid into the folder, sent to the receiver, or given by hand. */
export async function runReplay(seed: number): Promise<ReplayResult> {
  const root = mkdtempSync(path.join(ROOT, 'outlog-replay-'));
  const random = seededRandom(`replay/${seed}`);
  const folder = path.join(root, 'sync');
  const clock = { atMs: Date.UTC(2026, 10, 22) };
  const nowMs = () => clock.atMs;
  mkdirSync(folder);
  const ownDirectory = path.join(root, 'own');
  const store = await openFolderStore({ folder, ownDirectory, nowMs });
  const limits = { tokenPerMinute: 1e6, addressPerMinute: 1e6 };
  const team = await receiverTeam(root, { store, limits });
  try {
    const corpus = writeCorpus(team);
    const plan = team.plan.batch();
    await team.sendPlan();
    const folderReader = await openReader(root, team, 'folder');
    const receiverReader = await openReader(root, team, 'endpoint');
    const readers = [folderReader, receiverReader];
    const times = corpus.flatMap((batch) => repeated(batch, random.whole(1, MOST_TIMES)));
    const everything = [{ device: team.plan, file: plan, token: null }, ...times];
    for (const [which, batch] of random.shuffled(everything).entries()) {
      await bring(team, batch, which, random, readers);
      if (random.chance(PULL_RATIO)) await random.pick(readers).pull(WORKSPACE);
    }
    // Whatever was lost on the way is sent again: nothing may depend on when.
    for (const batch of corpus) if (batch.token !== null) await put(team, batch);
    for (const { file } of corpus) lay(team.folder, placeOf(file), file);
    const hashes = [
      await settled(folderReader, clock),
      await settled(receiverReader, clock),
    ] as const;
    for (const reader of readers) await reader.close();
    return { seed, deliveries: everything.length, hashes: [...hashes, expected(team, corpus)] };
  } finally {
    await team.close();
    await store.close();
    rmSync(root, { recursive: true, force: true });
  }
}

const repeated = (batch: CorpusBatch, times: number): readonly CorpusBatch[] =>
  Array.from({ length: times }, () => batch);

async function bring(
  team: ReceiverTeam,
  batch: CorpusBatch,
  which: number,
  random: Random,
  readers: readonly Engine[],
): Promise<void> {
  const road = random.pick(['receiver', 'receiver', 'folder', 'copy', 'hand'] as const);
  const place = placeOf(batch.file);
  if (road === 'receiver' && batch.token !== null) await put(team, batch);
  else if (road === 'copy')
    lay(team.folder, place.replace(/(\.outlog)$/, ` (${which})$1`), batch.file);
  else if (road === 'hand') {
    const bytes = new Uint8Array(batch.file);
    await random.pick(readers).addBatchBytes({ workspace: WORKSPACE, name: 'given', bytes });
  } else lay(team.folder, place, batch.file);
}

const put = (team: ReceiverTeam, { token, device, file }: CorpusBatch) =>
  team.put(token ?? '', device, file);

function lay(folder: string, place: string, file: Uint8Array): void {
  const target = path.join(folder, place);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file);
}

async function openReader(
  root: string,
  team: ReceiverTeam,
  kind: 'folder' | 'endpoint',
): Promise<Engine> {
  const dir = path.join(root, `reader-${kind}`);
  const directory = path.join(dir, 'workspaces', WORKSPACE);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'workspace.json'), managersFile(team, kind));
  return await openEngine(
    {
      dir,
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { isActive: false },
  );
}

/** The state after pulling until nothing new comes, each time long enough after the last for a full look. */
async function settled(engine: Engine, clock: { atMs: number }): Promise<string> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    clock.atMs += FULL_LOOK_MS;
    const { newBatches } = must(await engine.pull(WORKSPACE));
    if (newBatches === 0 && round > 0) break;
  }
  const state = new FoldedState();
  for (const { stream, epoch, audience, seq } of must(await engine.heads(WORKSPACE))) {
    let at = { afterSeq: 0, afterH: GENESIS_HASH };
    for (let hasMore = seq > 0; hasMore;) {
      const chunk = must(await engine.readChanges({ workspace: WORKSPACE, stream, epoch, ...at }));
      for (const change of changesIn(linesInParts(chunk.parts))) {
        state.add(change, stream, epoch, audience);
      }
      ({ hasMore } = chunk);
      at = { afterSeq: chunk.lastSeq, afterH: chunk.lastH };
    }
  }
  return state.hash();
}

/** Everything that was written, folded in the order in which it was. */
function expected(team: ReceiverTeam, corpus: readonly CorpusBatch[]): string {
  const state = new FoldedState();
  const files = [team.plan.batch(), ...corpus.map(({ file }) => file)];
  for (const { header, changes } of files.map(readBatch)) {
    for (const change of changes) state.add(change, header.stream, header.epoch, header.audience);
  }
  return state.hash();
}

function must<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}
