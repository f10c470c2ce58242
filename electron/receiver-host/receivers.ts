import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EndpointAddress } from '#shared/endpoint/address';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { SyncStatus } from '#shared/ipc';
import type { Engine } from '../sync/engine.ts';
import type { ReceiverHosts } from './receiver-hosts.ts';
import type { StartWorker } from './worker-handle.ts';

/** The first screen comes first, and then what waits to be sent. */
const RESUME_AFTER_MS = 3_000;

export interface ReceiversNeeds {
  readonly engine: Promise<Engine>;
  /** `receivers/` in the app's data. */
  readonly directory: string;
  readonly listenHost: '0.0.0.0' | '127.0.0.1';
  /** The built worker; a test brings its own way to start one. */
  readonly worker: string | StartWorker;
  readonly onStatus: (status: ReceiverStatus) => void;
}

/** The receivers of this computer, loaded when there are any: most people never have one. */
export class Receivers {
  #needs: ReceiversNeeds;
  #opening: Promise<ReceiverHosts> | null = null;
  #opened: ReceiverHosts | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(needs: ReceiversNeeds) {
    this.#needs = needs;
  }

  /** Starts again, soon, what was on when the app closed. */
  resumeSoon(): void {
    if (!existsSync(this.#needs.directory)) return;
    this.#timer = setTimeout(() => void this.#resume().catch(() => undefined), RESUME_AFTER_MS);
    this.#timer.unref();
  }

  async hosts(): Promise<ReceiverHosts> {
    this.#opening ??= this.#open();
    return await this.#opening;
  }

  /** What invites say of a workspace's receiver here; null where none has been on. */
  address(workspace: string): EndpointAddress | null {
    return this.#opened?.address(workspace) ?? null;
  }

  /** Follows a workspace to another folder, or ends where it no longer has one. */
  follow(engine: Engine, { workspace, target }: SyncStatus): void {
    const folder = engine.folderPath(workspace);
    const following = this.#opened?.noteFolder(workspace, folder, target?.isEncrypted ?? false);
    // What it could not remember it tells as its status.
    following?.catch(() => undefined);
  }

  /** Ends a workspace's receiver and takes away all that it kept. */
  async remove(workspace: string): Promise<void> {
    if (existsSync(this.#needs.directory)) await (await this.hosts()).remove(workspace);
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await (await this.#opening)?.close();
  }

  async #resume(): Promise<void> {
    const { engine } = this.#needs;
    const ids = (await engine).workspaces().map(({ id }) => id);
    await (await this.hosts()).resume(ids);
  }

  async #open(): Promise<ReceiverHosts> {
    const { engine, directory, listenHost, worker, onStatus } = this.#needs;
    const { ReceiverHosts } = await import('./receiver-hosts.ts');
    const { workerStarter } = await import('./worker-handle.ts');
    const startWorker = typeof worker === 'string' ? workerStarter(worker) : worker;
    const needs = { engine: await engine, startWorker, listenHost, nowMs: Date.now, onStatus };
    this.#opened = new ReceiverHosts(needs, path.resolve(directory));
    return this.#opened;
  }
}
