import { join } from 'node:path';
import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import type { EngineContext } from './engine-context.ts';
import { flushDirectory } from './file-system.ts';
import { isOutOfSpace } from './journal/journal.ts';
import { openWorkspace } from './open-workspace.ts';
import { SyncLoop } from './sync-loop.ts';
import {
  entryOf,
  readWorkspaceFile,
  type WorkspaceFile,
  writeWorkspaceFile,
} from './workspace-file.ts';
import type { Workspace } from './workspace.ts';

/** A workspace in the making: without its last rename it never was. */
const STAGING_PREFIX = '.new-';
/** After the first screen is up: what waits since the last run can wait that long. */
const SYNC_AFTER_MS = 2_000;
const LOOK_AT_DISK_EVERY_MS = 5_000;
/** Writing the ballast competes with everything a start has to read. */
const BALLAST_AFTER_MS = 60_000;

type Opened = Promise<Result<SyncLoop, IpcFailure>>;

/** The workspaces on this device; each is opened once, when it is first asked for. */
export class Workspaces {
  #context: EngineContext;
  #directory: string;
  #known = new Map<string, WorkspaceFile>();
  #opened = new Map<string, Opened>();
  #loops = new Map<string, SyncLoop>();
  #timers: NodeJS.Timeout[] = [];
  #canFillBallast = false;

  constructor(context: EngineContext, directory: string) {
    this.#context = context;
    this.#directory = directory;
  }

