import type { DraftPatch } from '#shared/sops/draft-patch';
import { keptFields, keptPatch } from '#shared/sops/kept-draft';
import { readDraft, readJsonDraft, writeDraft } from '../../state/drafts.ts';

/** What was written in one SOP and could not be saved, on this computer until it is. */
export class KeptDraft {
  readonly #name: string;
  #text = '';

  constructor(sopId: string) {
    this.#name = `sop/${sopId}`;
  }

  /** Null where nothing is kept. */
  read(): DraftPatch | null {
    this.#text = readDraft(this.#name);
    return keptPatch(readJsonDraft(this.#name));
  }

  write(patch: DraftPatch): void {
    this.#text = JSON.stringify(keptFields(patch));
    writeDraft(this.#name, this.#text);
  }

  /** Only what was kept or read here: not what another editor has kept since. */
  forget(): void {
    if (this.#text !== '' && readDraft(this.#name) === this.#text) writeDraft(this.#name, '');
    this.#text = '';
  }
}
