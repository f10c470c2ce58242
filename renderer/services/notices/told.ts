import { readJsonDraft, writeDraft } from '../../state/drafts.ts';

const NAME = 'told';
/** More than are ever due at once; older ones are past the time in which they could be told. */
const KEPT = 600;

/** Keys of what this seat was told of on this computer. */
export function toldKeys(): ReadonlySet<string> {
  const kept = readJsonDraft(NAME);
  return new Set(
    Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : [],
  );
}

/** Written before anything is shown: told twice is worse than not told for once. */
export function rememberTold(keys: readonly string[]): void {
  writeDraft(NAME, JSON.stringify([...toldKeys(), ...keys].slice(-KEPT)));
}
