import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Engine } from '../../electron/sync/engine.ts';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { seededRandom } from '../../shared/random.ts';
import { GENESIS_HASH, type Audience } from '../../shared/stream/change.ts';
import type { IpcFailure } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { plainProtector } from './plain-protector.ts';
import { ensureSyncthing, SyncthingInstance } from './syncthing-instance.ts';
import { linesInParts } from '../parts-lines.ts';

const MEMBER = 'ana';
/** Entries in one save, so that there are many batches and not one. */
const AT_ONCE = 20;
const ARRIVAL_MS = 5 * 60_000;
const LOOK_EVERY_MS = 300;

/**
 * A real Syncthing carries the folder between an assistant's computer and a manager's while both write.
 * Meanwhile each Syncthing is killed in the middle of its work and begins again, and files of one name
 * with other bytes are put on both sides, so that there are partial files and conflicted copies. In the
 * end each side has every change of the other.
 */
export const syncthing: Fault = { defaultCount: 10_000, run };

interface Side {
  readonly engine: Engine;
  readonly tool: SyncthingInstance;
  readonly written: string[];
  readonly memberId: string;
  readonly audience: Audience;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  if (!ensureSyncthing()) throw new Error('Syncthing is not installed: apt-get install syncthing');
  const directory = mkdtempSync(path.join(os.tmpdir(), 'outlog-syncthing-'));
  const tools = await startTools(directory);
  const engines = [await open(directory, 'manager'), await open(directory, 'assistant')] as const;
  try {
    const { workspace, sides } = await joinUp(engines, tools);
    const random = seededRandom(seed);
    const [manager, assistant] = sides;
    const disturbEvery = Math.max(AT_ONCE * 4, Math.floor(count / 8));
    let forged = 0;
    for (let written = 0, disturbances = 0; written < count;) {
      const side = random.whole(0, 4) === 0 ? manager : assistant;
      const size = Math.min(AT_ONCE, count - written);
      await write(side, workspace, size, written);
      written += size;
      if (random.whole(0, 3) === 0) must(await manager.engine.pull(workspace));
      if (random.whole(0, 7) === 0) must(await assistant.engine.pull(workspace));
      if (Math.floor(written / disturbEvery) > disturbances) {
        disturbances += 1;
        if (disturbances % 2 === 1)
          forged += await conflict(assistant, manager, workspace, written);
        else await restart(disturbances % 4 === 0 ? manager.tool : assistant.tool);
      }
      onProgress(written);
    }
    const lost = await lostAfterArrival(manager, assistant, workspace);
    const conflictCopies = countConflicts(manager.tool.folder);
    const figures = { forged, conflictCopies };
    return {
      name: 'syncthing',
      count,
      lost,
      figures,
      // Without a conflict nothing was shown about conflicts.
      isGood: lost === 0 && conflictCopies > 0,
    };
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
    await Promise.all(tools.map((tool) => tool.kill()));
    rmSync(directory, { recursive: true, force: true });
  }
}

