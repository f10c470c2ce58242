import { readJsonDraft, writeDraft } from '../../state/drafts.ts';

const NAME = 'past-lines';
const KEPT = 30;

/** Lines logged before on this computer, latest first. */
export function pastLines(): readonly string[] {
  const kept = readJsonDraft(NAME);
  return Array.isArray(kept) ? kept.filter((line): line is string => typeof line === 'string') : [];
}

export function rememberLine(text: string): void {
  const line = text.trim();
  const others = pastLines().filter((each) => each !== line);
  writeDraft(NAME, JSON.stringify([line, ...others].slice(0, KEPT)));
}
