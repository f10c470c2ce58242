import type { UpdateStatus } from '#shared/update-status';
import { isHttps } from '#shared/https';
import type { Log } from '../log.ts';
import { updateProblem } from './update-problem.ts';
import type { UpdateSource } from './update-source.ts';

/** At the start the machine has other things to do. */
const FIRST_LOOK_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 24 * 60 * 60_000;

interface UpdatesNeeds {
  /** Loaded when it is needed first: most starts never look. */
  readonly loadSource: () => Promise<UpdateSource>;
  readonly address: () => string | null;
  readonly nowMs: () => number;
  readonly log: Pick<Log, 'warn' | 'bug'>;
  readonly onStatus: (status: UpdateStatus) => void;
}

const NOTHING: UpdateStatus = {
  phase: 'off',
  version: null,
  lookedAtMs: null,
  unsavedCount: 0,
  isByHand: false,
  problem: null,
};

/**
 * Looks for a newer version where the settings say, fetches it, and puts it in place when the program
 * ends. Without an address it does nothing at all.
 */
export class Updates {
  readonly #needs: UpdatesNeeds;
  #status = NOTHING;
  #source: UpdateSource | null = null;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #address: string | null = null;

  constructor(needs: UpdatesNeeds) {
    this.#needs = needs;
    this.follow();
  }

  status(): UpdateStatus {
    return this.#status;
  }

  /** The settings may have changed. Another address forgets what the old one had. */
  follow(): void {
    const given = this.#needs.address();
    const address = given !== null && isHttps(given) ? given : null;
    if (address === this.#address) return;
    this.#address = address;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#set({ ...NOTHING, unsavedCount: this.#status.unsavedCount });
    if (address === null) return;
    this.#set({ phase: 'idle' });
    this.#lookAfter(FIRST_LOOK_AFTER_MS);
  }

  /** How many drafts of the window would be lost if it ended now. */
  noteUnsaved(unsavedCount: number): void {
    if (unsavedCount !== this.#status.unsavedCount) this.#set({ unsavedCount });
  }

  /** Looks now; answers when it is known and what there is has been fetched. */
  async look(): Promise<UpdateStatus> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    await this.#looking;
    return this.#status;
  }

  /**
   * The last step of a program that ends, after everything was saved: puts what is ready in place.
   * False where there is nothing, or where something is unsaved.
   */
  installOnTheWayOut({ isAllSaved }: { readonly isAllSaved: boolean }): boolean {
    const { phase, unsavedCount } = this.#status;
    if (phase !== 'ready' || !this.#source) return false;
    if (!isAllSaved || unsavedCount > 0) {
      this.#needs.log.warn('update-waits', { unsavedCount, isAllSaved });
      return false;
    }
    try {
      this.#source.install();
      return true;
    } catch (error) {
      this.#needs.log.bug('update-failed', error);
      return false;
    }
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const address = this.#address;
    if (address === null || this.#status.phase === 'ready') return;
    this.#set({ phase: 'looking', problem: null });
    try {
      this.#source ??= await this.#needs.loadSource();
      const isByHand = !this.#source.canReplaceItself;
      const { version, isNewer } = await this.#source.latest(address);
      if (address !== this.#address) return;
      const seen = { version: isNewer ? version : null, lookedAtMs: this.#needs.nowMs(), isByHand };
      if (!isNewer) this.#set({ ...seen, phase: 'current' });
      else if (isByHand) this.#set({ ...seen, phase: 'found' });
      else {
        this.#set({ ...seen, phase: 'fetching' });
        await this.#source.fetch();
        if (address === this.#address) this.#set({ phase: 'ready' });
      }
    } catch (error) {
      if (address !== this.#address) return;
      const problem = updateProblem(error);
      this.#needs.log.warn('update-look-failed', { problem });
      this.#set({ phase: 'failed', problem, lookedAtMs: this.#needs.nowMs() });
    } finally {
      if (this.#address !== null) this.#lookAfter(LOOK_EVERY_MS);
    }
  }

  #lookAfter(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), ms);
    this.#timer.unref();
  }

  #set(change: Partial<UpdateStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#needs.onStatus(this.#status);
  }
}
