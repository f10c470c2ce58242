import type { EndpointAddress } from '#shared/endpoint/address';
import type { EvidencePlace } from '../evidence/evidence-place.ts';
import { Lane } from '../lane.ts';
import type { PullCount } from '../pull-count.ts';
import type { Deliver, DeliveryOutcome, SealedBatch, Target, TargetProblem } from '../target.ts';
import { targetIdOf } from '../workspace-file.ts';
import type { Workspace } from '../workspace.ts';
import { EndpointError, endpointErrorOf } from './endpoint-error.ts';
import { endpointEvidence } from './endpoint-evidence.ts';
import { findMoved } from './find-moved.ts';
import { pullBatches } from './pull-batches.ts';
import { ReceiverClient } from './receiver-client.ts';
import { splitBatch } from './split-batch.ts';
import { openToken } from './kept-token.ts';

/** After a proven answer, for so long nobody is asked again who they are. */
const PROVEN_FOR_MS = 30_000;
/** Whoever is not let in asks that rarely whether that has changed, and sends nothing meanwhile. */
const ASK_AGAIN_MS = 5 * 60_000;
/** Looking for it on the network is heard by everybody there. */
const SEARCH_EVERY_MS = 60_000;
const STOPS: ReadonlySet<TargetProblem> = new Set(['unauthorized', 'revoked', 'receiver-wrong']);

/** A receiver: each batch counts when it has signed for it. */
export class EndpointTarget implements Target {
  readonly kind = 'endpoint';
  readonly id: string;
  readonly evidence: EvidencePlace;
  /** Small enough that a line that breaks costs little, large enough that what surrounds a batch does, too. */
  readonly batchBytes = 384 * 1024;
  readonly backoff = { shortestMs: 1_000, firstMs: 2_000, longestMs: 5 * 60_000 };
  #ws: Workspace;
  #client: ReceiverClient | null;
  #url: URL;
  #stop = new AbortController();
  #pulls = new Lane();
  #isFirstPull = true;
  #searchedAtMs = Number.NEGATIVE_INFINITY;
  #provenAtMs = Number.NEGATIVE_INFINITY;
  #quiet: { readonly untilMs: number; readonly problem: TargetProblem } | null = null;
  /** The smallest size that was too large. */
  #tooLargeBytes = Number.POSITIVE_INFINITY;

