import { globalShortcut } from 'electron';
import type { OutsideState } from '#shared/outside';

/** The key that opens the quick-log window while any program is in front. */
export class QuickLogKey {
  readonly #act: () => void;
  #held: string | null = null;
  #standing: OutsideState['quickLog'] = 'off';

  constructor(act: () => void) {
    this.#act = act;
  }

  get standing(): OutsideState['quickLog'] {
    return this.#standing;
  }

  /** Takes a key in place of the one that is held; null takes none. */
  hold(accelerator: string | null): void {
    if (accelerator === this.#held && this.#standing !== 'taken') return;
    if (this.#held !== null) globalShortcut.unregister(this.#held);
    this.#held = null;
    this.#standing = accelerator === null ? 'off' : 'taken';
    if (accelerator === null || !register(accelerator, this.#act)) return;
    this.#held = accelerator;
    this.#standing = 'on';
  }
}

/** False where another program has it, or where the desktop gives none away (as some on Wayland). */
function register(accelerator: string, act: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, act);
  } catch {
    return false;
  }
}
