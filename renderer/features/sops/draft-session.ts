import type { IpcFailure } from '#shared/ipc';
import { newId } from '#shared/ids';
import type { DraftAct, DraftHistory } from '#shared/sops/draft-history';
import { actedHistory, NO_HISTORY, redoneHistory, undoneHistory } from '#shared/sops/draft-history';
import type { DraftPatch, Outline, SopHead } from '#shared/sops/draft-patch';
import {
  inversePatch,
  isNoPatch,
  keptWhereEqual,
  mergedPatch,
  NO_PATCH,
  outlinePatch,
  patchedSop,
} from '#shared/sops/draft-patch';
import type { OutlineItem } from '#shared/sops/outline';
import { movedTogether, outlineItems, outlineOf, placed } from '#shared/sops/outline';
import type { Section } from '#shared/sops/section';
import type { Settling } from '#shared/sops/settling';
import { NOTHING_SETTLING, settledBy, withSaved } from '#shared/sops/settling';
import type { Sop } from '#shared/sops/sop';
import { EMPTY_STEP } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { now, randomBytes } from '../../services/clock.ts';
import { saveDraftParts } from '../../services/sops.ts';
import { KeptDraft } from './kept-draft.ts';
import { writingGroup } from './writing-group.ts';

/** How long after the last keystroke the draft is saved, and how long at most after the first. */
const PAUSE_MS = 300;
const LONGEST_MS = 2_000;

export interface ShownDraft {
  readonly sop: Sop;
  readonly isSaved: boolean;
  readonly failure: IpcFailure | null;
  readonly undoAct: DraftAct | null;
  readonly redoAct: DraftAct | null;
}

/**
 * The editing of one SOP. One road for everything: an act changes what is shown at once, joins the
 * history, and is saved shortly after the last one. What is written wins over what is stored until the
 * stored record has caught up.
 */
export class DraftSession {
  #stored: Sop;
  #settling: Settling = NOTHING_SETTLING;
  #unsaved: DraftPatch = NO_PATCH;
  #history: DraftHistory = NO_HISTORY;
  /** On its way to be saved; null while nothing is. */
  #sent: DraftPatch | null = null;
  readonly #kept: KeptDraft;
  /** Since when something waits to be saved, ms; null while nothing does. */
  #waitingSinceMs: number | null = null;
  #failure: IpcFailure | null = null;
  #shown: ShownDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> = Promise.resolve(true);
  readonly #listeners = new Set<() => void>();

  constructor(stored: Sop) {
    this.#stored = stored;
    this.#kept = new KeptDraft(stored.id);
    this.#shown = this.#draw(stored);
  }

  readonly shown = (): ShownDraft => this.#shown;