  async open(): Promise<void> {
    const { fs } = this.#context;
    for (const name of (await fs.readdir(this.#directory)).toSorted()) {
      const directory = join(this.#directory, name);
      if (name.startsWith(STAGING_PREFIX)) {
        // What cannot be removed now is in nobody's way.
        await fs.rm(directory, { recursive: true, force: true }).catch(() => undefined);
        continue;
      }
      if (name.startsWith('.')) continue;
      const file = await readWorkspaceFile(fs, directory);
      if (file?.id === name) this.#known.set(name, file);
    }
    await this.#context.disk.look(false);
    if (this.#context.isActive) this.#startTimers();
  }

  #startTimers(): void {
    const begin = setTimeout(() => this.#openAll(), SYNC_AFTER_MS);
    const look = setInterval(() => void this.#lookAtDisk(), LOOK_AT_DISK_EVERY_MS);
    const ballast = setTimeout(() => (this.#canFillBallast = true), BALLAST_AFTER_MS);
    this.#timers = [begin, look, ballast];
    for (const timer of this.#timers) timer.unref();
  }

  /** As they are now: an open workspace may have changed its folder since. */
  files(): readonly WorkspaceFile[] {
    return [...this.#known.keys()].flatMap((id) => this.file(id) ?? []);
  }

  file(id: string): WorkspaceFile | null {
    return this.#loops.get(id)?.ws.file ?? this.#known.get(id) ?? null;
  }

  openLoops(): readonly SyncLoop[] {
    return [...this.#loops.values()];
  }

  /** Failures: `no-workspace`, `journal-locked`, `disk-failed`. */
  async loop(id: string): Opened {
    const file = this.#known.get(id);
    if (!file) return fail('no-workspace', 'never');
    const opening = this.#opened.get(id) ?? this.#openOne(id, file);
    this.#opened.set(id, opening);
    const opened = await opening;
    // The other program may close, the disk come back: the next call tries again.
    if (!opened.ok) this.#opened.delete(id);
    return opened;
  }

  /** Makes a workspace in a directory aside, fills it, and moves it into place whole. */
  async add(
    file: WorkspaceFile,
    fill: (ws: Workspace) => Promise<Result<null, IpcFailure>>,
  ): Promise<Result<WorkspaceEntry, IpcFailure>> {
    const staging = join(this.#directory, STAGING_PREFIX + file.id);
    const made = await this.#make(staging, file, fill);
    if (!made.ok) {
      // What cannot be removed now is removed at the next start.
      const { fs } = this.#context;
      await fs.rm(staging, { recursive: true, force: true }).catch(() => undefined);
      return made;
    }
    this.#known.set(file.id, made.value);
    const loop = await this.loop(file.id);
    return loop.ok ? ok(entryOf(file)) : loop;
  }

  async #make(
    staging: string,
    file: WorkspaceFile,
    fill: (ws: Workspace) => Promise<Result<null, IpcFailure>>,
  ): Promise<Result<WorkspaceFile, IpcFailure>> {
    try {
      await writeWorkspaceFile(this.#context.fs, staging, file);
      const opened = await openWorkspace(this.#context, staging, file);
      if (!opened.ok) return opened;
      const ws = opened.value;
      const filled = await fill(ws).finally(() => ws.close());
      if (!filled.ok) return filled;
      await this.#context.fs.rename(staging, join(this.#directory, file.id));
      await flushDirectory(this.#context.fs, this.#directory);
      return ok(ws.file);
    } catch (error) {
      return fail(isOutOfSpace(error) ? 'disk-full' : 'disk-failed', 'later');
    }
  }

  /** Closes a workspace as it is; the next call that asks for it opens it anew. */
  async letGo(id: string): Promise<void> {
    const opened = await this.#opened.get(id);
    if (opened?.ok === true) {
      this.#known.set(id, opened.value.ws.file);
      await opened.value.close();
    }
    this.#loops.delete(id);
    this.#opened.delete(id);
  }

  /** Opens a workspace anew with other seats; `begin` runs before anything else can be written there. */
  async reopenAs(
    id: string,
    change: Pick<WorkspaceFile, 'seats'>,
    begin: (ws: Workspace) => Promise<Result<null, IpcFailure>>,
  ): Promise<Result<null, IpcFailure>> {
    await this.letGo(id);
    const before = this.#known.get(id);
    if (!before) return fail('no-workspace', 'never');
    const file = { ...before, ...change };
    await writeWorkspaceFile(this.#context.fs, join(this.#directory, id), file);
    this.#known.set(id, file);
    const loop = await this.loop(id);
    return loop.ok ? await begin(loop.value.ws) : loop;
  }

  /**
   * Takes a workspace away from this device, with all that lies in its directory. Once it has another name
   * it is gone: what a crash leaves of it is swept at the next start.
   */
  async remove(id: string): Promise<Result<null, IpcFailure>> {
    const { fs } = this.#context;
    await this.letGo(id);
    const gone = join(this.#directory, `${STAGING_PREFIX}gone-${id}`);
    try {
      await fs.rename(join(this.#directory, id), gone);
      this.#known.delete(id);
      await fs.rm(gone, { recursive: true, force: true });
      await flushDirectory(fs, this.#directory);
      return ok(null);
    } catch {
      return fail('disk-failed', 'later');
    }
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#opened.values());
    await Promise.all(this.openLoops().map((loop) => loop.close()));
    this.#loops.clear();
    this.#opened.clear();
  }

  async #openOne(id: string, file: WorkspaceFile): Opened {
    try {
      const opened = await openWorkspace(this.#context, join(this.#directory, id), file);
      if (!opened.ok) return opened;
      const loop = new SyncLoop(opened.value);
      this.#loops.set(id, loop);
      if (this.#context.isActive) loop.start();
      return ok(loop);
    } catch {
      return fail('disk-failed', 'later');
    }
  }

  #openAll(): void {
    for (const id of this.#known.keys()) void this.loop(id);
  }

  async #lookAtDisk(): Promise<void> {
    const { disk } = this.#context;
    const before = disk.state;
    if ((await disk.look(this.#canFillBallast)) === before) return;
    for (const { ws } of this.openLoops()) {
      ws.log.note('disk-state', { reason: disk.state === 'ok' ? 'none' : `disk-${disk.state}` });
      ws.touch();
    }
  }
}
