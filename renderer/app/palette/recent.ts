import { readJsonDraft, writeDraft } from '../../state/drafts.ts';

const NAME = 'palette-recent';
const KEPT = 24;

/** Ids of what this seat opened from the palette on this computer, latest first. */
export function recentIds(): readonly string[] {
  const kept = readJsonDraft(NAME);
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
}

export function rememberOpened(id: string): void {
  const others = recentIds().filter((each) => each !== id);
  writeDraft(NAME, JSON.stringify([id, ...others].slice(0, KEPT)));
}
