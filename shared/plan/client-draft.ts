import { isZone } from '../worktime/zone-offset.ts';
import { clientNamed } from './workspace.ts';
import type { Client } from './workspace.ts';

/** A client as somebody edits it. An empty time zone is none. */
export type ClientDraft = Omit<Client, 'id'>;

export const EMPTY_CLIENT: ClientDraft = { name: '', timeZone: '', aliases: [] };

export type ClientProblem =
  | { readonly code: 'name-missing' | 'zone-unknown' }
  /** The name means somebody else already. */
  | { readonly code: 'name-taken' | 'alias-taken'; readonly name: string; readonly by: string };

/** All that keeps a draft from being saved; `others` are the other clients. */
export function clientProblems(
  draft: ClientDraft,
  others: readonly Client[],
): readonly ClientProblem[] {
  const problems: ClientProblem[] = [];
  if (draft.name.trim() === '') problems.push({ code: 'name-missing' });
  const holder = clientNamed(others, draft.name);
  if (holder) problems.push({ code: 'name-taken', name: draft.name.trim(), by: holder.name });
  for (const name of draft.aliases) {
    const by = clientNamed(others, name);
    if (by) problems.push({ code: 'alias-taken', name, by: by.name });
  }
  if (draft.timeZone !== '' && !isZone(draft.timeZone)) problems.push({ code: 'zone-unknown' });
  return problems;
}

/** The draft as it is stored: no blanks around names, no name twice. */
export function tidyClient(draft: ClientDraft): ClientDraft {
  const name = draft.name.trim();
  const others = draft.aliases.map((alias) => alias.trim()).filter((alias) => alias !== '');
  const held = new Set([name.toLowerCase()]);
  const aliases = others.filter((alias) => {
    const isNew = !held.has(alias.toLowerCase());
    held.add(alias.toLowerCase());
    return isNew;
  });
  return { name, timeZone: draft.timeZone, aliases };
}
