import type {
  ChangeChunk,
  HeadEntry,
  IpcFailure,
  PullSummary,
  SyncStatus,
  WorkspaceEntry,
} from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { fail, ok, type Result } from '#shared/result';
import type { FoundReceiver } from '#shared/endpoint/address';
import { acceptBatch } from './accept.ts';
import {
  chooseByLink,
  chooseFolder,
  chooseNone,
  chooseReceiver,
  receiverFolder,
} from './choose-target.ts';
import { exportWorkspace } from './archive/export-workspace.ts';
import { isArchiveSealed, restoreWorkspace } from './archive/restore-workspace.ts';
import { stateHashOf } from './archive/state-hash.ts';
import { writeHandOver } from './archive/hand-over-file.ts';
import { foundWorkspace, introduceDevice } from './create-workspace.ts';
import type { Engine } from './engine.ts';
import { addEvidence, addEvidenceFile, offerEvidence } from './evidence/add-evidence.ts';
import { readEvidence, saveEvidence } from './evidence/read-evidence.ts';
import type { EngineContext } from './engine-context.ts';
import { encryptFolder } from './encryption/encrypt-folder.ts';
import { exportBatch } from './export-batch.ts';
import { Joining } from './joining/joining.ts';
import type { PullCount } from './pull-count.ts';
import { sealAll } from './loop/seal.ts';
import { exportItem, itemName, itemPath, retryItem } from './queue/item-acts.ts';
import { readQueue } from './queue/read-queue.ts';
import { readUnsent } from './queue/read-unsent.ts';
import { headsOf, readChunk } from './read-changes.ts';
import { readGivenFile } from './read-given-file.ts';
import type { PreparedReceiver } from './prepare-receiver.ts';
import { Lane } from './lane.ts';
import { readPeers } from './read-peers.ts';
import { supportLog } from './support-log.ts';
import type { SyncLoop } from './sync-loop.ts';
import { Workspaces } from './workspaces.ts';
import { entryOf } from './workspace-file.ts';

type Answer<T> = Promise<Result<T, IpcFailure>>;

/** The engine's calls, each of them a few steps over the parts that do the work. */
export class OutlogEngine implements Engine {
  #context: EngineContext;
  #workspaces: Workspaces;
  #joining: Joining;
  /** Asked twice at once, there is one sample. */
  #making = new Lane();
  #closing = new AbortController();

  constructor(context: EngineContext, directory: string) {
    this.#context = context;
    this.#workspaces = new Workspaces(context, directory);
    this.#joining = new Joining(context, this.#workspaces);
  }

  async open(): Promise<void> {
    await this.#workspaces.open();
  }

  workspaces(): readonly WorkspaceEntry[] {
    return this.#workspaces.files().map(entryOf);
  }

  async createWorkspace(input: CallInput<'createWorkspace'>): Answer<WorkspaceEntry> {
    return await this.#workspaces.add(foundWorkspace(this.#context, input), introduceDevice);
  }

  async createSample({ timeZone }: CallInput<'createSample'>): Answer<WorkspaceEntry> {
    return await this.#making.run(async () => {
      const existing = this.#workspaces.files().find(({ isSample }) => isSample);
      if (existing) return ok(entryOf(existing));
      // The invented team's words are read by who asks for them, and by no other start.
      const { sampleTeam, sampleWorkspace, writeSample } = await import('./create-sample.ts');
      const team = sampleTeam(this.#context, timeZone);
      const file = sampleWorkspace(this.#context, team, timeZone);
      return await this.#workspaces.add(file, (ws) => writeSample(ws, team));
    });
  }

  readInvite: Engine['readInvite'] = (bytes, beside) => this.#joining.readFile(bytes, beside);
  readInviteLink: Engine['readInviteLink'] = (text) => this.#joining.readLink(text);
  readInviteCode: Engine['readInviteCode'] = (code, from) => this.#joining.readCode(code, from);
  joinWorkspace: Engine['joinWorkspace'] = (input) => this.#joining.join(input);
  makeInvite: Engine['makeInvite'] = async (input) => this.#joining.make(input);
  saveInvite: Engine['saveInvite'] = (token, filePath) => this.#joining.save(token, filePath);
  shareInvite: Engine['shareInvite'] = (token) => this.#joining.share(token);

