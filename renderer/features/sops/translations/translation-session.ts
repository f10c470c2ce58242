import type { IpcFailure } from '#shared/ipc';
import type { Language } from '#shared/language';
import { saveSopTexts } from '../../../services/sop-translations.ts';

/** How long after the last keystroke texts are saved, and how long at most after the first. */
const PAUSE_MS = 300;
const LONGEST_MS = 2_000;

export type SavingState = 'saved' | 'saving' | 'failed';

/**
 * The translating of one SOP into one language, for as long as it is open. What is typed is shown at once and
 * saved shortly after the last keystroke; what could not be saved is kept and tried again with the next one.
 */
export class TranslationSession {
  readonly #sopId: string;
  readonly #language: Language;
  /** All that was typed here, by field: it is newer than what is stored. */
  readonly #typed = new Map<string, string>();
  #unsaved = new Map<string, string>();
  #isSending = false;
  #failure: IpcFailure | null = null;
  #waitingSinceMs: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> = Promise.resolve(true);
  readonly #listeners = new Set<() => void>();

  constructor(sopId: string, language: Language) {
    this.#sopId = sopId;
    this.#language = language;
  }

  readonly subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };

  /** What was typed here; undefined where nothing was. */
  readonly typedAt = (field: string): string | undefined => this.#typed.get(field);

  readonly failure = (): IpcFailure | null => this.#failure;

  readonly state = (): SavingState => {
    if (this.#failure) return 'failed';
    return this.#isSending || this.#unsaved.size > 0 ? 'saving' : 'saved';
  };

  readonly say = (field: string, text: string): void => {
    this.#typed.set(field, text);
    this.#unsaved.set(field, text);
    this.#tell();
    clearTimeout(this.#timer);
    this.#waitingSinceMs ??= performance.now();
    const waitedMs = performance.now() - this.#waitingSinceMs;
    const delayMs = Math.max(0, Math.min(PAUSE_MS, LONGEST_MS - waitedMs));
    this.#timer = setTimeout(() => void this.flush(), delayMs);
  };

  readonly leave = (): void => void this.flush();

  /** Saves what is typed now. Answers whether nothing is left unsaved. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(async () => await this.#save());
    return await this.#saving;
  };

  async #save(): Promise<boolean> {
    this.#waitingSinceMs = null;
    const sent = this.#unsaved;
    if (sent.size === 0) return true;
    this.#unsaved = new Map();
    this.#isSending = true;
    this.#tell();
    const saved = await saveSopTexts(this.#sopId, this.#language, sent);
    this.#isSending = false;
    this.#failure = saved.ok ? null : saved.error;
    // What was typed meanwhile is newer than what could not be saved.
    if (!saved.ok) this.#unsaved = new Map([...sent, ...this.#unsaved]);
    this.#tell();
    return this.#unsaved.size === 0;
  }

  #tell(): void {
    for (const listen of this.#listeners) listen();
  }
}
