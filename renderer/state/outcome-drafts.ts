import { create } from 'zustand';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';

/** An outcome that was edited and not saved: the draft, and the one that the editing began with. */
export interface KeptOutcomeDraft {
  readonly before: OutcomeDraft;
  readonly draft: OutcomeDraft;
}

/** Unsaved outcomes by `outcomeDraftKey`. They last as long as the window: a look elsewhere loses nothing. */
export const useOutcomeDrafts = create<Readonly<Record<string, KeptOutcomeDraft>>>()(() => ({}));

/** `name` is an outcome's id, or says what a new one is begun for. */
export const outcomeDraftKey = (workspaceId: string, name: string): string =>
  `${workspaceId}/${name}`;

export const keepOutcomeDraft = (key: string, kept: KeptOutcomeDraft): void =>
  useOutcomeDrafts.setState({ [key]: kept });

export const dropOutcomeDraft = (key: string): void =>
  useOutcomeDrafts.setState(
    (held) => Object.fromEntries(Object.entries(held).filter(([each]) => each !== key)),
    true,
  );