async function startTools(directory: string) {
  const ports = await freePorts(4);
  const [a = 0, b = 0, c = 0, d = 0] = ports;
  const manager = new SyncthingInstance(path.join(directory, 'a'), { api: a, peer: b });
  const assistant = new SyncthingInstance(path.join(directory, 'b'), { api: c, peer: d });
  manager.configure(assistant);
  assistant.configure(manager);
  await Promise.all([manager.start(), assistant.start()]);
  return [manager, assistant] as const;
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

const open = (directory: string, name: string): Promise<Engine> =>
  openEngine(
    {
      dir: path.join(directory, name),
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (bytes) => randomBytes(bytes),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { isActive: false },
  );

function must<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A manager and an invited assistant, each over their own Syncthing's copy of the folder. */
async function joinUp(
  [manager, assistant]: readonly [Engine, Engine],
  [managerTool, assistantTool]: readonly [SyncthingInstance, SyncthingInstance],
): Promise<{ readonly workspace: string; readonly sides: readonly [Side, Side] }> {
  const input = { name: 'Folder', memberName: 'Robin', timeZone: 'UTC' };
  const { id: workspace, seats } = must(await manager.createWorkspace(input));
  const managerId = seats[0]?.memberId ?? '';
  must(await manager.setFolder(workspace, managerTool.folder));
  const invitePath = path.join(managerTool.folder, 'ana.outlog-invite');
  const ana = { workspace, memberId: MEMBER, memberName: 'Ana' };
  const { inviteKey } = must(await manager.createInvite(ana, invitePath));
  const fields = { memberId: MEMBER };
  const edits = [{ audience: 'team' as const, type: 'invite', id: inviteKey, fields }];
  must(await manager.append({ workspace, memberId: managerId, edits }));
  must(await manager.sendNow(workspace));
  const arrived = path.join(assistantTool.folder, 'ana.outlog-invite');
  const marker = path.join(assistantTool.folder, 'outlog-folder.json');
  await until('the invite', () => existsSync(arrived) && existsSync(marker));
  const { token } = must(await assistant.readInvite(readFileSync(arrived), assistantTool.folder));
  must(await assistant.joinWorkspace({ token, timeZone: 'Asia/Manila' }));
  const side = (engine: Engine, tool: SyncthingInstance, memberId: string, audience: Audience) => ({
    engine,
    tool,
    written: [],
    memberId,
    audience,
  });
  return {
    workspace,
    sides: [
      side(manager, managerTool, managerId, 'team'),
      side(assistant, assistantTool, MEMBER, `m-${MEMBER}`),
    ],
  };
}

async function write(side: Side, workspace: string, size: number, from: number): Promise<void> {
  const { engine, memberId, audience, written } = side;
  const ids = Array.from({ length: size }, (_, at) => `202611-s${from + at}`);
  const type = audience === 'team' ? 'outcome' : 'deliverable';
  const edits = ids.map((id) => ({ audience, type, id, fields: { title: `Entry ${id}` } }));
  must(await engine.append({ workspace, memberId, edits }));
  must(await engine.sendNow(workspace));
  written.push(...ids);
}

/**
 * While the two are apart, the manager's side gets a file that has the name of the assistant's next
 * batch and only half of its bytes, and is younger: joined again, Syncthing gives it the name and puts
 * the whole one aside as a conflicted copy.
 */
async function conflict(
  writer: Side,
  reader: Side,
  workspace: string,
  from: number,
): Promise<number> {
  const before = new Set(batchesIn(writer.tool.folder));
  await reader.tool.pause();
  const id = `202611-c${from}`;
  const edit = { audience: writer.audience, type: 'deliverable', id, fields: { title: id } };
  const { engine, memberId } = writer;
  must(await engine.append({ workspace, memberId, edits: [edit] }));
  must(await engine.sendNow(workspace));
  writer.written.push(id);
  let forged = 0;
  for (const name of batchesIn(writer.tool.folder)) {
    const target = path.join(reader.tool.folder, name);
    if (before.has(name) || existsSync(target)) continue;
    const whole = readFileSync(path.join(writer.tool.folder, name));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, whole.subarray(0, Math.floor(whole.length / 2)));
    const youngerSeconds = Date.now() / 1000 + 60;
    utimesSync(target, youngerSeconds, youngerSeconds);
    forged += 1;
  }
  await Promise.all([reader.tool.scan(), writer.tool.scan()]);
  await reader.tool.resume();
  return forged;
}

async function restart(tool: SyncthingInstance): Promise<void> {
  await tool.kill();
  await tool.start();
}

/** Waits until each side has what the other wrote; answers how many changes did not come. */
async function lostAfterArrival(a: Side, b: Side, workspace: string): Promise<number> {
  let missing = Number.POSITIVE_INFINITY;
  const deadlineMs = Date.now() + ARRIVAL_MS;
  while (missing > 0 && Date.now() < deadlineMs) {
    await Promise.all([a.tool.scan(), b.tool.scan()]);
    must(await a.engine.pull(workspace));
    must(await b.engine.pull(workspace));
    missing = (await missingOf(a, b, workspace)) + (await missingOf(b, a, workspace));
    if (missing > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return missing;
}

async function missingOf(writer: Side, reader: Side, workspace: string): Promise<number> {
  const known = new Set(await idsAt(reader.engine, workspace));
  return writer.written.filter((id) => !known.has(id)).length;
}

/** Ids of all changes that an engine can read. */
async function idsAt(engine: Engine, workspace: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { stream, epoch, seq } of must(await engine.heads(workspace))) {
    let at = { afterSeq: 0, afterH: GENESIS_HASH };
    for (let hasMore = seq > 0; hasMore;) {
      const chunk = must(await engine.readChanges({ workspace, stream, epoch, ...at }));
      const text = Buffer.from(linesInParts(chunk.parts)).toString();
      for (const [, id = ''] of text.matchAll(/"id":"([^"]+)"/g)) ids.push(id);
      ({ hasMore } = chunk);
      at = { afterSeq: chunk.lastSeq, afterH: chunk.lastH };
    }
  }
  return ids;
}

const batchesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.outlog'),
  );

const countConflicts = (folder: string): number =>
  batchesIn(folder).filter((name) => name.includes('.sync-conflict-')).length;

async function until(what: string, isThere: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + ARRIVAL_MS;
  while (!isThere()) {
    if (Date.now() > deadlineMs) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