  createInvite: Engine['createInvite'] = async (input, filePath) => {
    const made = this.#joining.make(input);
    if (!made.ok) return made;
    const saved = await this.#joining.save(made.value.token, filePath);
    return saved.ok ? ok({ ...made.value, ...saved.value }) : saved;
  };

  append: Engine['append'] = ({ workspace, memberId, edits }) =>
    this.#in(workspace, async (loop) => {
      const appended = await loop.ws.append(memberId, edits);
      // Whoever is invited, or no longer welcome, stands at a receiver's door now.
      const saysWhoMayComeIn = edits.some(({ type }) => type === 'invite');
      if (appended.ok && saysWhoMayComeIn && this.#context.isActive) void loop.send();
      return appended;
    });

  async heads(workspace: string): Answer<readonly HeadEntry[]> {
    return await this.#in(workspace, async ({ ws }) => ok(headsOf(ws)));
  }

  async readChanges(input: CallInput<'readChanges'>): Answer<ChangeChunk> {
    const { workspace, stream, epoch, afterSeq, afterH, isPlain } = input;
    return await this.#in(workspace, ({ ws }) =>
      readChunk(ws, stream, epoch, { seq: afterSeq, h: afterH }, isPlain),
    );
  }

  async syncStatus(workspace: string): Answer<SyncStatus> {
    return await this.#in(workspace, async (loop) => ok(await loop.status()));
  }

  async sendNow(workspace: string): Answer<SyncStatus> {
    return await this.#in(workspace, async (loop) => ok(await loop.sendNow()));
  }

  async pull(workspace: string): Answer<PullSummary> {
    return await this.#in(workspace, (loop) => loop.pull());
  }

  async setFolder(workspace: string, folder: string): Answer<SyncStatus> {
    return await this.#in(workspace, (loop) => chooseFolder(loop, folder));
  }

  setEndpoint: Engine['setEndpoint'] = ({ workspace, endpoint, token }) =>
    this.#in(workspace, (loop) => chooseReceiver(loop, endpoint, token));

  clearTarget: Engine['clearTarget'] = (workspace) => this.#in(workspace, chooseNone);

  async findReceivers(): Answer<readonly FoundReceiver[]> {
    return ok((await this.#context.findReceivers?.(this.#closing.signal)) ?? []);
  }

  encryptFolder: Engine['encryptFolder'] = (workspace) =>
    this.#in(workspace, async (loop) => {
      const encrypted = await encryptFolder(loop);
      return encrypted.ok ? ok(await loop.status()) : encrypted;
    });

  folderPath(workspace: string): string | null {
    return this.#workspaces.file(workspace)?.folder ?? null;
  }

  async prepareReceiver(workspace: string, made: string): Answer<PreparedReceiver> {
    return await this.#in(workspace, (loop) => receiverFolder(loop, made));
  }

  async claimReceiver({ workspace, link }: CallInput<'claimReceiver'>): Answer<SyncStatus> {
    return await this.#in(workspace, (loop) => chooseByLink(loop, link));
  }

  async addBatchFile(workspace: string, filePath: string): Answer<PullSummary> {
    return await this.#in(workspace, async (loop) => {
      const given = await readGivenFile(this.#context.fs, filePath);
      if (!given.ok) return given;
      return await loop.take((count) => this.#take(loop, given.value, count));
    });
  }

  async addBatchBytes({ workspace, name, bytes }: CallInput<'addBatchBytes'>): Answer<PullSummary> {
    return await this.#in(workspace, (loop) =>
      loop.take((count) => this.#take(loop, { name, bytes }, count)),
    );
  }

  async exportBatch(
    input: CallInput<'exportBatch'>,
    filePath: string,
  ): Answer<{ readonly fileName: string }> {
    return await this.#in(input.workspace, (loop) => exportBatch(loop, input, filePath));
  }

  syncQueue: Engine['syncQueue'] = (workspace) =>
    this.#in(workspace, async ({ ws }) => ok(await readQueue(ws)));

  unsentChanges: Engine['unsentChanges'] = (workspace) =>
    this.#in(workspace, async ({ ws }) => ok(await readUnsent(ws)));

  syncPeers: Engine['syncPeers'] = (workspace) =>
    this.#in(workspace, async ({ ws }) => ok(readPeers(ws)));

  retryItem: Engine['retryItem'] = ({ workspace, key }) =>
    this.#in(workspace, (loop) => retryItem(loop, key));

  exportItem: Engine['exportItem'] = ({ workspace, key }, filePath) =>
    this.#in(workspace, (loop) => exportItem(loop, key, filePath));

  itemName: Engine['itemName'] = ({ workspace, key }) =>
    this.#in(workspace, async ({ ws }) => itemName(ws, key));

  itemPath: Engine['itemPath'] = ({ workspace, key }) =>
    this.#in(workspace, async ({ ws }) => itemPath(ws, key));

  syncLog: Engine['syncLog'] = (workspace) =>
    this.#in(workspace, async (loop) => ok({ text: await supportLog(loop) }));

  addEvidenceFile: Engine['addEvidenceFile'] = (workspace, audience, filePath) =>
    this.#in(workspace, ({ ws }) => addEvidenceFile(ws, audience, filePath));

  addEvidenceBytes: Engine['addEvidenceBytes'] = ({ workspace, audience, name, bytes }) =>
    this.#in(workspace, ({ ws }) => addEvidence(ws, audience, name, bytes));

  readEvidence: Engine['readEvidence'] = ({ workspace, hash }) =>
    this.#in(workspace, ({ ws, evidence }) => readEvidence(ws, evidence, hash));

  offerEvidence: Engine['offerEvidence'] = ({ workspace, hash, audience }) =>
    this.#in(workspace, ({ ws }) => offerEvidence(ws, hash, audience));

  saveEvidence: Engine['saveEvidence'] = ({ workspace, hash }, filePath) =>
    this.#in(workspace, ({ ws, evidence }) => saveEvidence(ws, evidence, hash, filePath));

  moveEvidence: Engine['moveEvidence'] = (workspace) =>
    this.#in(workspace, async (loop) => {
      await loop.moveEvidence();
      return ok(await loop.status());
    });

  stateHash: Engine['stateHash'] = (workspace) =>
    this.#in(workspace, async ({ ws }) =>
      ok({ stateHash: await ws.lane.run(async () => (await sealAll(ws), stateHashOf(ws.store))) }),
    );

  exportWorkspace: Engine['exportWorkspace'] = (workspace, exporting) =>
    this.#in(workspace, ({ ws }) => exportWorkspace(ws, exporting));

  isArchiveSealed: Engine['isArchiveSealed'] = (filePath) =>
    isArchiveSealed(this.#context, filePath);

  restoreWorkspace: Engine['restoreWorkspace'] = (restoring) =>
    this.#making.run(() => restoreWorkspace(this.#context, this.#workspaces, restoring));

  leaveWorkspace: Engine['leaveWorkspace'] = async ({ workspace, name }) => {
    const file = this.#workspaces.file(workspace);
    if (!file) return fail('no-workspace', 'never');
    if (name.trim() !== file.name.trim()) return fail('leave-unconfirmed', 'after-fix');
    return await this.#workspaces.remove(workspace);
  };

  signHandOver: Engine['signHandOver'] = ({ workspace, memberId, text }) =>
    this.#in(workspace, async ({ ws }) => writeHandOver(ws, memberId, text));

  focused(): void {
    for (const loop of this.#workspaces.openLoops()) void loop.look();
  }

  ending(): void {
    for (const { outages } of this.#workspaces.openLoops()) outages.ending();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#workspaces.close();
  }

  async #take(
    { ws }: SyncLoop,
    { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
    count: PullCount,
  ): Promise<void> {
    const acceptance = await acceptBatch(ws, bytes);
    count.add(acceptance);
    if (acceptance.kind !== 'rejected') return;
    count.rejected.push({ name, problem: acceptance.problem, seenAtMs: ws.nowMs() });
  }

  async #in<T>(workspace: string, call: (loop: SyncLoop) => Answer<T>): Answer<T> {
    const opened = await this.#workspaces.loop(workspace);
    return opened.ok ? await call(opened.value) : opened;
  }
}