  readonly subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };

  /** The record as it is read now. */
  readonly follow = (stored: Sop): void => {
    if (stored === this.#stored) return;
    this.#settling = settledBy(this.#settling, this.#stored, stored);
    this.#stored = stored;
    // What is as it was stays the same object: nothing that shows it is drawn anew.
    this.#show(
      keptWhereEqual(
        this.#sop,
        patchedSop(stored, mergedPatch(this.#settling.patch, this.#unsaved)),
      ),
    );
  };

  readonly changeHead = (change: Partial<SopHead>): void => {
    const names = Object.keys(change);
    this.#act(
      'headWritten',
      '',
      { ...NO_PATCH, head: change },
      names.length === 1 ? `head.${names[0]}` : null,
    );
  };

  readonly changeSteps = (steps: readonly Step[]): void => {
    const [first] = steps;
    if (!first) return;
    this.#act(
      'stepWritten',
      first.title,
      { ...NO_PATCH, steps: byId(steps) },
      steps.length === 1 ? writingGroup(this.#stepOf(first.id), first) : null,
    );
  };

  readonly changeSections = (sections: readonly Section[]): void => {
    const [first] = sections;
    if (!first) return;
    this.#act(
      'sectionWritten',
      first.title,
      { ...NO_PATCH, sections: byId(sections) },
      sections.length === 1 ? `section.${first.id}` : null,
    );
  };

  readonly addStep = (afterId: string | null): string => {
    const id = newId(randomBytes);
    const step = { ...EMPTY_STEP, id, order: 0 };
    this.#put('stepAdded', '', { kind: 'step', id, order: 0, step }, afterId);
    return id;
  };

  readonly addSection = (afterId: string | null): string => {
    const id = newId(randomBytes);
    const section = { id, order: 0, title: '' };
    this.#put('sectionAdded', '', { kind: 'section', id, order: 0, section }, afterId);
    return id;
  };

  readonly duplicateStep = (stepId: string): string | null => {
    const original = this.#stepOf(stepId);
    if (!original) return null;
    const id = newId(randomBytes);
    const step = { ...original, id };
    this.#put('stepDuplicated', original.title, { kind: 'step', id, order: 0, step }, stepId);
    return id;
  };

  readonly removeStep = (stepId: string): void => {
    const step = this.#stepOf(stepId);
    if (!step) return;
    this.#act('stepRemoved', step.title, { ...NO_PATCH, steps: new Map([[stepId, null]]) });
  };

  readonly removeSection = (sectionId: string): void => {
    const section = this.#sop.draftSections.find(({ id }) => id === sectionId);
    if (!section) return;
    const sections = new Map([[sectionId, null]]);
    this.#act('sectionRemoved', section.title, { ...NO_PATCH, sections });
  };

  readonly move = (itemId: string, toIndex: number): void => {
    const items = this.#items();
    const moving = movedTogether(items, itemId);
    const [first] = moving;
    if (!first) return;
    const next = placed(items, moving, toIndex);
    if (next.every(({ id }, index) => id === items[index]?.id)) return;
    const isStep = first.kind === 'step';
    this.#act(
      isStep ? 'stepMoved' : 'sectionMoved',
      isStep ? first.step.title : first.section.title,
      outlinePatch(this.#outline(), outlineOf(next)),
    );
  };

  readonly replaceOutline = ({
    steps,
    sections,
    ...head
  }: Outline & Partial<Pick<SopHead, 'title' | 'purpose'>>): void =>
    this.#act('outlineReplaced', '', {
      ...outlinePatch(this.#outline(), { steps, sections }),
      head,
    });

  readonly undo = (): void => this.#turn(undoneHistory(this.#history), this.#shown.undoAct?.back);

  readonly redo = (): void => this.#turn(redoneHistory(this.#history), this.#shown.redoAct?.forth);

  /**
   * Takes up what could not be saved when the editor was left, as an act that can be taken back. Answers
   * whether there was anything.
   */
  readonly putBack = (): boolean => {
    const patch = this.#kept.read();
    const before = this.#sop;
    if (!patch || isSaidBy(before, patch)) return false;
    this.#act('putBack', '', patch);
    return true;
  };

  /** The editor goes, or the window: whatever becomes of the last save, what was written is kept. */
  readonly leave = (): void => {
    const pending = mergedPatch(this.#sent ?? NO_PATCH, this.#unsaved);
    if (!isNoPatch(pending)) this.#kept.write(pending);
    void this.flush();
  };

  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(async () => await this.#save());
    return await this.#saving;
  };

  get #sop(): Sop {
    return this.#shown.sop;
  }

  #stepOf(stepId: string): Step | undefined {
    return this.#sop.draftSteps.find(({ id }) => id === stepId);
  }

  #outline(): Outline {
    return { steps: this.#sop.draftSteps, sections: this.#sop.draftSections };
  }

  #items(): readonly OutlineItem[] {
    return outlineItems(this.#outline());
  }

  #put(kind: DraftAct['kind'], name: string, item: OutlineItem, afterId: string | null): void {
    const items = this.#items();
    const at = items.findIndex(({ id }) => id === afterId);
    const next = placed(items, [item], at < 0 ? items.length : at + 1);
    this.#act(kind, name, outlinePatch(this.#outline(), outlineOf(next)));
  }

  #act(kind: DraftAct['kind'], name: string, forth: DraftPatch, group: string | null = null): void {
    if (isNoPatch(forth)) return;
    const back = inversePatch(this.#sop, forth);
    this.#history = actedHistory(this.#history, { kind, name, group, back, forth }, now());
    this.#write(forth);
  }

  #turn(history: DraftHistory, patch: DraftPatch | undefined): void {
    this.#history = history;
    if (patch) this.#write(patch);
  }

  #write(patch: DraftPatch): void {
    this.#unsaved = mergedPatch(this.#unsaved, patch);
    this.#show(patchedSop(this.#sop, patch));
    clearTimeout(this.#timer);
    this.#waitingSinceMs ??= performance.now();
    const waitedMs = performance.now() - this.#waitingSinceMs;
    const delayMs = Math.max(0, Math.min(PAUSE_MS, LONGEST_MS - waitedMs));
    this.#timer = setTimeout(() => void this.flush(), delayMs);
  }

  async #save(): Promise<boolean> {
    const sent = this.#unsaved;
    this.#waitingSinceMs = null;
    if (isNoPatch(sent)) return true;
    this.#unsaved = NO_PATCH;
    this.#sent = sent;
    this.#settling = withSaved(this.#settling, sent);
    const { left, failure } = await saveDraftParts(this.#stored.id, sent);
    this.#sent = null;
    this.#failure = failure;
    // What was written meanwhile is newer than what could not be saved.
    this.#unsaved = mergedPatch(left, this.#unsaved);
    if (isNoPatch(this.#unsaved)) this.#kept.forget();
    // An editor that was left has kept it already, and another one may write on by now.
    else if (!isNoPatch(left) && this.#listeners.size > 0) this.#kept.write(this.#unsaved);
    this.#show(this.#sop);
    return isNoPatch(this.#unsaved);
  }

  #show(sop: Sop): void {
    this.#shown = this.#draw(sop);
    for (const listen of this.#listeners) listen();
  }

  #draw(sop: Sop): ShownDraft {
    return {
      sop,
      isSaved: this.#sent === null && isNoPatch(this.#unsaved),
      failure: this.#failure,
      undoAct: this.#history.done.at(-1) ?? null,
      redoAct: this.#history.undone.at(-1) ?? null,
    };
  }
}

function isSaidBy(sop: Sop, patch: DraftPatch): boolean {
  const said = keptWhereEqual(sop, patchedSop(sop, patch));
  const before = new Map<string, unknown>(Object.entries(sop));
  return Object.entries(said).every(([name, value]) => before.get(name) === value);
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