  constructor(ws: Workspace, file: NonNullable<Workspace['file']['endpoint']>) {
    this.#ws = ws;
    const token = openToken(ws.context.options.protector, file);
    this.#client = token === null ? null : this.#clientFor(file, token);
    this.#url = new URL(file.url);
    this.id = targetIdOf(ws.file) ?? '';
    this.evidence = endpointEvidence(ws, (call) => this.#calling(call));
  }

  get label(): string {
    return this.#url.host;
  }

  get isEncrypted(): boolean {
    return this.#url.protocol === 'https:';
  }

  get waitMs(): number {
    return Math.max(0, (this.#quiet?.untilMs ?? 0) - performance.now());
  }

  wake(): void {
    this.#quiet = null;
    this.#tooLargeBytes = Number.POSITIVE_INFINITY;
  }

  close(): void {
    this.#stop.abort();
    this.#client?.close();
  }

  async check(): Promise<TargetProblem | null> {
    // One that is full is to be sent nothing, and can be read.
    const isFull = this.#quiet?.problem === 'receiver-full';
    if (this.waitMs > 0 && this.#quiet && !isFull) return this.#quiet.problem;
    if (performance.now() - this.#provenAtMs < PROVEN_FOR_MS) return null;
    try {
      const askedAtMs = this.#ws.nowMs();
      const dateMs = await this.#following(() =>
        this.#calling((client, signal) => client.hello(signal)),
      );
      if (dateMs !== null) this.#ws.heard.noteReceiver(dateMs, askedAtMs, this.#ws.nowMs());
      return null;
    } catch (error) {
      return this.problemOf(error);
    }
  }

  delivery(signal: AbortSignal): Deliver {
    const both = AbortSignal.any([signal, this.#stop.signal]);
    let stopped: DeliveryOutcome | null = null;
    return async (sealed) => {
      // What is wrong with the receiver is wrong for every stream.
      if (stopped) return stopped;
      try {
        return await this.#following(() => this.#deliver(sealed, both));
      } catch (error) {
        stopped = { kind: 'waits', reason: this.problemOf(error) };
        return stopped;
      }
    };
  }

  pull(): Promise<PullCount> {
    if (this.#isFirstPull && mayLack(this.#ws)) this.#ws.delivery.cursor = null;
    this.#isFirstPull = false;
    return this.#pulls.run(() =>
      this.#following(() =>
        this.#calling((client, signal) => pullBatches(this.#ws, client, signal)).finally(() => {
          this.#ws.unreadCount = 0;
        }),
      ),
    );
  }

  problemOf = (error: unknown): TargetProblem => endpointErrorOf(error).problem;

  async #deliver(sealed: SealedBatch, signal: AbortSignal): Promise<DeliveryOutcome> {
    if (sealed.bytes.length >= this.#tooLargeBytes)
      return await this.#deliverHalves(sealed, signal);
    let answer = await this.#put(sealed, false, signal);
    if (answer.kind === 'fork') {
      if (!(await this.#isOwnFork(sealed))) return { kind: 'refused', problem: 'batch-fork' };
      answer = await this.#put(sealed, true, signal);
    }
    if (answer.kind === 'fork') return { kind: 'refused', problem: 'batch-fork' };
    if (answer.kind === 'item') return { kind: 'refused', problem: answer.problem };
    if (answer.kind === 'receipted') return { kind: 'sent' };
    this.#tooLargeBytes = Math.min(this.#tooLargeBytes, sealed.bytes.length);
    return await this.#deliverHalves(sealed, signal);
  }

  async #put(sealed: SealedBatch, isForkKept: boolean, signal: AbortSignal) {
    const { index, batch, bytes } = sealed;
    const { stream, epoch } = index;
    const { first, last, sha256 } = batch;
    const placed = { workspace: this.#ws.id, stream, epoch, first, count: last - first + 1 };
    const answer = await this.#calling((client) =>
      client.putBatch(bytes, placed, isForkKept, signal),
    );
    if ('kind' in answer) return answer;
    this.#ws.log.note('receipt', { ids: { stream, batch: sha256 }, counts: { first, last } });
    return { kind: 'receipted' as const };
  }

  async #deliverHalves(sealed: SealedBatch, signal: AbortSignal): Promise<DeliveryOutcome> {
    const halves = await splitBatch(this.#ws, sealed);
    if (halves === null) return { kind: 'refused', problem: 'batch-too-large' };
    for (const half of halves) {
      const outcome = await this.#deliver(half, signal);
      if (outcome.kind !== 'sent') return outcome;
    }
    return { kind: 'sent' };
  }

  /**
   * Whether the receiver's other bytes for these changes are this device's, too: its twin's, or the same
   * changes cut differently. They are fetched and verified, and end the epoch where they part from it.
   */
  async #isOwnFork({ index, batch }: SealedBatch): Promise<boolean> {
    const isThere = (): boolean =>
      index.batches.some(
        ({ sha256, first, last }) =>
          sha256 !== batch.sha256 && first <= batch.last && batch.first <= last,
      );
    const { options } = this.#ws.context;
    const count = await this.pull();
    if (!isThere()) {
      this.#ws.delivery.cursor = null;
      await this.pull();
    }
    if (count.hasReadable) options.onIncoming(this.#ws.id);
    return isThere();
  }

  /** One call of the client; what fails is remembered for as long as the receiver is to be left alone. */
  async #calling<T>(call: (client: ReceiverClient, signal: AbortSignal) => Promise<T>): Promise<T> {
    const client = this.#client;
    // The keychain does not open the token on this machine or today: a new invite brings another.
    if (client === null) throw new EndpointError('unauthorized');
    try {
      const result = await call(client, this.#stop.signal);
      this.#provenAtMs = performance.now();
      return result;
    } catch (error) {
      this.#noteFailure(error);
      throw error;
    }
  }

  #noteFailure(error: unknown): void {
    const { problem, retryAfterMs } = endpointErrorOf(error);
    this.#provenAtMs = Number.NEGATIVE_INFINITY;
    this.#ws.log.note('request-refused', { reason: problem });
    const waitMs = Math.max(retryAfterMs ?? 0, STOPS.has(problem) ? ASK_AGAIN_MS : 0);
    this.#quiet = waitMs > 0 ? { untilMs: performance.now() + waitMs, problem } : null;
  }

  /** Where a call fails because the receiver is elsewhere by now, it is made once more there. */
  async #following<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (!(await this.#follow(this.problemOf(error)))) throw error;
      return await call();
    }
  }

  /** The receiver may have another address by now. True where it was found there, and proved itself. */
  async #follow(problem: TargetProblem): Promise<boolean> {
    const { endpoint } = this.#ws.file;
    if (endpoint === null || this.#ws.target !== this) return false;
    const token = openToken(this.#ws.context.options.protector, endpoint);
    if (token === null) return false;
    const find = this.#ws.context.findReceivers;
    const isDue = performance.now() - this.#searchedAtMs > SEARCH_EVERY_MS;
    if (find === null || !isDue) return false;
    this.#searchedAtMs = performance.now();
    const url = await findMoved(find, endpoint, problem, this.#stop.signal);
    if (url === null) return false;
    this.#moveTo({ ...endpoint, url }, token);
    this.#ws.log.note('receiver-found', { ids: { receiver: endpoint.receiverKey } });
    await this.#ws.saveFile({ ...this.#ws.file, endpoint: { ...endpoint, url } });
    return true;
  }

  #clientFor(address: EndpointAddress, token: string): ReceiverClient {
    return new ReceiverClient(address, token, this.#ws.context.patience);
  }

  #moveTo(address: EndpointAddress, token: string): void {
    this.#client?.close();
    this.#client = this.#clientFor(address, token);
    this.#url = new URL(address.url);
    this.#quiet = null;
  }
}

/** What this disk lost is behind the cursor: where something seems to be missing, everything is listed once. */
const mayLack = (ws: Workspace): boolean =>
  ws.gaps().length > 0 || [...ws.store.streams.values()].every((index) => ws.own.isOwn(index));
