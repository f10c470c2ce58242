import { networkInterfaces } from 'node:os';
import path from 'node:path';
import type { EndpointAddress } from '#shared/endpoint/address';
import type { ReceiverProblem, ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { Engine } from '../sync/engine.ts';
import { Lane } from '../sync/lane.ts';
import { Retry } from '../sync/retry.ts';
import { certificateName } from './given-certificate.ts';
import { type HostConfig, readHostConfig, writeHostConfig } from './host-config.ts';
import { prepareStart } from './prepare-start.ts';
import { receiverUrls } from './receiver-urls.ts';
import type { StartWorker, WorkerHandle } from './worker-handle.ts';
import type { WorkerMessage } from './worker-messages.ts';

const BACKOFF = { shortestMs: 500, firstMs: 2_000, longestMs: 5 * 60_000 };
/** What people see of a folder is its name. */
const MADE_FOLDER = 'team-folder';
/** A receiver that has been on for this long was no false start. */
const STEADY_MS = 60_000;

export interface HostNeeds {
  readonly engine: Pick<Engine, 'folderPath' | 'prepareReceiver' | 'pull'>;
  readonly startWorker: StartWorker;
  /** Where receivers listen: every network of this computer, or this computer alone. */
  readonly listenHost: '0.0.0.0' | '127.0.0.1';
  readonly nowMs: () => number;
  readonly onStatus: (status: ReceiverStatus) => void;
}

interface Listening extends Extract<WorkerMessage, { kind: 'listening' }> {
  readonly hosts: readonly string[];
  /** Clients have to know the certificate, for nobody vouches for it. */
  readonly isPinned: boolean;
}

/** The receiver of one workspace in the manager's app: keeps it running for as long as it is switched on. */
export class HostedReceiver {
  readonly workspace: string;
  #needs: HostNeeds;
  #directory: string;
  #config: HostConfig;
  #worker: WorkerHandle | null = null;
  /** Switched on and off faster than a thread ends, there is one receiver all the same. */
  #lane = new Lane();
  #retry = new Retry(() => void this.restart());
  #steady: NodeJS.Timeout | null = null;
  /** Tells what an earlier start still has to say from what this one says. */
  #round = 0;
  #phase: ReceiverStatus['phase'] = 'off';
  #problem: ReceiverProblem | null = null;
  #sinceMs: number | null = null;
  #nextTryAtMs: number | null = null;
  #listening: Listening | null = null;
  /** What it serves; null while that is being found out. */
  #folder: string | null = null;
  #connectionCount = 0;
  #lastFrom: ReceiverStatus['lastFrom'] = null;
  #told = '';
  #isLookDue = false;
  #isLooking = false;

  constructor(needs: HostNeeds, directory: string, workspace: string) {
    this.#needs = needs;
    this.#directory = directory;
    this.workspace = workspace;
    this.#config = readHostConfig(directory);
  }

  get #madeFolder(): string {
    return path.join(this.#directory, MADE_FOLDER);
  }

  get isOn(): boolean {
    return this.#config.isOn;
  }

  status(): ReceiverStatus {
    const listening = this.#phase === 'on' ? this.#listening : null;
    const { urls, isOffline } = this.#places(listening);
    const wanted = this.#config.port;
    return {
      workspace: this.workspace,
      phase: this.#phase,
      problem: this.#problem,
      sinceMs: this.#sinceMs,
      nextTryAtMs: this.#nextTryAtMs,
      isFolderOwn: this.#needs.engine.folderPath(this.workspace) === this.#madeFolder,
      urls,
      isOffline: listening !== null && isOffline,
      formerPort: listening && wanted !== listening.port ? wanted : null,
      fingerprint: listening?.certSha256 ?? null,
      certificateName: this.#config.certificate ? certificateName(this.#config.certificate) : null,
      isAnnounced: listening?.isAnnounced ?? false,
      connectionCount: listening ? this.#connectionCount : 0,
      lastFrom: this.#lastFrom,
    };
  }

  /** What invites say of it; null before it has been on. */
  address(): EndpointAddress | null {
    const [url] = this.#places(this.#listening).urls;
    if (!this.isOn || !this.#listening || url === undefined) return null;
    const { receiverKey, certSha256, isPinned } = this.#listening;
    return { url, receiverKey, certSha256: isPinned ? certSha256 : null };
  }

  /** Throws where it cannot be remembered that it is on. */
  async switchOn(): Promise<void> {
    this.#save({ isOn: true });
    this.#retry.reset();
    await this.restart();
  }

  async switchOff(): Promise<void> {
    this.#save({ isOn: false });
    this.#listening = null;
    await this.stop();
  }

  /** Null goes back to the receiver's own certificate. */
  async useCertificate(certificate: HostConfig['certificate']): Promise<void> {
    this.#save({ certificate });
    if (this.isOn) await this.restart();
    else this.#tell();
  }

  /**
   * A workspace that travels through another folder now is served from there; through none, no longer;
   * and once its folder is encrypted, not until somebody decides what is to become of it.
   */
  async noteFolder(folder: string | null, isEncrypted: boolean): Promise<void> {
    if (!this.isOn || this.#folder === null) return;
    if (this.#folder === folder && !isEncrypted) return;
    this.#folder = null;
    await (folder === null ? this.switchOff() : this.restart());
  }

  /** Begins anew with what is set now: the folder, the certificate. */
  async restart(): Promise<void> {
    await this.#lane.run(async () => {
      await this.#end();
      if (this.isOn) await this.#start();
    });
  }

  async stop(): Promise<void> {
    this.#retry.reset();
    await this.#lane.run(async () => {
      await this.#end();
      this.#enter('off', null);
    });
  }

  async #end(): Promise<void> {
    this.#round += 1;
    this.#folder = null;
    this.#retry.stop();
    if (this.#steady) clearTimeout(this.#steady);
    this.#steady = null;
    const worker = this.#worker;
    this.#worker = null;
    await worker?.stop();
  }

  #save(changes: Partial<HostConfig>): void {
    const config = { ...this.#config, ...changes };
    writeHostConfig(this.#directory, config);
    this.#config = config;
  }

  async #start(): Promise<void> {
    const round = this.#round;
    this.#enter('starting', null);
    const prepared = await prepareStart(this.#needs, this.workspace, {
      directory: this.#directory,
      made: this.#madeFolder,
      config: this.#config,
    });
    if (typeof prepared === 'string') {
      this.#fail(prepared);
      return;
    }
    const { start, hosts, isPinned } = prepared;
    this.#folder = start.folder;
    this.#worker = this.#needs.startWorker(start, {
      onMessage: (message) => {
        if (round !== this.#round) return;
        if (message.kind === 'listening') this.#isListening({ ...message, hosts, isPinned });
        else this.#hear(message);
      },
      onGone: () => {
        if (round === this.#round && this.#phase !== 'failed') this.#fail('crashed');
      },
    });
  }

  #isListening(listening: Listening): void {
    this.#listening = listening;
    if (this.#config.port === null) this.#remember(listening.port);
    this.#steady = setTimeout(() => this.#retry.reset(), STEADY_MS);
    this.#steady.unref();
    this.#enter('on', null);
  }

  /** A port that cannot be remembered is another one next time, and told then. */
  #remember(port: number): void {
    try {
      this.#save({ port });
    } catch {
      this.#config = { ...this.#config, port };
    }
  }

  #hear(message: Exclude<WorkerMessage, { kind: 'listening' }>): void {
    if (message.kind === 'failed') this.#fail(message.problem);
    else if (message.kind === 'pulse') this.#connectionCount = message.connectionCount;
    else {
      this.#lastFrom = { memberId: message.member, atMs: message.atMs };
      void this.#lookSoon();
    }
    this.#tell();
  }

  /** One look takes in all that arrived before it: whoever sends much must not fill the app with looks. */
  async #lookSoon(): Promise<void> {
    this.#isLookDue = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#isLookDue) {
        this.#isLookDue = false;
        await this.#needs.engine.pull(this.workspace);
      }
    } finally {
      this.#isLooking = false;
    }
  }

  #fail(problem: ReceiverProblem): void {
    if (this.#steady) clearTimeout(this.#steady);
    this.#enter('failed', problem);
    if (!WAITS_FOR_A_PERSON.has(problem)) {
      this.#nextTryAtMs = this.#needs.nowMs() + this.#retry.plan(BACKOFF);
      this.#tell();
    }
  }

  #enter(phase: ReceiverStatus['phase'], problem: ReceiverProblem | null): void {
    this.#phase = phase;
    this.#problem = problem;
    this.#sinceMs = phase === 'off' ? null : this.#needs.nowMs();
    this.#nextTryAtMs = null;
    this.#connectionCount = 0;
    this.#tell();
  }

  #places(listening: Listening | null) {
    return receiverUrls(listening, this.#needs.listenHost, networkInterfaces());
  }

  /** What is the same as before is not said again. */
  #tell(): void {
    const status = this.status();
    const told = JSON.stringify(status);
    if (told === this.#told) return;
    this.#told = told;
    this.#needs.onStatus(status);
  }
}

/** Trying again by itself would change nothing. */
const WAITS_FOR_A_PERSON: ReadonlySet<ReceiverProblem> = new Set([
  'certificate',
  'folder-encrypted',
  'claimed',
]);
